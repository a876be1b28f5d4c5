// F6 walks the panes: sidebar, centre, right pane, status bar; each is entered where it was left.
import { useWindowEvent } from '@mantine/hooks'
import { useRef } from 'react'

/** The panes in the order they are walked. The right pane lies within the centre's element, so it is looked for first. */
const panes = ['nav[aria-label="Main"]', 'main', 'main aside', 'footer:not(main *)'] as const
const innermostFirst = panes.toReversed()

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]'

const paneOf = (element: Element | null): Element | null =>
  innermostFirst.map((pane) => element?.closest(pane)).find((pane) => pane != null) ?? null

/** Where a pane is entered for the first time: what is chosen in it, else the first thing Tab would reach. */
function entryOf(pane: Element): HTMLElement | undefined {
  const reachable = [...pane.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility() && paneOf(element) === pane,
  )
  return (
    reachable.find((each) => each.matches('[aria-current="page"], [aria-selected="true"]')) ?? reachable[0]
  )
}

/** Listens to F6 and Shift+F6; an open dialog keeps the focus. */
export function usePaneWalk(): void {
  const left = useRef(new WeakMap<Element, HTMLElement>())
  useWindowEvent('focusin', ({ target }) => {
    const pane = target instanceof HTMLElement ? paneOf(target) : null
    if (pane && target instanceof HTMLElement) left.current.set(pane, target)
  })
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    if (document.querySelector('[aria-modal="true"]')) return
    const stops = panes.flatMap((selector) => {
      const pane = document.querySelector(selector)
      if (!pane) return []
      const last = left.current.get(pane)
      const stop = last?.isConnected && last.checkVisibility() ? last : entryOf(pane)
      return stop ? [{ pane, stop }] : []
    })
    const here = stops.findIndex(({ pane }) => pane === paneOf(document.activeElement))
    const from = here < 0 && event.shiftKey ? 0 : here
    stops.at((from + (event.shiftKey ? -1 : 1)) % stops.length)?.stop.focus()
  })
}
