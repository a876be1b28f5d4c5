// Puts the diagnostics text into the clipboard and says so.
import { notifications } from '@mantine/notifications'
import { call } from '../api.ts'
import { copyText } from '../ui/copyText.ts'

/** Never fails: what went wrong is said in place of the confirmation. */
export async function copyDiagnostics(): Promise<void> {
  const result = await call('app:diagnostics', {})
  const said = result.ok
    ? copyText(result.value.text)
      ? 'Diagnostics copied. They hold versions, counts and the end of the log, and no keys.'
      : 'The diagnostics could not be copied.'
    : result.error.message
  notifications.show({ message: said })
}
