// What Electron knows about the computer: keystore, theme, screen, menus, network. Told as a plain server would see it.
import type { Clipboard, NativeTheme, PowerSaveBlocker, SafeStorage, Screen, Shell } from 'electron'
import { EventEmitter } from 'node:events'
import { onlyThese, onlyWhenReady } from './missing.ts'
import type { Offered } from './offered.ts'
import { createNet } from './network.ts'

const noKeystore = (): never => {
  throw new Error('Encryption is not available.')
}

/** No keystore in the host: the app keeps keys in memory and says so. */
const safeStorage = onlyThese('safeStorage', {
  isEncryptionAvailable: () => false,
  isAsyncEncryptionAvailable: async () => false,
  getSelectedStorageBackend: () => 'basic_text',
  encryptString: noKeystore,
  decryptString: noKeystore,
  encryptStringAsync: async () => noKeystore(),
  decryptStringAsync: async () => noKeystore(),
} satisfies Offered<SafeStorage>)

const displayOf = (workAreaSize: { width: number; height: number }) => ({
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, ...workAreaSize },
  workAreaSize,
  size: { width: 1920, height: 1080 },
})

// The browser has its own menus and shortcuts; the app's menu is accepted and never shown.
const emptyMenu = () => ({ items: [], popup: () => {}, append: () => {}, getMenuItemById: () => null })
function Menu() {
  return emptyMenu()
}

export type SystemParts = {
  isReady: () => boolean
  record: (api: string, ...args: unknown[]) => void
  workArea: { width: number; height: number }
  /** Whether a session trusts any server. */
  trusts: (session: unknown) => boolean
}

/** The parts of Electron that need no connection to the page. */
export const createSystem = ({ isReady, record, workArea, trusts }: SystemParts) => {
  const display = displayOf(workArea)
  return {
    safeStorage: onlyWhenReady('safeStorage', isReady, safeStorage),
    nativeTheme: onlyThese(
      'nativeTheme',
      Object.assign(new EventEmitter(), {
        shouldUseDarkColors: false,
        shouldUseHighContrastColors: false,
        shouldUseInvertedColorScheme: false,
        themeSource: 'system',
      } satisfies Offered<NativeTheme>),
    ),
    screen: onlyWhenReady(
      'screen',
      isReady,
      onlyThese(
        'screen',
        Object.assign(new EventEmitter(), {
          getPrimaryDisplay: () => display,
          getAllDisplays: () => [display],
          getDisplayMatching: () => display,
          getDisplayNearestPoint: () => display,
          getCursorScreenPoint: () => ({ x: 0, y: 0 }),
        } satisfies Offered<Screen>),
      ),
    ),
    powerMonitor: onlyThese('powerMonitor', new EventEmitter()),
    powerSaveBlocker: onlyThese('powerSaveBlocker', {
      start: (type: string) => {
        record('powerSaveBlocker.start', type)
        return 1
      },
      stop: (id: number) => {
        record('powerSaveBlocker.stop', id)
        return true
      },
      isStarted: () => false,
    } satisfies Offered<PowerSaveBlocker>),
    Notification: Object.assign(
      function Notification(options: object) {
        return Object.assign(new EventEmitter(), { show: () => record('Notification.show', options) })
      },
      { isSupported: () => true },
    ),
    clipboard: onlyThese('clipboard', {
      writeText: async (text: string) => record('clipboard.writeText', text),
    } satisfies Offered<Clipboard>),
    ...createNet(trusts),
    shell: onlyThese('shell', {
      openExternal: async (url: string) => record('shell.openExternal', url),
      openPath: async (path: string) => {
        record('shell.openPath', path)
        return ''
      },
      showItemInFolder: (path: string) => record('shell.showItemInFolder', path),
    } satisfies Offered<Shell>),
    Menu: onlyThese(
      'Menu',
      Object.assign(Menu, {
        setApplicationMenu: () => {},
        getApplicationMenu: () => null,
        buildFromTemplate: emptyMenu,
      }),
    ),
  }
}
