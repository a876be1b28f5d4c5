// Reads what lies in the data folder and is a file: a link may lead elsewhere, a pipe keeps whoever reads it waiting for ever.
import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'

/** What lies there itself, a link as a link; undefined also where a folder on the way is none. */
function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}

export const isPlainFile = (path: string): boolean => entryAt(path)?.isFile() ?? false

export const isPlainFolder = (path: string): boolean => entryAt(path)?.isDirectory() ?? false

/** The fingerprint of what is absent, or in a folder nobody may look into: a write will say why. */
export const noFile = 'none'

/** Tells a changed file from the one that was read: an atomic write always makes another inode or time. */
export function fingerprintOf(path: string): string {
  try {
    const { ino, mtimeMs, size } = statSync(path)
    return `${ino}-${mtimeMs}-${size}`
  } catch {
    return noFile
  }
}

/** The text of a file, also by a link to one. Throws what the file system throws, and where something else is in its place. */
export async function readPlainFile(path: string): Promise<string> {
  if (!(await stat(path)).isFile()) throw new Error('no file')
  return readFile(path, 'utf8')
}

/** The same for whoever may not give way. */
export function readPlainFileSync(path: string): string {
  if (!statSync(path).isFile()) throw new Error('no file')
  return readFileSync(path, 'utf8')
}

/** The first bytes of a file as text; empty where something else is in its place, undefined where nothing can be opened. */
export async function readBeginning(path: string, bytes: number): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found && !found.isFile()) return ''
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  } finally {
    await file.close()
  }
}

/** What a JSON object says before its member of this name, by the beginning of its text alone; throws on anything else. */
export const parseBefore = (member: string, beginning: string): unknown =>
  JSON.parse(
    `${beginning
      .slice(0, beginning.indexOf(`"${member}"`))
      .trimEnd()
      .replace(/,$/, '')}}`,
  )
