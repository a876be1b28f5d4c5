// The running calls by the id the page gave them, so that each can be stopped.

type Opened = { readonly signal: AbortSignal; readonly close: () => void }

export type Calls = {
  /** Starts a call under an id; undefined when that id is already running. */
  readonly open: (callId: string) => Opened | undefined
  /** Starts a call that nobody can name, but that ends with the window. */
  readonly anonymous: () => Opened
  /** Stops a call; an id that is not running is nothing to do. */
  readonly cancel: (callId: string) => void
  /** Stops everything: the window is gone or the app quits. */
  readonly cancelAll: () => void
  /** Whether a call runs that has no name to stop it by: a save, an import, an export. */
  readonly isWriting: () => boolean
  /** Resolves as soon as nothing runs. */
  readonly settled: () => Promise<void>
}

/** Keeps one AbortController per running call. */
export function createCalls(): Calls {
  const running = new Map<string | symbol, AbortController>()
  const waiting: (() => void)[] = []
  const close = (key: string | symbol): void => {
    running.delete(key)
    if (running.size === 0) for (const resolve of waiting.splice(0)) resolve()
  }
  const start = (key: string | symbol): Opened => {
    const controller = new AbortController()
    running.set(key, controller)
    return { signal: controller.signal, close: () => close(key) }
  }
  return {
    open: (callId) => (running.has(callId) ? undefined : start(callId)),
    anonymous: () => start(Symbol('call')),
    cancel: (callId) => running.get(callId)?.abort(),
    cancelAll: () => {
      for (const controller of running.values()) controller.abort()
    },
    isWriting: () => [...running.keys()].some((key) => typeof key === 'symbol'),
    settled: () => (running.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  }
}
