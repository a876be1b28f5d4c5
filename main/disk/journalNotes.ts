// What a journal notes of each file it writes, read again; the files as they were, and the copies that follow what stands.
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from '../../shared/zod.ts'
import { isPlainFile, isPlainFolder, readPlainFileSync } from './plainFile.ts'
import { giveSecondName, renameFile, syncFolder } from './rename.ts'
import { putWhole } from './writeWhole.ts'

const headSchema = z.object({ what: z.string() })
/** Below the data folder, whoever wrote the journal: nothing that leads up or begins elsewhere. */
const pathSchema = z
  .string()
  .refine((path) => !/^[/\\]|^.:/.test(path) && !path.split(/[/\\]/).includes('..'))
/**
 * `path`: below the data folder. `before`: the file that holds the former content, null where there was none. `copy`: has
 * the content of the file too, but not while the run lasts.
 */
const noteSchema = z.object({
  path: pathSchema,
  before: z.string().regex(/^\d+$/).nullable(),
  copy: pathSchema.optional(),
})
/** What was kept of this file counts no more: somebody else has written it since. */
const leftSchema = z.object({ left: pathSchema })
const lineSchema = z.union([noteSchema, leftSchema])
export type JournalNote = z.infer<typeof noteSchema>

export const notesName = 'notes.log'

function lineIn(text: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The lines that were written whole; a note that was cut short belongs to a write that never began. */
export function readJournalNotes(folder: string): { what: string; notes: JournalNote[] } | undefined {
  try {
    const [head = '', ...lines] = readPlainFileSync(join(folder, notesName)).split('\n')
    const notes = new Map<string, JournalNote>()
    for (const line of lines) {
      const read = lineIn(line)
      if (read && 'left' in read) notes.delete(read.left)
      else if (read) notes.set(read.path, read)
    }
    return { ...headSchema.parse(JSON.parse(head)), notes: [...notes.values()] }
  } catch {
    return undefined
  }
}

/** A copy that cannot be made is missing, and the file as good without it. */
function copyWhole(path: string, copy: string, spare?: string): void {
  try {
    putWhole(copy, readPlainFileSync(path), { flush: false, spare })
  } catch {
    // The next write makes it again.
  }
}

function putBack(home: string, folder: string, { path, before, copy }: JournalNote): void {
  const target = join(home, path)
  if (before === null) {
    rmSync(target, { force: true })
    if (copy !== undefined) rmSync(join(home, copy), { force: true })
    return
  }
  const beside = `${target}.tmp`
  rmSync(beside, { force: true })
  giveSecondName(join(folder, before), beside)
  renameFile(beside, target)
  // Two names of one file stay two when one is given the other's.
  rmSync(beside, { force: true })
  if (copy !== undefined && !existsSync(join(home, copy))) copyWhole(target, join(home, copy))
}

/** Can be broken off anywhere and done again: the kept contents stay until all are back. */
export function takeBack(home: string, folder: string, notes: readonly JournalNote[]): void {
  for (const note of notes.toReversed()) putBack(home, folder, note)
  syncFolders(home, notes)
}

/** The copy of a file that stands, in the file that held its former content: nobody needs that any more. */
export function renewCopy(home: string, folder: string, { path, before, copy }: JournalNote): void {
  if (copy === undefined) return
  copyWhole(join(home, path), join(home, copy), before === null ? undefined : join(folder, before))
}

/** A file that can come back: its content was kept, and no folder is where it goes. A damaged journal may name others. */
export const canComeBack =
  (home: string, folder: string) =>
  ({ path, before, copy = path }: JournalNote): boolean =>
    (before === null || isPlainFile(join(folder, before))) &&
    !isPlainFolder(join(home, path)) &&
    !isPlainFolder(join(home, copy))

export function syncFolders(home: string, notes: readonly JournalNote[]): void {
  for (const folder of new Set(notes.map(({ path }) => dirname(join(home, path))))) syncFolder(folder)
}
