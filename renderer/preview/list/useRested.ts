// A text once it has rested: a live region that follows every key press would talk over itself.
import { useEffect, useState } from 'react'

const rest = 400

/** `text` after it has stayed the same for a while. */
export function useRested(text: string): string {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), rest)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
