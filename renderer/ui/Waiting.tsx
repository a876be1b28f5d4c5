// Says what is waited for, and for how long already, so that a slow answer is not taken for a frozen window.
import { useInterval } from '@mantine/hooks'
import { useState } from 'react'

/** Well below the ten seconds that are promised. */
const often = 5_000

/** Nothing for the first seconds. A new `key` begins anew: whatever was heard last makes a good one. */
export function Waiting({ on }: { on: string }) {
  const [began] = useState(Date.now)
  const [now, setNow] = useState(began)
  useInterval(() => setNow(Date.now()), often, { autoInvoke: true })
  const seconds = Math.round((now - began) / 1000)
  return (
    seconds > 0 && (
      <>
        {' '}
        (waiting for {on}, {seconds} s so far)
      </>
    )
  )
}
