// Hands the focus on when what holds it goes away: a focus on nothing is lost to the keyboard.
import { type RefObject, useLayoutEffect } from 'react'

/** When `element` goes away with the focus inside it, what `heir` finds takes it. Both must stay the same. */
export function useFocusHeir(
  element: RefObject<HTMLElement | null>,
  heir: (element: HTMLElement) => HTMLElement | null,
): void {
  useLayoutEffect(() => {
    const holder = element.current
    return () => {
      if (holder?.contains(document.activeElement)) heir(holder)?.focus()
    }
  }, [element, heir])
}
