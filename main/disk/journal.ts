// Many writes as one: what each file was before is kept until all are done, and comes back when they never are.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open as openFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import pLimit from 'p-limit'
import type { Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { isPlainFile, isPlainFolder, readPlainFileSync } from './plainFile.ts'
import { privateFile, makeFolder, privateFolder } from './privacy.ts'
import { giveSecondName, renameFile, syncFolder } from './rename.ts'
import type { StoreLock } from './storeLock.ts'
import { systemCode, writeFailed } from './writeFailure.ts'

export type Journal = {
  /**
   * Runs work that writes several files: all of it stands afterwards, or nothing. When it fails, throws or never ends,
   * every file it wrote is as before; after a crash that happens at the next start, with a notice.
   * `what` begins a sentence: "The import". The log has it too, so it names nobody's records or files. `paths` are files it is known to write: kept all at once,
   * where each by itself would wait for the disk. Errors: those of the work, `write-failed`.
   */
  readonly run: <T>(
    what: string,
    work: () => Promise<Result<T>>,
    paths?: readonly string[],
  ) => Promise<Result<T>>
}

const headSchema = z.object({ what: z.string() })
/** Below the data folder, whoever wrote the journal: nothing that leads up or begins elsewhere. */
const pathSchema = z
  .string()
  .refine((path) => !/^[/\\]|^.:/.test(path) && !path.split(/[/\\]/).includes('..'))
/** `path`: below the data folder. `before`: the file that holds the former content, null where there was none. */
const noteSchema = z.object({ path: pathSchema, before: z.string().regex(/^\d+$/).nullable() })
/** What was kept of this file counts no more: somebody else has written it since. */
const leftSchema = z.object({ left: pathSchema })
const lineSchema = z.union([noteSchema, leftSchema])
type Note = z.infer<typeof noteSchema>

const notesName = 'notes.log'
type Running = {
  /** Its own work writes these. */
  readonly note: (paths: readonly string[]) => void
  /** Somebody else writes these, which it has kept and not written: they are not its to take back. */
  readonly leave: (paths: readonly string[]) => void
}
const running = new AsyncLocalStorage<Running>()
/** The runs of this process; the lock keeps every other process out meanwhile. */
const underWay = new Set<Running>()

/** Called before files of the data folder are replaced or removed: inside a run their former content is kept. */
export function noteBefore(...paths: readonly string[]): void {
  const own = running.getStore()
  if (own) own.note(paths)
  else for (const run of underWay) run.leave(paths)
}

/** Inside a run, which puts on disk at its end what was written, all of it at once; nobody else need wait for the disk. */
export const isInRun = (): boolean => running.getStore() !== undefined

function lineIn(text: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The lines that were written whole; a note that was cut short belongs to a write that never began. */
function readNotes(folder: string): { what: string; notes: Note[] } | undefined {
  try {
    const [head = '', ...lines] = readPlainFileSync(join(folder, notesName)).split('\n')
    const notes = new Map<string, Note>()
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

/** Can be broken off anywhere and done again: the kept contents stay until all are back. */
function takeBack(home: string, folder: string, notes: readonly Note[]): void {
  for (const { path, before } of notes.toReversed()) {
    const target = join(home, path)
    if (before === null) rmSync(target, { force: true })
    else {
      const beside = `${target}.tmp`
      rmSync(beside, { force: true })
      giveSecondName(join(folder, before), beside)
      renameFile(beside, target)
      // Two names of one file stay two when one is given the other's.
      rmSync(beside, { force: true })
    }
  }
  syncFolders(home, notes)
}

/** A file that can come back: its content was kept, and no folder is where it goes. A damaged journal may name others. */
const canComeBack =
  (home: string, folder: string) =>
  ({ path, before }: Note): boolean =>
    (before === null || isPlainFile(join(folder, before))) && !isPlainFolder(join(home, path))

function syncFolders(home: string, notes: readonly Note[]): void {
  for (const folder of new Set(notes.map(({ path }) => dirname(join(home, path))))) syncFolder(folder)
}

/** Windows syncs only what is opened for writing; what the run removed is not there. */
async function syncFile(path: string): Promise<void> {
  const file = await openFile(path, 'r+').catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT') throw error
  })
  await file?.sync().finally(() => file.close())
}

/** Puts on disk what was written. Throws the file system's error. */
async function syncAll(home: string, notes: readonly Note[]): Promise<void> {
  const someAtOnce = pLimit(8)
  await Promise.all(notes.map(({ path }) => someAtOnce(() => syncFile(join(home, path)))))
  syncFolders(home, notes)
}

/** From the moment of the new name on everything stands, and nothing is left to take back. */
async function finish(folder: string): Promise<void> {
  const done = `${folder}.done`
  renameSync(folder, done)
  syncFolder(join(folder, '..'))
  await rm(done, { recursive: true, force: true })
}

/** Names only `open` below gives: whatever else lies there is somebody else's. */
const ownFolder = /^[0-9a-f]{16}(\.done)?$/

/** Takes back what former processes left unfinished; to be called while nobody else writes. */
export function recoverJournal(home: string, notify: (sentence: string) => void): void {
  const all = join(home, 'journal')
  if (!existsSync(all)) return
  for (const name of readdirSync(all).filter((each) => ownFolder.test(each))) {
    const folder = join(all, name)
    const found = name.endsWith('.done') ? undefined : readNotes(folder)
    if (found) {
      const notes = found.notes.filter(canComeBack(home, folder))
      takeBack(home, folder, notes)
      const lost = found.notes.length - notes.length
      const but = lost === 0 ? '' : `, but for ${lost} of its files, whose former content is damaged`
      notify(`${found.what} was broken off when Syncwright ended, so it was taken back${but}. Do it again.`)
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Keeps its notes in `<home>/journal/`. */
export function createJournal(home: string, lock: StoreLock): Journal {
  const open = (what: string) => {
    const folder = join(home, 'journal', randomBytes(8).toString('hex'))
    makeFolder(folder, privateFolder)
    const write = (lines: readonly object[]): void =>
      appendFileSync(join(folder, notesName), lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
        mode: privateFile,
        flush: true,
      })
    write([{ what }])
    let names = 0
    const kept = new Map<string, Note>()
    /** What the work has written: only that is taken back when it fails. */
    const written = new Set<string>()
    const keepAll = (paths: readonly string[]): void => {
      const fresh = [...new Set(paths)].filter((path) => !kept.has(path))
      if (fresh.length === 0) return
      const noted = fresh.map((path) => {
        // Never twice the same: writing to a second name would write to the file itself.
        const before = existsSync(path) ? `${names++}` : null
        if (before !== null) giveSecondName(path, join(folder, before))
        return [path, { path: relative(home, path), before }] as const
      })
      // The contents first: a note names what is there.
      syncFolder(folder)
      write(noted.map(([, note]) => note))
      for (const [path, note] of noted) kept.set(path, note)
    }
    const run: Running = {
      note: (paths) => {
        keepAll(paths)
        for (const path of paths) written.add(path)
      },
      leave: (paths) => {
        const left = paths.filter((path) => kept.has(path) && !written.has(path))
        if (left.length === 0) return
        write(left.map((path) => ({ left: relative(home, path) })))
        for (const path of left) kept.delete(path)
      },
    }
    const notes = (): Note[] => [...written].flatMap((path) => kept.get(path) ?? [])
    return { folder, keepAll, run, notes }
  }
  return {
    run: async (what, work, paths = []) => {
      // Inside another run this is part of it.
      if (running.getStore()) return work()
      try {
        return await lock.holdWhile(async () => {
          const { folder, keepAll, run, notes } = open(what)
          const undo = (): Promise<void> => {
            takeBack(home, folder, notes())
            return finish(folder)
          }
          const workAndSync: typeof work = async () => {
            const done = await work()
            if (done.ok) await syncAll(home, notes())
            return done
          }
          let result: Awaited<ReturnType<typeof work>>
          try {
            keepAll(paths)
            underWay.add(run)
            result = await running.run(run, workAndSync).finally(() => underWay.delete(run))
          } catch (error) {
            await undo()
            throw error
          }
          await (result.ok ? finish(folder) : undo())
          return result
        })
      } catch (error) {
        if (systemCode(error) === '') throw error
        return writeFailed(what, error)
      }
    },
  }
}
