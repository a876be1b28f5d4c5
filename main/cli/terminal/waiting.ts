// While a command waits for ConnectWise it says so on standard error, terminal or not, so that nobody takes it for dead.
import type { Io } from './io.ts'

/** A little below the ten seconds that are promised. */
const often = 9_000

/** Says what is waited for until the answer is called. */
export function sayWhileWaiting({ say, now }: Pick<Io, 'say' | 'now'>, what: () => string): () => void {
  const started = now().getTime()
  const timer = setInterval(
    () => say(`Waiting for ${what()} (${Math.round((now().getTime() - started) / 1000)} s so far).`),
    often,
  )
  return () => clearInterval(timer)
}
