// Sleep: requests wait until the computer is awake, and a long read keeps it awake.
import type { PowerMonitor, PowerSaveBlocker } from 'electron'

export type Power = {
  /** Resolves at once, or when the computer wakes up. */
  readonly awake: () => Promise<void>
  /** Runs a long piece of work; the computer does not fall asleep by itself meanwhile. The screen may. */
  readonly keepAwake: <T>(work: () => Promise<T>) => Promise<T>
}

/** How long a request waits at most while the computer runs, should the word of its waking get lost (milliseconds). */
const longestWait = 30_000

/** Follows the computer's sleep. After the app is ready. */
export function createPower(
  monitor: Pick<PowerMonitor, 'on'>,
  blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>,
): Power {
  let asleep: PromiseWithResolvers<void> | undefined
  const wake = (): void => {
    asleep?.resolve()
    asleep = undefined
  }
  monitor.on('suspend', () => {
    asleep ??= Promise.withResolvers<void>()
    // Timers stand still while the computer sleeps.
    setTimeout(wake, longestWait).unref()
  })
  monitor.on('resume', wake)
  return {
    awake: () => asleep?.promise ?? Promise.resolve(),
    keepAwake: async (work) => {
      const id = blocker.start('prevent-app-suspension')
      try {
        return await work()
      } finally {
        blocker.stop(id)
      }
    },
  }
}
