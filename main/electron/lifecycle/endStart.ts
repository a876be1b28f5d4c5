// The end of a start that cannot be: it is said where whoever started it can read it.
import { mkdtempSync, rmSync } from 'node:fs'
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
  let profile: string | undefined
  try {
    if (!isAttended) return
    if (process.platform === 'linux' && !app.isReady()) {
      profile = mkdtempSync(join(tmpdir(), 'syncwright-start-'))
      app.setPath('userData', profile)
      for (const name of refusedSwitches) app.commandLine.removeSwitch(name)
      await app.whenReady()
    }
    dialog.showErrorBox('Syncwright', sentence)
  } finally {
    if (profile !== undefined) rmSync(profile, { recursive: true, force: true })
    app.exit(1)
  }
}
