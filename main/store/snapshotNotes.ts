// What is remembered of a snapshot beside its published file: that it came in a file, and what was not believed of it.
import { readFile, rm } from 'node:fs/promises'
import type { SnapshotNotes } from '../connectwise/reference/refresh.ts'
import { writeWhole } from '../disk/writeWhole.ts'
import { collectionNameSchema } from '../../shared/reference/collections.ts'
import { z } from '../../shared/zod.ts'

const doubtSchema = z.object({ on: z.iso.date(), came: z.int() })
const notesSchema = z.object({
  cameInFile: z.boolean().optional(),
  doubts: z.partialRecord(collectionNameSchema, doubtSchema).optional(),
})

const isEmpty = ({ cameInFile, doubts = {} }: SnapshotNotes): boolean =>
  !cameInFile && Object.keys(doubts).length === 0

/** The notes of a file; none where they are gone or damaged, which costs a day of doubt and nothing else. */
export async function readNotes(path: string): Promise<SnapshotNotes> {
  try {
    return notesSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return {}
  }
}

/** Replaces the notes of a file. Throws the file system's error. */
export const writeNotes = (path: string, notes: SnapshotNotes): Promise<void> =>
  isEmpty(notes) ? rm(path, { force: true }) : writeWhole(path, `${JSON.stringify(notes, null, 2)}\n`)
