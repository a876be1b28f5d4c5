// The end of the Windows session: no window is asked and nothing quits, so what is typed is put on disk at the first word of it.
import type { App, BrowserWindow } from 'electron'
import type { Calls } from '../../services/runningCalls.ts'

type Ending = {
  /** Puts the drafts on disk before it returns. */
  readonly flush: () => void
  readonly calls: Pick<Calls, 'isWriting' | 'cancelAll' | 'settled'>
  readonly app: Pick<App, 'quit'>
}

/**
 * At shutdown, log-off and a restart for updates Windows emits `query-session-end` and `session-end` alone, and the process
 * is ended inside the latter (electron.d.ts, `before-quit`). The end is held up only while a write is under way.
 */
export function keepAtSessionEnd(window: Pick<BrowserWindow, 'on'>, { flush, calls, app }: Ending): void {
  window.on('query-session-end', (event) => {
    flush()
    if (!calls.isWriting()) return
    event.preventDefault()
    calls.cancelAll()
    // Windows goes on as soon as this process has ended.
    void calls.settled().then(() => app.quit())
  })
  window.on('session-end', flush)
}
