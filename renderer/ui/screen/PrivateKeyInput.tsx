// The box a private key is typed into: shown only while somebody asks for it, never copied, never completed or checked by anything.
import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import type { SyntheticEvent } from 'react'

const refuse = (event: SyntheticEvent): void => event.preventDefault()

/** It can be pasted, and never be copied, cut or dragged away, also while it is shown; what is wrong with it is said by the field around. */
export const PrivateKeyInput = (props: PasswordInputProps) => (
  <PasswordInput
    {...props}
    onCopy={refuse}
    onCut={refuse}
    onDragStart={refuse}
    error={null}
    autoComplete="off"
    spellCheck={false}
    classNames={{ innerInput: 'mono' }}
    visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed', tabIndex: 0 }}
  />
)
