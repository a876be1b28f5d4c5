// The end of the computer's session: no window is asked, and nothing that is being written is cut short.
import type { App, BrowserWindow, PowerMonitor } from 'electron'
import type { Calls } from '../../services/runningCalls.ts'

type Ending = {
  readonly window: Pick<BrowserWindow, 'on'>
  readonly monitor: Pick<PowerMonitor, 'on'>
  /** Erases what only waits for an undo, before it returns. Drafts are on disk already, and saves are calls. */
  readonly settle: () => void
  readonly calls: Pick<Calls, 'isWriting' | 'cancelAll' | 'settled'>
  readonly app: Pick<App, 'exit'>
}

/**
 * At shutdown, log-off and a restart for updates Windows emits `query-session-end` and `session-end` alone, and the process
 * is ended inside the latter; macOS and Linux emit `shutdown` (electron.d.ts). The end is held up only while a write is under
 * way. Then the process ends without a question: the page's own, about unsaved changes, would stop the whole computer, and
 * the draft is kept.
 */
export function keepAtSessionEnd({ window, monitor, settle, calls, app }: Ending): void {
  const end = (event?: { preventDefault: () => void }): void => {
    settle()
    if (!calls.isWriting()) return
    event?.preventDefault()
    calls.cancelAll()
    // The system goes on as soon as this process has ended.
    void calls.settled().then(() => app.exit(0))
  }
  window.on('query-session-end', end)
  window.on('session-end', settle)
  monitor.on('shutdown', end)
}
