// The time as state, so that what depends on it (how old a snapshot is) moves on in a window left open.
import { useInterval } from '@mantine/hooks'
import { useState } from 'react'

const minute = 60_000

/** The current time, renewed every ten minutes. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useInterval(() => setNow(new Date()), 10 * minute, { autoInvoke: true })
  return now
}
