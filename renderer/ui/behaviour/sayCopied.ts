// Copies and says so: a clipboard shows nothing by itself.
import { notifications } from '@mantine/notifications'
import { copyText } from './copyText.ts'

/** `what` begins the sentence: "The path". */
export const sayCopied = (what: string, text: string): void => {
  notifications.show({
    message: copyText(text) ? `${what} is copied.` : 'The clipboard refused the text. Try again.',
    autoClose: 3000,
  })
}
