// Work that is done at once shows no progress: a strip that comes and goes in a moment only makes the list jump.
import { useEffect, useState } from 'react'

const late = 200

/** Whether `busy` has lasted for longer than a moment. */
export function useLate(busy: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!busy) return
    const timer = setTimeout(() => setLasting(true), late)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [busy])
  return busy && lasting
}
