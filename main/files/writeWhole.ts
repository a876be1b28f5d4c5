// Writes a file whole or not at all, and on disk when it is told so.
import { Readable } from 'node:stream'
import { writeFile } from 'atomically'

/**
 * Writes beside the file, syncs, then renames. As a stream, because atomically takes a text that the full disk has cut
 * short for a written one. Throws the file system's error; a file that was there before is then unchanged.
 */
export const writeWhole = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFile(path, Readable.from([typeof content === 'string' ? Buffer.from(content) : content]))
