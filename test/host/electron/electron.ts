// The module `electron` as the host offers it, and the handles with which the host drives it.
import type { ToPage } from '../messages.ts'
import type { Circumstances } from '../options.ts'
import { createApp } from './app.ts'
import { createDialogs } from './dialogs.ts'
import { createIpc } from './ipc.ts'
import { missing, preventable } from './missing.ts'
import { createSessions } from './session.ts'
import { createSystem } from './system.ts'
import { createWindows, type Windows } from './window.ts'

// Everything else Electron 45 exports to the main process.
const notOffered = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'MenuItem',
  'MessageChannelMain',
  'nativeImage',
  'pushNotifications',
  'ShareMenu',
  'sharedTexture',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'utilityProcess',
  'View',
  'WebContentsView',
  'webFrameMain',
]

export type ElectronOptions = {
  folder: string
  userData: string | null
  /** A folder of the host that goes away with it. */
  tempFolder: string
  argv: string[]
  circumstances: Circumstances
  toPages: (message: ToPage, window: number) => void
  exit: (code: number) => void
}

/** One fake Electron. `electron` is what the bundle gets; the rest is for the host. */
export const createElectron = ({
  folder,
  userData,
  tempFolder,
  argv,
  circumstances,
  toPages,
  exit,
}: ElectronOptions) => {
  const calls: { api: string; args: unknown[] }[] = []
  const record = (api: string, ...args: unknown[]) => void calls.push({ api, args })

  const { app, entry, start, lastWindowClosed } = createApp({
    folder,
    userData,
    argv,
    circumstances,
    closeWindows: () => windows.close(),
    record,
    exit,
  })
  const isReady = () => app.isReady()
  const sessions = createSessions(isReady, record, (made) => void app.emit('session-created', made))
  const { session } = sessions
  const { protocol, fetch, permissions } = sessions.main
  const windows: Windows = createWindows({
    isReady,
    sessions,
    toPages,
    record,
    announce: (event, ...args) => void app.emit(event, ...args),
    lastWindowClosed,
    paintsHidden: circumstances.paintsHidden,
  })
  const { ipcMain, invoke, send, currentCall, channels } = createIpc(windows.at)
  const { dialog, answer } = createDialogs({ isReady, folder: tempFolder, currentCall, record })
  const { BrowserWindow, webContents } = windows

  return {
    electron: {
      ...Object.fromEntries(notOffered.map((name) => [name, missing(name)])),
      ...createSystem({ isReady, record, workArea: circumstances.workArea, trusts: sessions.trusts }),
      app,
      BrowserWindow,
      webContents,
      ipcMain,
      protocol,
      session,
      dialog,
    },
    app,
    entry,
    start: () => {
      // The default session is there before anybody can ask for it.
      app.emit('session-created', sessions.main.session)
      start()
    },
    windows,
    fetch,
    permissions,
    invoke,
    send,
    channels,
    answer,
    calls,
    /** Lets an event of the app happen; true when the app prevents what would follow. */
    happen: (name: string, ...args: unknown[]) => {
      const event = preventable()
      app.emit(name, event, ...args)
      return event.defaultPrevented
    },
  }
}

export type FakeElectron = ReturnType<typeof createElectron>
