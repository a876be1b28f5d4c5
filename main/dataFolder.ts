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
  /** An AppImage and a portable Windows program run from a temporary copy and say here where they lie themselves. */
  env: Readonly<Record<string, string | undefined>>
}

/** The data folder to use in place of the system's own; undefined for that one. */
export function chooseDataFolder({ named, isPackaged, programPath, env }: Options): string | undefined {
  if (typeof named === 'string' && named !== '') return resolve(named)
  if (!isPackaged) return undefined
  const image = env['APPIMAGE']
  const beside = env['PORTABLE_EXECUTABLE_DIR'] ?? dirname(image ?? programPath)
  return existsSync(join(beside, marker)) ? join(beside, portableFolder) : undefined
}
