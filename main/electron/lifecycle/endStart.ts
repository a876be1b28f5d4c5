// The end of a start that cannot be: it is said where whoever started it can read it.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { refusedSwitches } from './startSwitches.ts'

/**
 * On Windows and macOS Electron shows this box at any time. On Linux it shows none before it is ready and writes to standard
 * error alone (electron.d.ts, `showErrorBox`), which nobody sees who clicked on an icon: so it becomes ready first, over a
 * profile that is nobody's. Where no person waits, a box would wait for ever.
 */
export async function endStart(sentence: string, isAttended: boolean): Promise<void> {
  console.error(`Syncwright: ${sentence}`)
  try {
    if (!isAttended) return
    if (process.platform === 'linux' && !app.isReady()) {
      for (const name of refusedSwitches) app.commandLine.removeSwitch(name)
      app.setPath('userData', mkdtempSync(join(tmpdir(), 'syncwright-start-')))
      await app.whenReady()
    }
    dialog.showErrorBox('Syncwright', sentence)
  } finally {
    app.exit(1)
  }
}
