// Puts the diagnostics text into the clipboard.
import { notifications } from '@mantine/notifications'
import { callMain } from '../../api.ts'
import { copyText } from './copyText.ts'

/** Copies, and says so. */
export const sayCopiedDiagnostics = (): void =>
  void copyDiagnostics().then((message) => notifications.show({ message }))

/** Copies; answers with what to say about it. Never fails. */
export async function copyDiagnostics(): Promise<string> {
  const result = await callMain('app:diagnostics', {})
  if (!result.ok) return result.error.message
  return copyText(result.value.text)
    ? 'Diagnostics copied. They hold versions, counts and the end of the log, and no keys.'
    : 'The diagnostics could not be copied.'
}
