// The system's save dialog: the one place where files and Electron meet.
import { existsSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { dialog, type SaveDialogOptions } from 'electron'
import { mayReplace, seenWindow } from './questions.ts'

const kinds = [
  { name: 'Field bundle', extensions: ['syncwright-bundle'] },
  { name: 'Web page', extensions: ['html'] },
  { name: 'Markdown', extensions: ['md'] },
  { name: 'PDF', extensions: ['pdf'] },
]
const settingsFile = { name: 'Syncwright file', extensions: ['json'] }

const filterFor = (fileName: string) =>
  kinds.find(({ extensions }) => extensions.some((extension) => fileName.endsWith(`.${extension}`))) ??
  settingsFile

/** An ending in letters; the 2 of "Contoso v1.2" is none. */
const ending = /\.[a-z][\w-]*$/i

/** The portals of Linux leave a name as it was typed; one without an ending gets that of the suggestion. */
export const withEnding = (path: string, suggested: string): string =>
  ending.test(path) ? path : `${path}${/(\.syncwright\.json|\.[^.]+)$/.exec(suggested)?.[0] ?? ''}`

/** Where the last file of this run went: a name alone begins in Downloads each time (Electron 43, breaking changes). */
let lastFolder = ''

/** Asks where to save, beginning with a name or a path; undefined when the person cancels. */
export async function askSavePath(suggested: string): Promise<string | undefined> {
  const options: SaveDialogOptions = {
    defaultPath: isAbsolute(suggested) ? suggested : join(lastFolder, suggested),
    filters: [filterFor(suggested)],
    // Without them Linux writes over a file without asking, and macOS offers no new folder.
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  }
  const window = seenWindow()
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || filePath === '') return undefined
  const path = withEnding(filePath, suggested)
  // The dialog asked about the name without its ending; about the file that has it nobody was asked.
  const isAsked = path === filePath || !existsSync(path) || (await mayReplace(basename(path)))
  if (!isAsked) return askSavePath(path)
  lastFolder = dirname(path)
  return path
}
