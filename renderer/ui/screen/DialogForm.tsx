// What a dialog asks for, and below it its two buttons: the way back, and what the dialog is for, which Enter does as well.
import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

type DialogFormProps = {
  children: ReactNode
  cancel: string
  onCancel: () => void
  submit: string
  onSubmit: () => void
  /** Something is missing still. */
  disabled?: boolean
  loading?: boolean
}

export function DialogForm(props: DialogFormProps) {
  const { children, cancel, onCancel, submit, onSubmit, disabled = false, loading = false } = props
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!disabled) onSubmit()
      }}
    >
      <Stack>
        {children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {cancel}
          </Button>
          {/* Where nothing is asked for before it: the library would take the cross, and Enter would close. */}
          <Button type="submit" disabled={disabled} loading={loading} data-autofocus={!disabled || undefined}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
