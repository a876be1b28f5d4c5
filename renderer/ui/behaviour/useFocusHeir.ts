// Names who takes the focus where what holds it goes away; without a name `keepFocus.ts` finds one.
import { type RefObject, useLayoutEffect } from 'react'

/**
 * When `element` goes away with the focus inside it, what `heir` finds takes it, as soon as all that changes with it has:
 * a button may be free again only then. Both must stay the same.
 */
export function useFocusHeir(
  element: RefObject<HTMLElement | null>,
  heir: (element: HTMLElement) => HTMLElement | null,
): void {
  useLayoutEffect(() => {
    const holder = element.current
    return () => {
      if (!holder?.contains(document.activeElement)) return
      const next = heir(holder)
      queueMicrotask(() => next?.focus())
    }
  }, [element, heir])
}
