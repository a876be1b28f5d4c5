// One stack for Escape: whatever lies on top closes, one layer a key press, and never while an input method composes.
import { useEffect, useEffectEvent } from 'react'

/** From below to above: the page's own question, what slides over a part of it, what pops up beside the cursor. */
const levels = ['page', 'pane', 'popup'] as const
type Level = (typeof levels)[number]
type Layer = { level: Level; close: () => void }

const layers: Layer[] = []

const topmost = (): Layer | undefined =>
  levels
    .toReversed()
    .map((level) => layers.findLast((layer) => layer.level === level))
    .find((layer) => layer !== undefined)

/** Dialogs and menus of the library close by themselves; a popup that is open lies above them, everything else below. */
const overlayIsOpen = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null

const isFilledSearch = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  // The key belongs to the input method: it takes back what is composed, and nothing else closes with it.
  if (event.isComposing) return event.stopImmediatePropagation()
  // A key held down is one press.
  if (event.repeat) return event.stopImmediatePropagation()
  const layer = topmost()
  // The browser empties it, and that is all that this press does.
  if (layer?.level !== 'popup' && isFilledSearch(event.target)) return event.stopImmediatePropagation()
  if (!layer || event.defaultPrevented || (layer.level !== 'popup' && overlayIsOpen())) return
  event.preventDefault()
  event.stopImmediatePropagation()
  layer.close()
}

/** Called once, before any screen: who listens first decides. */
export const listenForEscape = (): void => window.addEventListener('keydown', onKeyDown, { capture: true })

/** While `open`, Escape calls `close` unless something lies above. */
export function useLayer(open: boolean, level: Level, close: () => void): void {
  const closeNow = useEffectEvent(close)
  useEffect(() => {
    if (!open) return
    const layer: Layer = { level, close: () => closeNow() }
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [open, level])
}
