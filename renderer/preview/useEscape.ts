// Esc leaves the wide preview, unless something nearer to the hand takes the key first.
import { useEffect } from 'react'

/** A dialog, a menu, a list or a filled search box closes or empties on Esc by itself. */
const takesEscape = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest('[role=dialog], [role=menu], [role=listbox], [aria-expanded=true][aria-haspopup]') !==
    null ||
    (target instanceof HTMLInputElement && target.value !== ''))

/** Calls `leave` on Esc while `active`. */
export function useEscape(active: boolean, leave: () => void): void {
  useEffect(() => {
    if (!active) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || takesEscape(event.target)) return
      event.preventDefault()
      leave()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [active, leave])
}
