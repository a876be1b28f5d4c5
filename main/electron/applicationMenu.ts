// Puts the menu in place, and what About says.
import { app, Menu } from 'electron'
import { openAddress, openFolder } from './desktop.ts'
import { menuTemplate } from './menu.ts'

export function setApplicationMenu(dataFolder: string): void {
  app.setAboutPanelOptions({ applicationName: 'Syncwright', applicationVersion: app.getVersion() })
  const help = {
    openAddress,
    openFolder: (path: string) => void openFolder(path),
    about: () => app.showAboutPanel(),
  }
  const { platform } = process
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ platform, isPackaged: app.isPackaged, dataFolder, help })),
  )
}
