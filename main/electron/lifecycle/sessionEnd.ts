// The end of the computer's session: no window is asked, and nothing that is being written is cut short.
import type { App, BrowserWindow, PowerMonitor } from 'electron'
import type { Calls } from '../../services/runningCalls.ts'
import { endCalls } from './quit.ts'

type Ending = {
  readonly window: Pick<BrowserWindow, 'on'>
  readonly monitor: Pick<PowerMonitor, 'on'>
  /** The process, which hears what service managers and terminals send. */
  readonly signals: { readonly on: (signal: NodeJS.Signals, listener: () => void) => unknown }
  /** Erases what only waits for an undo, before it returns. Drafts are on disk already, and saves are calls. */
  readonly settle: () => void
  readonly calls: Pick<Calls, 'isWriting' | 'cancelAll' | 'settled'>
  readonly app: Pick<App, 'exit'>
}

/**
 * At shutdown, log-off and a restart for updates Windows emits `query-session-end` and `session-end` alone, and ends the
 * process inside the latter without asking a page: so the end is held up only while a write is under way. macOS and Linux
 * emit `shutdown` (electron.d.ts) and then quit the app as a person would, and the page's own question, about unsaved
 * changes, would hold up the whole computer for a draft that is kept: there the app ends by itself, in every case.
 *
 * The same holds for who sends a signal: Electron makes a quit of it, with that question (electron_browser_main_parts_posix.cc).
 * It takes the signals before the app is ready; whoever listens afterwards has them.
 */
export function keepAtSessionEnd({ window, monitor, signals, settle, calls, app }: Ending): void {
  const end = (event?: { preventDefault: () => void }): void => {
    event?.preventDefault()
    // The system goes on as soon as this process has ended.
    void endCalls(calls).then(() => app.exit(0))
  }
  window.on('query-session-end', (event) => {
    settle()
    if (calls.isWriting()) end(event)
  })
  window.on('session-end', settle)
  const endAtOnce = (event?: { preventDefault: () => void }): void => {
    settle()
    end(event)
  }
  monitor.on('shutdown', endAtOnce)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) signals.on(signal, () => endAtOnce())
}
