// Shortcuts of the window: by the letter a key types, and by its place where the layout types no Latin letter.
import { useEffect, useEffectEvent } from 'react'

/** Keys as `mod+S`, `shift+F8` or `F5`; `mod` is Ctrl, Cmd on a Mac. */
export type Shortcut = readonly [keys: string, run: () => void]

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>

/** The letter meant: where a layout types signs of another script (a vowel sign of Hindi is no letter), the Latin ones are at their places. */
const keyOf = ({ key, code }: Pressed): string =>
  (/^[^ -~]+$/.test(key) ? code.replace(/^Key/, '') : key).toLowerCase()

/** Whether these keys, and no others, are pressed. */
export function isPressed(event: Pressed, keys: string): boolean {
  const parts = keys.toLowerCase().split('+')
  return (
    !event.isComposing &&
    keyOf(event) === parts.at(-1) &&
    (event.ctrlKey || event.metaKey) === parts.includes('mod') &&
    event.altKey === parts.includes('alt') &&
    event.shiftKey === parts.includes('shift')
  )
}

/** A question or a form lies above the screen: what is below is nobody's aim. The palette is one too, unless it is `except`ed. */
export const dialogIsOpen = (except?: 'palette'): boolean =>
  document.querySelector(
    `[aria-modal="true"]${except === 'palette' ? ':not(.mantine-Spotlight-content)' : ''}`,
  ) !== null

/** Runs at most one of the shortcuts, none below a dialog, and keeps the key from doing anything else. */
export const runShortcut =
  (shortcuts: readonly Shortcut[], isBlocked = (): boolean => dialogIsOpen()) =>
  (event: KeyboardEvent) => {
    const shortcut = shortcuts.find(([keys]) => isPressed(event, keys))
    if (!shortcut) return
    event.preventDefault()
    if (!isBlocked()) shortcut[1]()
  }

/** Listens as long as the calling component is on the screen, in text fields too. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const run = useEffectEvent((event: KeyboardEvent) => runShortcut(shortcuts)(event))
  useEffect(() => {
    const listen = (event: KeyboardEvent) => run(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
