// Files that came from outside the page `Files`, opened on the desktop or dropped anywhere: they wait here until it looks at them.
import { useEffect } from 'react'
import { createSharedValue, useSharedValue } from '../state/sharedValue.ts'

const incoming = createSharedValue<readonly File[]>([])

export const addIncomingFiles = (files: readonly File[]): void =>
  incoming.set((before) => [...before, ...files])

/** Hands the next waiting file to `read`, one at a time, while `isFree`. */
export function useIncomingFiles(isFree: boolean, read: (file: File) => void): void {
  const [next] = useSharedValue(incoming)
  useEffect(() => {
    if (!next || !isFree) return
    incoming.set((waiting) => waiting.filter((file) => file !== next))
    read(next)
  })
}
