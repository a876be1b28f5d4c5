// Many writes as one: what each file was before is kept until all are done, and comes back when they never are.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import type { Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { privateFile, privateFolder } from './privacy.ts'
import { renameFile, syncFolder } from './rename.ts'
import type { StoreLock } from './storeLock.ts'
import { systemCode, writeFailed } from './writeFailure.ts'

export type Journal = {
  /**
   * Runs work that writes several files: all of it stands afterwards, or nothing. When it fails, throws or never ends,
   * every file it wrote is as before; after a crash that happens at the next start, with a notice.
   * `what` begins a sentence: "The import of team.syncwright.json". Errors: those of the work, `write-failed`.
   */
  readonly run: <T>(what: string, work: () => Promise<Result<T>>) => Promise<Result<T>>
}

const headSchema = z.object({ what: z.string() })
/** Below the data folder, whoever wrote the journal: nothing that leads up or begins elsewhere. */
const isBelow = (path: string): boolean => !/^[/\\]|^.:/.test(path) && !path.split(/[/\\]/).includes('..')
/** `path`: below the data folder. `before`: the file that holds the former content, null where there was none. */
const noteSchema = z.object({
  path: z.string().refine(isBelow),
  before: z.string().regex(/^\d+$/).nullable(),
})
type Note = z.infer<typeof noteSchema>

const notesName = 'notes.log'
type Running = { readonly note: (path: string) => void }
const running = new AsyncLocalStorage<Running>()

/** Called before a file of the data folder is replaced or removed: inside a run its former content is kept. */
export const noteBefore = (path: string): void => running.getStore()?.note(path)

/** A second name costs nothing, because no file is ever changed in place; some disks know no second names. */
function keep(path: string, beside: string): void {
  try {
    linkSync(path, beside)
  } catch {
    copyFileSync(path, beside)
  }
}

/** The lines that were written whole; a note that was cut short belongs to a write that never began. */
function readNotes(folder: string): { what: string; notes: Note[] } | undefined {
  try {
    const [head = '', ...lines] = readFileSync(join(folder, notesName), 'utf8').split('\n')
    const notes = lines.flatMap((line) => {
      try {
        return noteSchema.safeParse(JSON.parse(line)).data ?? []
      } catch {
        return []
      }
    })
    return { ...headSchema.parse(JSON.parse(head)), notes }
  } catch {
    return undefined
  }
}

/** Can be broken off anywhere and done again: the kept contents stay until all are back. */
function takeBack(home: string, folder: string, notes: readonly Note[]): void {
  for (const { path, before } of notes.toReversed()) {
    const target = join(home, path)
    if (before === null) rmSync(target, { force: true })
    else {
      const beside = `${target}.tmp`
      rmSync(beside, { force: true })
      keep(join(folder, before), beside)
      renameFile(beside, target)
      // Two names of one file stay two when one is given the other's.
      rmSync(beside, { force: true })
    }
    syncFolder(join(target, '..'))
  }
}

/** From the moment of the new name on everything stands, and nothing is left to take back. */
function finish(folder: string): void {
  const done = `${folder}.done`
  renameSync(folder, done)
  syncFolder(join(folder, '..'))
  rmSync(done, { recursive: true, force: true })
}

/** Takes back what former processes left unfinished; to be called while nobody else writes. */
export function recoverJournal(home: string, notify: (sentence: string) => void): void {
  const all = join(home, 'journal')
  if (!existsSync(all)) return
  for (const name of readdirSync(all)) {
    const folder = join(all, name)
    const found = name.endsWith('.done') ? undefined : readNotes(folder)
    if (found) {
      takeBack(home, folder, found.notes)
      notify(`${found.what} was broken off when Syncwright ended, so it was taken back. Do it again.`)
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Keeps its notes in `<home>/journal/`. */
export function createJournal(home: string, lock: StoreLock): Journal {
  const open = (what: string): { folder: string; notes: Note[]; note: (path: string) => void } => {
    const folder = join(home, 'journal', randomBytes(8).toString('hex'))
    mkdirSync(folder, { recursive: true, mode: privateFolder })
    const write = (line: object): void =>
      appendFileSync(join(folder, notesName), `${JSON.stringify(line)}\n`, { mode: privateFile, flush: true })
    write({ what })
    const notes: Note[] = []
    const note = (path: string): void => {
      const name = relative(home, path)
      if (notes.some((each) => each.path === name)) return
      const before = existsSync(path) ? `${notes.length}` : null
      if (before !== null) keep(path, join(folder, before))
      const noted = { path: name, before }
      write(noted)
      syncFolder(folder)
      notes.push(noted)
    }
    return { folder, notes, note }
  }
  return {
    run: async (what, work) => {
      // Inside another run this is part of it.
      if (running.getStore()) return work()
      try {
        return await lock.holdWhile(async () => {
          const { folder, notes, note } = open(what)
          const undo = (): void => {
            takeBack(home, folder, notes)
            finish(folder)
          }
          let result: Awaited<ReturnType<typeof work>>
          try {
            result = await running.run({ note }, work)
          } catch (error) {
            undo()
            throw error
          }
          if (result.ok) finish(folder)
          else undo()
          return result
        })
      } catch (error) {
        if (systemCode(error) === '') throw error
        return writeFailed(what, error)
      }
    },
  }
}
