// Which of the window's layouts is in force: by its width and the size of the text, so that a pane that grows never changes it;
// and whether it is being printed.
import { useCallback, useSyncExternalStore } from 'react'
import { useAppSettings } from './appSettings.ts'
import { createSharedValue, useSharedValue } from './sharedValue.ts'

/** From wide to narrow, each with the least width it needs. */
const layouts = [
  ['huge', 2200],
  ['large', 1680],
  ['split', 1440],
  ['three', 1180],
  ['drawer', 860],
  ['small', 0],
] as const

export type Breakpoint = (typeof layouts)[number][0]

/** `textSize` in percent: larger text leaves room for less. */
const matches = (least: number, textSize: number): MediaQueryList =>
  window.matchMedia(`(min-width: ${(least * textSize) / 100}px)`)

export function useBreakpoint(): Breakpoint {
  const { textSize } = useAppSettings()
  const subscribe = useCallback(
    (listener: () => void) => {
      const watched = layouts.map(([, least]) => matches(least, textSize))
      for (const query of watched) query.addEventListener('change', listener)
      return () => {
        for (const query of watched) query.removeEventListener('change', listener)
      }
    },
    [textSize],
  )
  const read = () => layouts.find(([, least]) => matches(least, textSize).matches)?.[0] ?? 'small'
  return useSyncExternalStore(subscribe, read)
}

const printing = createSharedValue(false)
window.addEventListener('beforeprint', () => printing.set(true))
window.addEventListener('afterprint', () => printing.set(false))

/** What is only drawn in part, or in dark, is drawn whole and in light for paper. */
export const usePrinting = (): boolean => useSharedValue(printing)
