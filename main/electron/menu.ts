// The application's menu: what keeps the system's own shortcuts working, and the way to help.
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

/** What the Help menu opens. */
export type HelpActions = {
  readonly openAddress: (address: string) => void
  readonly openFolder: (path: string) => void
  readonly about: () => void
}

/** Cut, copy and the rest; `can` greys out what does not apply, such as copying from a password field. */
export const editItems = (can?: ContextMenuParams['editFlags']): MenuItemConstructorOptions[] => [
  { role: 'undo', enabled: can?.canUndo ?? true },
  { role: 'redo', enabled: can?.canRedo ?? true },
  { type: 'separator' },
  { role: 'cut', enabled: can?.canCut ?? true },
  { role: 'copy', enabled: can?.canCopy ?? true },
  { role: 'paste', enabled: can?.canPaste ?? true },
  { type: 'separator' },
  { role: 'selectAll', enabled: can?.canSelectAll ?? true },
]

/** No reload: Ctrl+R and F5 are the page's refresh. */
const viewItems = (isPackaged: boolean): MenuItemConstructorOptions[] => [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  // Where the plus sign takes Shift, people press the key without it; the number pad has keys of its own.
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
  { role: 'zoomIn', accelerator: 'CommandOrControl+numadd', visible: false },
  { role: 'zoomOut' },
  { role: 'zoomOut', accelerator: 'CommandOrControl+numsub', visible: false },
  { role: 'resetZoom', accelerator: 'CommandOrControl+num0', visible: false },
  { type: 'separator' },
  { role: 'togglefullscreen' },
  ...(isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
]

/** macOS shows recent files here; Windows shows them at the icon in the taskbar. */
const recentItems: MenuItemConstructorOptions[] = [
  { role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] },
  { type: 'separator' },
  { role: 'close' },
]

type MenuOptions = {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  readonly dataFolder: string
  readonly help: HelpActions
}

/** The whole menu. macOS has its own place for About, in the menu of the app. */
export function menuTemplate({
  platform,
  isPackaged,
  dataFolder,
  help,
}: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    isMac ? { label: 'File', submenu: recentItems } : { role: 'fileMenu' },
    { label: 'Edit', submenu: editItems() },
    { label: 'View', submenu: viewItems(isPackaged) },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        {
          label: 'ConnectWise documentation',
          click: () => help.openAddress('https://docs.connectwise.com/'),
        },
        { label: 'Open the data folder', click: () => help.openFolder(dataFolder) },
        ...(isMac ? [] : [{ type: 'separator' } as const, { label: 'About Syncwright', click: help.about }]),
      ],
    },
  ]
}
