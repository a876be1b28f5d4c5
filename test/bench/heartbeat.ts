// Listens to the event loop of this thread: the longest stretch in which it computed without giving way.
export type Heartbeat = {
  /** Forgets what was, and measures what follows under this name. */
  readonly during: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** The longest stretch under each name, in milliseconds of computing. */
  readonly longest: ReadonlyMap<string, number>
  readonly stop: () => void
}

/** Computing, not waiting: on a busy computer a thread that does nothing stands still as well. */
const computed = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** `every`: how often it listens, in milliseconds; shorter stretches are added up. */
export function startHeartbeat(every = 1): Heartbeat {
  const longest = new Map<string, number>()
  let name = ''
  let last = computed()
  const beat = (): void => {
    const now = computed()
    longest.set(name, Math.max(longest.get(name) ?? 0, now - last))
    last = computed()
  }
  const timer = setInterval(beat, every)
  return {
    longest,
    during: async (next, work) => {
      beat()
      name = next
      try {
        return await work()
      } finally {
        beat()
        name = ''
      }
    },
    stop: () => clearInterval(timer),
  }
}
