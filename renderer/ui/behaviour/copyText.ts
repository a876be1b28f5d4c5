// Puts a text into the clipboard without the permission that the window denies to every page.
import { notifications } from '@mantine/notifications'
import { withSignsShown } from '../words/visibleSigns.ts'

/**
 * Copies on a user's click. `navigator.clipboard` would ask for a permission, and the session grants none;
 * copying a selection needs none. False when the browser refused.
 */
export function copyText(text: string): boolean {
  const holder = document.createElement('textarea')
  const focused = document.activeElement
  holder.value = withSignsShown(text)
  holder.setAttribute('aria-hidden', 'true')
  holder.style.position = 'fixed'
  holder.style.opacity = '0'
  document.body.append(holder)
  holder.select()
  const copied = document.execCommand('copy')
  holder.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}

/** Copies and says so: a clipboard shows nothing by itself. `what` begins the sentence: "The path". */
export const sayCopied = (what: string, text: string): void => {
  notifications.show({
    message: copyText(text) ? `${what} is copied.` : 'The clipboard refused the text. Try again.',
    autoClose: 3000,
  })
}
