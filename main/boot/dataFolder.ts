// Where everything is kept: the folder named at the start, else beside a portable program, else where the system keeps it.
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** An empty file of this name beside the program makes it portable: its data then stays in a folder beside it. */
const marker = 'syncwright-portable'
const portableFolder = 'syncwright-data'

type Options = {
  /** `--user-data`. */
  named: string | boolean | undefined
  isPackaged: boolean
  programPath: string
  platform: NodeJS.Platform
  /** An AppImage and a portable Windows program run from a temporary copy and say here where they lie themselves. */
  env: Readonly<Record<string, string | undefined>>
}

/** The folder the program lies in for whoever looks: on macOS the one with the bundle, not the inside of it. */
const folderOf = (programPath: string, platform: NodeJS.Platform): string =>
  platform === 'darwin' ? resolve(dirname(programPath), '../../..') : dirname(programPath)

/** The data folder to use in place of the system's own; undefined for that one. */
export function chooseDataFolder({
  named,
  isPackaged,
  programPath,
  platform,
  env,
}: Options): string | undefined {
  if (typeof named === 'string' && named !== '') return resolve(named)
  if (!isPackaged) return undefined
  const image = env['APPIMAGE']
  const beside = env['PORTABLE_EXECUTABLE_DIR'] ?? folderOf(image ?? programPath, platform)
  return existsSync(join(beside, marker)) ? join(beside, portableFolder) : undefined
}
