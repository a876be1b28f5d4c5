// Many rows at once, as lists of files do it: Ctrl A takes all, Shift takes those from the last one pressed to this one.
import { useRef } from 'react'
import { useWindowEvent } from '@mantine/hooks'
import { isTyping } from './isTyping.ts'
import { dialogIsOpen, isPressed } from '../behaviour/shortcuts.ts'

/** While its list is on the screen, Ctrl A means the rows and no text. */
export function useSelectAllRows(takeAll: () => void): void {
  useWindowEvent(
    'keydown',
    (event) => {
      if (!isPressed(event, 'mod+A') || isTyping(event.target) || dialogIsOpen()) return
      event.preventDefault()
      takeAll()
    },
    // Before the window takes the text around.
    { capture: true },
  )
}

/** The rows that a press on the box of one means: with Shift all from the last one pressed to it. */
export function useRange(ids: readonly string[]): (id: string, event: Event) => readonly string[] {
  const last = useRef<string | null>(null)
  return (id, event) => {
    const [from, to] = [ids.indexOf(last.current ?? id), ids.indexOf(id)]
    last.current = id
    const withShift = event instanceof MouseEvent && event.shiftKey
    return withShift && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
  }
}
