// Ctrl A takes the text one is in, never the whole window: the JSON, the pane, the dialog.
import { useWindowEvent } from '@mantine/hooks'
import { isPressed } from '../ui/behaviour/shortcuts.ts'
import { isTyping } from '../ui/keyboard/isTyping.ts'

/** What reads as one text, from inside out. */
const texts = 'pre, [data-whole], [role="tabpanel"], [role="dialog"], main'

/** Where the cursor is, else where something was last pressed. */
function textAround(target: EventTarget | null): Element | null {
  const focused = target instanceof Element && target !== document.body ? target : null
  const pressed = getSelection()?.anchorNode
  const at = focused ?? (pressed instanceof Element ? pressed : pressed?.parentElement)
  return at?.closest(texts) ?? document.querySelector('[role="dialog"]') ?? document.querySelector('main')
}

export function useSelectAll(): void {
  useWindowEvent('keydown', (event) => {
    if (event.defaultPrevented || !isPressed(event, 'mod+A') || isTyping(event.target)) return
    const text = textAround(event.target)
    if (!text) return
    event.preventDefault()
    getSelection()?.selectAllChildren(text)
  })
}
