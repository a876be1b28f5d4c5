// Keys and mouse buttons that work on every screen: help, the list of shortcuts, back and forth, undo.
import { useWindowEvent } from '@mantine/hooks'
import { useNavigation } from '../state/navigation.tsx'
import { dialogIsOpen, isPressed, type Shortcut, useShortcuts } from '../ui/behaviour/shortcuts.ts'
import { redoLast, undoLast } from '../ui/behaviour/takeBack.ts'
import { isEditingText, isTyping } from '../ui/keyboard/isTyping.ts'
import { useSelectAll } from './useSelectAll.ts'

/** The two buttons at the side of a mouse, as browsers number them. */
const [backButton, forwardButton] = [3, 4]

const takeBacks: readonly Shortcut[] = [
  ['mod+Z', undoLast],
  ['mod+shift+Z', redoLast],
  ['mod+Y', redoLast],
]

type FrameKeys = { showHelp: () => void; showShortcuts: () => void }

export function useFrameKeys({ showHelp, showShortcuts }: FrameKeys): void {
  const { back, forward } = useNavigation()
  useSelectAll()
  useShortcuts([
    ['F1', showHelp],
    ['alt+ArrowLeft', back],
    ['alt+ArrowRight', forward],
  ])
  // In a text its own undo is meant.
  useWindowEvent('keydown', (event) => {
    const takes = takeBacks.find(([keys]) => isPressed(event, keys))
    if (!takes || event.defaultPrevented || dialogIsOpen() || isEditingText(event.target)) return
    event.preventDefault()
    takes[1]()
  })
  // By what the key types, wherever the layout has it; in a text field it is a question mark.
  useWindowEvent('keydown', (event) => {
    if (event.key === '?' && !dialogIsOpen() && !isTyping(event.target)) showShortcuts()
  })
  useWindowEvent('mouseup', (event) => {
    if (event.button !== backButton && event.button !== forwardButton) return
    event.preventDefault()
    if (dialogIsOpen()) return
    if (event.button === backButton) back()
    else forward()
  })
}
