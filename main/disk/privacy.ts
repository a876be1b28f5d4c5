// Who may look at what is saved: on macOS and Linux this user alone. Windows keeps a user's folders to the user by itself.
import { mkdirSync, statSync } from 'node:fs'
import { chmod, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isPlainFolder } from './plainFile.ts'

export const privateFile = 0o600
export const privateFolder = 0o700
export const privateModes = { file: privateFile, folder: privateFolder }

/**
 * Makes a folder and those above it that are missing. One by one: asked for all at once, Node never comes to an end where a
 * folder is there and takes none (below `/proc`). Throws what the file system throws.
 */
export function makeFolder(path: string, mode?: number): void {
  if (isFolder(path)) return
  const above = dirname(path)
  if (above !== path) makeFolder(above, mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    // Somebody else made it meanwhile.
    if (!isFolder(path)) throw error
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Folders and files of ours below the data folder; the rest of it is Chromium's, which looks after its own. */
const ownFolders = [
  'relationships',
  'references',
  'samples',
  'first-syncs',
  'bin',
  'drafts',
  'journal',
  'logs',
]
/** Where our files lie: the data folder itself, and the folders of ours below it. A link leads to something that is not ours. */
export const placesOfOurs = (dataFolder: string): string[] => [
  dataFolder,
  ...ownFolders.map((folder) => join(dataFolder, folder)).filter(isPlainFolder),
]

const ownFile = /\.(json|sum|lock|log)$/

/** Takes other users' rights from what former versions left; what cannot be changed stays as it is. Never throws. */
export async function keepPrivate(dataFolder: string, platform: NodeJS.Platform): Promise<void> {
  if (platform === 'win32') return
  const restrict = (path: string, mode: number) => chmod(path, mode).catch(() => undefined)
  for (const path of placesOfOurs(dataFolder)) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
    await restrict(path, privateFolder)
    for (const entry of entries)
      if (entry.isFile() && ownFile.test(entry.name)) await restrict(join(path, entry.name), privateFile)
  }
}
