// Opens one store file of the data folder, through the library that was chosen for it.
import { ipcMain } from 'electron'
import Store from 'electron-store'
import { privateFile } from '../disk/privacy.ts'

export function openStore(folder: string, name: string): Store {
  const store = new Store({
    cwd: folder,
    name,
    clearInvalidConfig: false,
    configFileMode: privateFile,
  })
  // electron-store listens on a channel of its own, which answers any sender.
  ipcMain.removeAllListeners('electron-store-get-data')
  return store
}
