// Writes a file whole or not at all, and on disk when it is told so.
import { randomBytes } from 'node:crypto'
import { closeSync, ftruncateSync, lstatSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { open, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder, privateFile, privateFolder } from './privacy.ts'
import { renameFile, syncFolder } from './rename.ts'

/** A name beside the file while it is written; `clearLeftovers` knows it. */
export const besideIn = (folder: string): string =>
  join(folder, `syncwright-${randomBytes(8).toString('hex')}.tmp`)

/**
 * Writes beside the file, syncs, then renames. Throws the file system's error; a file that was there is then unchanged.
 * With `modes` it is one of ours: a link or a pipe that lies in its place is replaced, and leads nowhere.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  modes: { file?: number; folder?: number } = {},
): Promise<void> {
  const isOurs = modes.file !== undefined
  // Elsewhere a link stays a link, and who may read the file stays as it is.
  const target = isOurs ? path : await realpath(path).catch(() => path)
  const former = isOurs ? undefined : await stat(target).catch(() => undefined)
  // A device or a pipe, such as `/dev/stdout`: there is nothing to replace, and it must not be replaced by a file.
  if (former && !former.isFile() && !former.isDirectory()) return writeFile(path, content)
  const folder = dirname(target)
  makeFolder(folder, modes.folder)
  const beside = besideIn(folder)
  try {
    const file = await open(beside, 'wx', modes.file ?? former?.mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    renameFile(beside, target)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
  syncFolder(folder)
}

/** False where it cannot be; then the file may be gone. */
function writeOver(spare: string, beside: string, text: string): boolean {
  try {
    const found = lstatSync(spare)
    // Whoever gave it another name keeps what it holds.
    if (!found.isFile() || found.nlink !== 1) return false
    renameFile(spare, beside)
    const file = openSync(beside, 'r+')
    try {
      writeFileSync(file, text)
      ftruncateSync(file, Buffer.byteLength(text))
    } finally {
      closeSync(file)
    }
    return true
  } catch {
    rmSync(beside, { force: true })
    return false
  }
}

type Put = {
  /** Waits until it is on disk. */
  flush: boolean
  /** A file beside which nobody needs any more: it becomes this one. To make one takes ten times as long as to write it. */
  spare?: string | undefined
}

/** A file of ours, whole before it takes the place of the former one, without giving way. Throws the file system's error. */
export function putWhole(place: string, text: string, { flush, spare }: Put): void {
  // Its name is known beforehand: what lies there, a link or a pipe, is not written to.
  const beside = `${place}.tmp`
  makeFolder(dirname(place), privateFolder)
  rmSync(beside, { force: true })
  try {
    if (spare === undefined || !writeOver(spare, beside, text))
      writeFileSync(beside, text, { flag: 'wx', flush, mode: privateFile })
    renameFile(beside, place)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
