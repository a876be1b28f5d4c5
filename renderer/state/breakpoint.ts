// Which of the window's layouts is in force: by its width alone, so that a pane that grows never changes it.
import { useSyncExternalStore } from 'react'

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

const queries = () => layouts.map(([, least]) => window.matchMedia(`(min-width: ${least}px)`))

const read = (): Breakpoint =>
  layouts.find(([, least]) => window.matchMedia(`(min-width: ${least}px)`).matches)?.[0] ?? 'small'

function subscribe(listener: () => void): () => void {
  const watched = queries()
  for (const query of watched) query.addEventListener('change', listener)
  return () => {
    for (const query of watched) query.removeEventListener('change', listener)
  }
}

export const useBreakpoint = (): Breakpoint => useSyncExternalStore(subscribe, read)
