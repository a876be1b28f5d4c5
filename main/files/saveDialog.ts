// The system's save dialog: the one place where files and Electron meet.
import { BrowserWindow, dialog } from 'electron'

/** Asks where to save; undefined when the person cancels. */
export async function askSavePath(suggestedName: string): Promise<string | undefined> {
  const options = { defaultPath: suggestedName, filters: [{ name: 'Syncwright file', extensions: ['json'] }] }
  const [window] = BrowserWindow.getAllWindows()
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? undefined : filePath
}
