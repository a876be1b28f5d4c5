// Ties the library's text boxes to the field they stand in: by themselves they drop the description and the mark they are handed.
import { InputWrapperContext } from '@mantine/core'
import { cloneElement, createContext, isValidElement, type ReactNode, use } from 'react'

type FieldTexts = {
  /** The id of what is said below the control; undefined while nothing is. */
  describedBy: string | undefined
  invalid: boolean
}

/** What is said of the control below, by the field around it or by whoever stands in for one. */
export const FieldTextsContext = createContext<FieldTexts | null>(null)

/**
 * Mantine's Input sets `aria-describedby` from the wrapper around it and `aria-invalid` from `error`, after whatever else it was given
 * (packages/@mantine/core/src/components/Input/Input.tsx and PasswordInput.tsx of 9.7.3), so both are put where it looks for them.
 */
function DescribedInput({ children }: { children: ReactNode }) {
  const field = use(FieldTextsContext)
  const wrapper = use(InputWrapperContext)
  if (!field) return children
  const describedBy = [field.describedBy, wrapper.describedBy].filter(Boolean).join(' ') || undefined
  return (
    <InputWrapperContext value={{ ...wrapper, describedBy }}>
      {field.invalid && isValidElement<{ error?: boolean; withErrorStyles?: boolean }>(children)
        ? cloneElement(children, { error: true, withErrorStyles: false })
        : children}
    </InputWrapperContext>
  )
}

/** The container of every input of the library. */
export const inputContainer = (input: ReactNode): ReactNode => <DescribedInput>{input}</DescribedInput>
