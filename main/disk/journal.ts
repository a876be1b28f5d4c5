// Many writes as one: what each file was before is kept until all are done, and comes back when they never are.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open as openFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { Result } from '../../shared/result.ts'
import {
  canComeBack,
  type JournalNote,
  notesName,
  readJournalNotes,
  renewCopy,
  syncFolders,
  takeBack,
} from './journalNotes.ts'
import { makeFolder, privateFile, privateFolder } from './privacy.ts'
import { giveSecondName, syncFolder } from './rename.ts'
import type { StoreLock } from './storeLock.ts'
import { systemCode, writeFailed } from './writeFailure.ts'

export type Journal = {
  /**
   * Runs work that writes several files: all of it stands afterwards, or nothing. When it fails, throws or never ends,
   * every file it wrote is as before; after a crash that happens at the next start, with a notice.
   * `what` begins a sentence: "The import". The log has it too, so it names nobody's records or files. `files` are those it is known to write: kept all at once,
   * where each by itself would wait for the disk. Errors: those of the work, `write-failed`.
   */
  readonly run: <T>(
    what: string,
    work: () => Promise<Result<T>>,
    files?: readonly NotedFile[],
  ) => Promise<Result<T>>
}

/** `copy`: a second file of the same content, which is made anew when the run is done. */
export type NotedFile = string | { readonly path: string; readonly copy: string }

type Running = {
  /** Its own work writes these. */
  readonly note: (files: readonly NotedFile[]) => void
  /** Somebody else writes these, which it has kept and not written: they are not its to take back. */
  readonly leave: (files: readonly NotedFile[]) => void
}
const running = new AsyncLocalStorage<Running>()
/** The runs of this process; the lock keeps every other process out meanwhile. */
const underWay = new Set<Running>()

/** Called before files of the data folder are replaced or removed: inside a run their former content is kept. */
export function noteBefore(...files: readonly NotedFile[]): void {
  const own = running.getStore()
  if (own) own.note(files)
  else for (const run of underWay) run.leave(files)
}

const pathOf = (file: NotedFile): string => (typeof file === 'string' ? file : file.path)

/** Inside a run, which puts on disk at its end what was written, all of it at once; nobody else need wait for the disk. */
export const isInRun = (): boolean => running.getStore() !== undefined

/** Windows syncs only what is opened for writing; what the run removed is not there. */
async function syncFile(path: string): Promise<void> {
  const file = await openFile(path, 'r+').catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT') throw error
  })
  await file?.sync().finally(() => file.close())
}

/** Puts on disk what was written. Throws the file system's error. */
async function syncAll(home: string, paths: readonly string[]): Promise<void> {
  const someAtOnce = pLimit(8)
  await Promise.all(paths.map((path) => someAtOnce(() => syncFile(join(home, path)))))
}

/** From the moment of the new name on everything stands, and nothing is left to take back. */
async function finish(home: string, folder: string, notes: readonly JournalNote[]): Promise<void> {
  const done = `${folder}.done`
  renameSync(folder, done)
  syncFolder(join(folder, '..'))
  for (const [index, note] of notes.entries()) {
    renewCopy(home, done, note)
    // The window draws and listens between some of them and the next.
    if (index % 50 === 49) await nextTurn()
  }
  await rm(done, { recursive: true, force: true })
  // What they are copies of is on disk: nobody waits for these.
  void syncAll(
    home,
    notes.flatMap(({ copy }) => copy ?? []),
  ).catch(() => undefined)
}

/** Names only `open` below gives: whatever else lies there is somebody else's. */
const ownFolder = /^[0-9a-f]{16}(\.done)?$/

/** Takes back what former processes left unfinished; to be called while nobody else writes. */
export function recoverJournal(home: string, notify: (sentence: string) => void): void {
  const all = join(home, 'journal')
  if (!existsSync(all)) return
  for (const name of readdirSync(all).filter((each) => ownFolder.test(each))) {
    const folder = join(all, name)
    const found = readJournalNotes(folder)
    if (found && name.endsWith('.done')) for (const note of found.notes) renewCopy(home, folder, note)
    else if (found) {
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
    const kept = new Map<string, JournalNote>()
    /** What the work has written: only that is taken back when it fails. */
    const written = new Set<string>()
    const keepAll = (files: readonly NotedFile[]): void => {
      const fresh = new Map(files.map((file) => [pathOf(file), file]))
      for (const path of kept.keys()) fresh.delete(path)
      if (fresh.size === 0) return
      const noted = [...fresh].map(([path, file]): [string, JournalNote] => {
        // Never twice the same: writing to a second name would write to the file itself.
        const before = existsSync(path) ? `${names++}` : null
        if (before !== null) giveSecondName(path, join(folder, before))
        const copy = typeof file === 'string' ? {} : { copy: relative(home, file.copy) }
        return [path, { path: relative(home, path), before, ...copy }]
      })
      // The contents first: a note names what is there.
      syncFolder(folder)
      write(noted.map(([, note]) => note))
      for (const [path, note] of noted) kept.set(path, note)
    }
    const run: Running = {
      note: (files) => {
        keepAll(files)
        for (const file of files) written.add(pathOf(file))
      },
      leave: (files) => {
        const left = files.map(pathOf).filter((path) => kept.has(path) && !written.has(path))
        if (left.length === 0) return
        write(left.map((path) => ({ left: relative(home, path) })))
        for (const path of left) kept.delete(path)
      },
    }
    const notes = (): JournalNote[] => [...written].flatMap((path) => kept.get(path) ?? [])
    return { folder, keepAll, run, notes }
  }
  return {
    run: async (what, work, files = []) => {
      // Inside another run this is part of it.
      if (running.getStore()) return work()
      try {
        return await lock.holdWhile(async () => {
          const { folder, keepAll, run, notes } = open(what)
          const undo = (): Promise<void> => {
            takeBack(home, folder, notes())
            return finish(home, folder, [])
          }
          const workAndSync: typeof work = async () => {
            const done = await work()
            if (!done.ok) return done
            await syncAll(
              home,
              notes().map(({ path }) => path),
            )
            syncFolders(home, notes())
            return done
          }
          let result: Awaited<ReturnType<typeof work>>
          try {
            keepAll(files)
            underWay.add(run)
            result = await running.run(run, workAndSync).finally(() => underWay.delete(run))
          } catch (error) {
            await undo()
            throw error
          }
          await (result.ok ? finish(home, folder, notes()) : undo())
          return result
        })
      } catch (error) {
        if (systemCode(error) === '') throw error
        return writeFailed(what, error)
      }
    },
  }
}
