// What is remembered of a snapshot beside its published file: that it came in a file, and what was not believed of it.
import type { SnapshotNotes } from '../connectwise/reference/refresh.ts'
import { readPlainFile } from '../disk/plainFile.ts'
import { fitsSum, removeSummed, writeSummed } from '../disk/summedFile.ts'
import { collectionNameSchema } from '../../shared/reference/collections.ts'
import { z } from '../../shared/zod.ts'

const doubtSchema = z.object({ on: z.iso.date(), came: z.int() })
const notesSchema = z.object({
  cameInFile: z.boolean().optional(),
  doubts: z.partialRecord(collectionNameSchema, doubtSchema).optional(),
})

const isEmpty = ({ cameInFile, doubts = {} }: SnapshotNotes): boolean =>
  !cameInFile && Object.keys(doubts).length === 0

/** The notes of a file. Where they are damaged nothing is known of where the snapshot came from, so it is as one from a file. */
export async function readNotes(path: string): Promise<SnapshotNotes> {
  const text = await readPlainFile(path).catch(() => undefined)
  if (text === undefined) return {}
  try {
    if (await fitsSum(path, text)) return notesSchema.parse(JSON.parse(text))
  } catch {
    // No JSON, or none that fits.
  }
  return { cameInFile: true }
}

/** Replaces the notes of a file. Throws the file system's error. */
export const writeNotes = (path: string, notes: SnapshotNotes): Promise<void> =>
  isEmpty(notes) ? removeSummed(path) : writeSummed(path, `${JSON.stringify(notes, null, 2)}\n`)
