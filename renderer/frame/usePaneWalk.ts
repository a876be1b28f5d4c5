// F6 walks the panes: sidebar, form, right pane (ticket list and ticket apart), save bar, status bar; each is entered where it was left.
import { useWindowEvent } from '@mantine/hooks'
import { useRef } from 'react'
import { dialogIsOpen } from '../ui/behaviour/shortcuts.ts'

/** The panes in the order they are walked; some lie within others. */
const panes = [
  'nav[aria-label="Main"]',
  'main',
  'main aside',
  '[data-pane="list"]',
  '[data-ticket]',
  '[data-pane="bar"]',
  'footer:not(main *)',
] as const
const anyPane = panes.join(', ')

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]'

/** The innermost one. */
const paneOf = (element: Element | null): Element | null => element?.closest(anyPane) ?? null

/** A list that a ticket lies over is hidden in another way than a pane that is closed. */
const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })

/** Where a pane is entered for the first time: what is chosen in it, else the first thing Tab would reach. */
function entryOf(pane: Element): HTMLElement | undefined {
  const reachable = [...pane.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && isShown(element) && paneOf(element) === pane,
  )
  return (
    reachable.find((each) => each.matches('[aria-current="page"], [aria-selected="true"], [role="grid"]')) ??
    reachable[0]
  )
}

const isParted = (pane: Element): boolean =>
  [...pane.querySelectorAll('[data-pane="list"], [data-ticket]')].some(isShown)

/** Listens to F6 and Shift+F6; an open dialog keeps the focus. */
export function usePaneWalk(): void {
  const left = useRef(new WeakMap<Element, HTMLElement>())
  useWindowEvent('focusin', ({ target }) => {
    const pane = target instanceof HTMLElement ? paneOf(target) : null
    // Of a pane that holds the focus itself there is no place to come back to.
    if (pane && target instanceof HTMLElement && target !== pane) left.current.set(pane, target)
  })
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    if (dialogIsOpen()) return
    const stops = panes.flatMap((selector, place) => {
      const pane = document.querySelector(selector)
      // The right pane that is parted into list and ticket is no stop of its own.
      if (!pane || (selector === 'main aside' && isParted(pane))) return []
      const last = left.current.get(pane)
      const stop = last?.isConnected && isShown(last) && !last.matches(':disabled') ? last : entryOf(pane)
      return stop ? [{ place, stop }] : []
    })
    const pane = paneOf(document.activeElement)
    const here = panes.findIndex((selector) => pane?.matches(selector))
    const next = event.shiftKey
      ? (stops.findLast(({ place }) => here < 0 || place < here) ?? stops.at(-1))
      : (stops.find(({ place }) => place > here) ?? stops[0])
    next?.stop.focus()
  })
}
