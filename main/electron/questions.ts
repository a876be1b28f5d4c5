// What the app asks in a box of the system: where the page itself cannot ask, because it hangs, crashed or is about to go.
import { app, BrowserWindow, clipboard, dialog, type MessageBoxOptions } from 'electron'
import type { Log } from '../log/log.ts'
import { bringForward } from './lifecycle/desktopEvents.ts'

/** Windows makes large command links of unusual buttons; these are plain buttons everywhere. */
const plain = { noLink: true, defaultId: 0, cancelId: 0 } satisfies Partial<MessageBoxOptions>

/** What a box goes in front of: one without a window gets lost behind it, and one on a window that is not seen is not seen either. */
export const seenWindow = (): BrowserWindow | undefined =>
  BrowserWindow.getAllWindows().find((each) => each.isVisible() && !each.isMinimized())

async function ask(options: MessageBoxOptions): Promise<number> {
  const window = seenWindow()
  const { response } = await (window
    ? dialog.showMessageBox(window, { ...plain, ...options })
    : dialog.showMessageBox({ ...plain, ...options }))
  return response
}

/**
 * Whether to leave the page although something in it is not saved. The event it answers cannot wait. A window that is
 * closed from the taskbar may be minimised: what the question is about, and the question, are to be seen.
 */
export function mayLeave(window: BrowserWindow): boolean {
  bringForward(window)
  const answer = dialog.showMessageBoxSync(window, {
    ...plain,
    type: 'question',
    message: 'Leave without saving?',
    detail: 'The changes since the last save would be lost.',
    buttons: ['Stay', 'Leave'],
  })
  return answer === 1
}

/** Whether a file that is there may be written over, where the save dialog did not ask. */
export const mayReplace = async (fileName: string): Promise<boolean> =>
  (await ask({
    type: 'question',
    message: `Replace ${fileName}?`,
    detail: 'A file of this name is there already. What is in it would be lost.',
    buttons: ['Keep it', 'Replace'],
  })) === 1

/** A page that hangs can be waited for or ended; the question goes away when the page answers again, or ends by itself. */
export function offerToWait(window: BrowserWindow, log: Log): void {
  let asked: AbortController | undefined
  const takeBack = (): void => asked?.abort()
  window.on('responsive', takeBack)
  window.webContents.on('render-process-gone', takeBack)
  window.on('unresponsive', () => {
    if (asked) return
    log.warn('The page does not answer')
    const question = new AbortController()
    asked = question
    const { signal } = question
    void dialog
      .showMessageBox(window, {
        ...plain,
        type: 'warning',
        message: 'The window does not answer',
        detail: 'What is saved is unchanged. It may be working on something large.',
        buttons: ['Wait', 'End it'],
        signal,
      })
      .then(({ response }) => {
        asked = undefined
        // Its end is a crash like any other, and brings the question that reloads it.
        if (response === 1 && !signal.aborted && !window.isDestroyed())
          window.webContents.forcefullyCrashRenderer()
      })
  })
}

/** Why a page process ended, where that tells what to do; in Electron's words (electron.d.ts, `RenderProcessGoneDetails`). */
const causes: Readonly<Record<string, string>> = {
  oom: 'It ran out of memory.',
  'memory-eviction': 'This computer ran out of memory.',
  'launch-failed': 'The system did not let its process start; protection software may have stopped it.',
  'integrity-failure': 'A part of the program was changed or could not be read; install Syncwright again.',
}

export async function offerReload(window: BrowserWindow, reason = ''): Promise<void> {
  const response = await ask({
    type: 'warning',
    message: 'The window stopped working',
    detail: [
      causes[reason],
      'What is saved is unchanged. Reload brings it back, with the unsaved changes of a relationship.',
    ]
      .filter(Boolean)
      .join(' '),
    buttons: ['Reload', 'Quit'],
  })
  if (response === 1) app.quit()
  else if (!window.isDestroyed()) window.webContents.reload()
}

/** Tells that something failed which nobody had foreseen; the log says what. */
export async function sayFault(): Promise<void> {
  await app.whenReady()
  await ask({
    type: 'warning',
    message: 'Something went wrong inside Syncwright',
    detail:
      'What is saved is unchanged, and you can go on. Save what is open; if the window behaves oddly, start Syncwright again. The command “Copy diagnostics” (Ctrl+K) gives support what it needs.',
    buttons: ['Go on'],
  })
}

/** What this computer does not open is handed over as text. */
export async function offerText(message: string, text: string, copy: string): Promise<void> {
  const response = await ask({ type: 'info', message, detail: text, buttons: ['Close', copy] })
  if (response === 1) await clipboard.writeText(text)
}
