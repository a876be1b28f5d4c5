// The companion by keyboard: one hand on it, the other in the published form.
import { useEffect, useEffectEvent } from 'react'
import { isPressed, type Shortcut } from '../../ui/behaviour/shortcuts.ts'
import type { CurrentField } from './useCurrentField.ts'

/** Its own keys come first where a button has the focus. */
const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button') !== null
const isBox = (target: EventTarget | null): boolean => target instanceof HTMLInputElement

const isTextMarked = (): boolean => getSelection()?.isCollapsed === false

export function useCompanionKeys(
  { row, index, isWhole, move, choose, copy, tick, enterAndGoOn }: CurrentField,
  close: () => void,
): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    const shortcuts: Shortcut[] = [
      ['Escape', close],
      ['ArrowDown', () => move(1)],
      ['ArrowUp', () => move(-1)],
      ['Home', () => choose(0)],
      ['End', () => move(Number.MAX_SAFE_INTEGER)],
      ...(isTextMarked() ? [] : ([['mod+C', copy]] satisfies Shortcut[])),
      ...(isButton(event.target) ? [] : ([['Enter', isWhole ? close : enterAndGoOn]] satisfies Shortcut[])),
    ]
    const shortcut = shortcuts.find(([keys]) => isPressed(event, keys))
    const isSpace = event.key === ' ' && !isButton(event.target) && !isBox(event.target)
    if (!shortcut && !isSpace) return
    event.preventDefault()
    // A key that is held moves on; it ticks nothing that nobody has entered.
    if (event.repeat && !event.key.startsWith('Arrow')) return
    if (shortcut) shortcut[1]()
    else if (row) {
      // The box itself has lost the focus to the page.
      tick(row, document.querySelector('[data-current] input:checked') === null)
      choose(index)
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => run(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
