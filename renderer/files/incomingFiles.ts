// Files that came from outside the page `Files`, opened on the desktop or dropped anywhere: they wait here until it looks at them.
import { useEffect, useSyncExternalStore } from 'react'
import { createCell } from '../state/store.ts'

const incoming = createCell<readonly File[]>([])

export const addIncomingFiles = (files: readonly File[]): void =>
  incoming.set((before) => [...before, ...files])

/** Hands the next waiting file to `read`, one at a time, while `isFree`. */
export function useIncomingFiles(isFree: boolean, read: (file: File) => void): void {
  const [next] = useSyncExternalStore(incoming.subscribe, incoming.get)
  useEffect(() => {
    if (!next || !isFree) return
    incoming.set((waiting) => waiting.filter((file) => file !== next))
    read(next)
  })
}
