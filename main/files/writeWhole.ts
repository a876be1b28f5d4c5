// Writes a file whole or not at all, and on disk when it is told so.
import { stat, writeFile as writeDirectly } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { writeFile } from 'atomically'

/** A device or a pipe, such as `/dev/stdout`: there is nothing to replace, and it must not be replaced by a file. */
async function isStream(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null)
  return there !== null && !there.isFile() && !there.isDirectory()
}

/**
 * Writes beside the file, syncs, then renames. As a stream, because atomically takes a text that the full disk has cut
 * short for a written one. Throws the file system's error; a file that was there before is then unchanged.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  if (await isStream(path)) return writeDirectly(path, content)
  return writeFile(path, Readable.from([typeof content === 'string' ? Buffer.from(content) : content]))
}
