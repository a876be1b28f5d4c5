// While a command waits for ConnectWise it says so on standard error, terminal or not, so that nobody takes it for dead.
import type { Io } from './io.ts'

/** A little below the ten seconds that are promised. */
const often = 9_000

/** Does the work and says meanwhile what is waited for; nothing is said once it has ended, whichever way. */
export async function sayWhileWaiting<T>(
  { say, now }: Pick<Io, 'say' | 'now'>,
  what: () => string,
  work: () => Promise<T>,
): Promise<T> {
  const started = now().getTime()
  const timer = setInterval(
    () => say(`Waiting for ${what()} (${Math.round((now().getTime() - started) / 1000)} s so far).`),
    often,
  )
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
