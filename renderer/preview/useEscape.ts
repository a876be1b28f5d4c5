// Esc leaves the wide preview, unless something nearer to the hand takes the key first.
import { useEffect } from 'react'

/** An open dialog or menu closes on Esc, and a search that holds words empties. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"], [role="menu"]') !== null ||
  (target instanceof HTMLInputElement && target.type === 'text' && target.value !== '')

/** Calls `leave` on Esc while `active`. */
export function useEscape(active: boolean, leave: () => void): void {
  useEffect(() => {
    if (!active) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isTaken(event.target)) return
      event.preventDefault()
      // The window's own Escape (discard the draft) must not fire as well, so this comes first.
      event.stopPropagation()
      leave()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [active, leave])
}
