// Keeps the focus where what holds it goes away or is disabled for a while: a focus on nothing is lost to the keyboard.
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

const isDisabled = (element: Element): boolean => element.hasAttribute('disabled')

/**
 * A button that works is disabled meanwhile, and the browser lets its focus go: it gets it back. Called once, before any
 * screen. Whoever has moved the focus on meanwhile keeps it.
 */
export function keepFocusOfWorkingButtons(): void {
  let last: EventTarget | null = null
  window.addEventListener('focusin', ({ target }) => {
    last = target
  })
  window.addEventListener('focusout', ({ target }) => {
    if (target instanceof Element && !isDisabled(target)) last = null
  })
  new MutationObserver((records) => {
    const free = records.some(({ target }) => target === last)
    if (free && last instanceof HTMLElement && !isDisabled(last) && document.activeElement === document.body)
      last.focus({ preventScroll: true })
  }).observe(document, { subtree: true, attributeFilter: ['disabled'] })
}
