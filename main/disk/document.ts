// One JSON file that survives damage: parsed on read, written atomically, with a last good copy beside it.
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { checkSum, withSum } from './checksum.ts'
import { isInRun, noteBefore, type NotedFile } from './journal.ts'
import { fingerprintOf, noFile, readPlainFileSync } from './plainFile.ts'
import { openLock, type StoreLock } from './storeLock.ts'
import { renameFile, syncFolder } from './rename.ts'
import { writeFailed } from './writeFailure.ts'
import { setAside } from './quarantine.ts'
import { putWhole } from './writeWhole.ts'

/** What electron-store and conf have in common: the whole file as one value, written atomically. */
export type OpenStore = (folder: string, name: string) => { store: Record<string, unknown> }

/** A text editor may have put a byte order mark first. Throws what the file system or the parser throws. */
const contentOf = (path: string): unknown => JSON.parse(readPlainFileSync(path).replace(/^\uFEFF/, ''))

/** What every document of one data folder shares. */
export type StoreContext = {
  readonly openStore: OpenStore
  readonly now: () => Date
  /** Takes a sentence about what was found, shown once in the window. */
  readonly notify: (sentence: string) => void
  /** Keeps other processes out while a file is looked at and written; without one nobody else writes in this folder. */
  readonly lock?: StoreLock | undefined
}

/** Raises a document from one version to the next. */
type Migration = (document: Record<string, unknown>) => Record<string, unknown>

export type DocumentOptions<T> = {
  readonly folder: string
  /** File name without extension. */
  readonly name: string
  /** What the file holds, as the start of a sentence: "The list of connections". */
  readonly label: string
  readonly version: number
  /** The steps from version 1 to today's, in order: one fewer than `version`. */
  readonly migrations?: readonly Migration[]
  readonly schema: z.ZodType<T>
  readonly empty: T
}

export type Document<T> = {
  /** The file with its last good copy, for a journal that is told beforehand. */
  readonly place: NotedFile
  /** The content; the last good copy or the empty value when there is none that can be read. Never throws. */
  readonly read: () => T
  /** `write-failed`, or `file-too-new` when a newer version of the app wrote the file. */
  readonly write: (value: T) => Result<null>
  /** Deletes the file and its last good copy. */
  readonly remove: () => Result<null>
}

/** `from`: the older version the value was raised from. */
type Read<T> =
  | { kind: 'value'; value: T; from?: number }
  | { kind: 'none' }
  | { kind: 'too-new' }
  | { kind: 'damaged' }

const versionSchema = z.looseObject({ version: z.int().min(1) })

/** Opens a document; nothing is read before the first `read`. */
export function createDocument<T extends { version: number }>(
  context: StoreContext,
  options: DocumentOptions<T>,
): Document<T> {
  const { openStore, now, notify, lock = openLock } = context
  const { folder, name, label, version, migrations = [], schema, empty } = options
  const path = join(folder, `${name}.json`)
  const backup = join(folder, `${name}.last-good.json`)
  const place = { path, copy: backup }
  let cached: { print: string; value: T; refusal?: Result<never> } | undefined
  /** Opened by the first write and kept: opening reads the file. */
  let file: ReturnType<OpenStore> | undefined

  const parse = (content: unknown): Read<T> => {
    const found = versionSchema.safeParse(content)
    if (!found.success) return { kind: 'damaged' }
    const { version: from } = found.data
    if (from > version) return { kind: 'too-new' }
    const whole = checkSum(found.data)
    if (!whole) return { kind: 'damaged' }
    const raised = migrations
      .slice(from - 1)
      .reduce<Record<string, unknown>>((older, step) => step(older), whole)
    const value = schema.safeParse(raised)
    if (!value.success) return { kind: 'damaged' }
    return { kind: 'value', value: value.data, ...(from < version && { from }) }
  }
  const readFrom = (from: string): Read<T> => {
    try {
      return parse(contentOf(from))
    } catch {
      return { kind: 'damaged' }
    }
  }
  const readMain = (): Read<T> => {
    if (fingerprintOf(path) !== noFile) return readFrom(path)
    // Gone, with a copy beside it: nobody here deletes the one without the other.
    return { kind: existsSync(backup) ? 'damaged' : 'none' }
  }
  const readBackup = (): T | undefined => {
    const content = readFrom(backup)
    return content.kind === 'value' ? content.value : undefined
  }
  /**
   * The copy goes first: with it on disk the file may fail in every way. What a full disk has cut short counts as written
   * for the store, so it is read back, and the copy, which needs no more space, takes its place.
   */
  const storeAlone = (summed: Record<string, unknown>): void => {
    putWhole(backup, JSON.stringify(summed), { flush: true })
    file ??= openStore(folder, name)
    file.store = summed
    if (readFrom(path).kind !== 'value') renameFile(backup, path)
    syncFolder(folder)
  }
  /** A run has what was there, waits for the disk once for all that it wrote, and makes the copies then: this one's file is free. */
  const storeInRun = (summed: Record<string, unknown>): void =>
    putWhole(path, JSON.stringify(summed, undefined, '\t'), { flush: false, spare: backup })
  const store = (value: T): void => {
    noteBefore(place)
    if (isInRun()) storeInRun(withSum(value))
    else storeAlone(withSum(value))
    cached = { print: fingerprintOf(path), value }
  }
  /** Writes the raised value; the file as it was stays beside it. Where nothing can be written the old one is read again next time. */
  const keepRaised = (value: T, from: number): void => {
    try {
      const original = join(folder, `${name}.v${from}.json`)
      if (!existsSync(original)) copyFileSync(path, original)
      store(value)
    } catch {
      cached = { print: fingerprintOf(path), value }
    }
  }
  /** A copy that cannot be written stays where it is and is found again at the next start. */
  const tryStore = (copy: T): void => {
    try {
      lock.hold(() => store(copy))
    } catch {
      cached = { print: fingerprintOf(path), value: copy }
    }
  }
  const recoverMissing = (): void => {
    const copy = readBackup()
    cached = { print: noFile, value: copy ?? empty }
    notify(
      copy
        ? `${label} was missing; the last good copy is in use.`
        : `${label} is missing, and its copy ${name}.last-good.json cannot be read. Syncwright starts without it.`,
    )
    if (copy) tryStore(copy)
  }
  const recover = (): void => {
    if (fingerprintOf(path) === noFile) return recoverMissing()
    const aside = setAside(folder, name, now())
    if (aside === undefined) {
      notify(`${label} cannot be read, and the file ${name}.json cannot be moved. It is left untouched.`)
      const refusal = fail('file-unreadable', `${label} cannot be read, so nothing is written over it.`, {
        next: `Look at the file ${name}.json in the data folder.`,
      })
      cached = { print: fingerprintOf(path), value: readBackup() ?? empty, refusal }
      return
    }
    const copy = readBackup()
    cached = { print: noFile, value: copy ?? empty }
    notify(
      copy
        ? `${label} was damaged. The file is kept as ${aside}; the last good copy is in use.`
        : `${label} was damaged. The file is kept as ${aside}; Syncwright starts without it.`,
    )
    if (copy) tryStore(copy)
  }
  const load = (): { value: T; refusal?: Result<never> } => {
    const print = fingerprintOf(path)
    if (cached?.print === print) return cached
    const found = readMain()
    // Replaced while it was read: what stands there now is another file.
    if (found.kind === 'damaged' && fingerprintOf(path) !== print) return load()
    if (found.kind === 'damaged') recover()
    else if (found.kind === 'too-new') {
      notify(
        `${label} was written by a newer version of Syncwright. The file is left untouched and not used.`,
      )
      const refusal = fail('file-too-new', `${label} was written by a newer version of Syncwright.`, {
        next: 'Update Syncwright, or start it with another data folder.',
      })
      cached = { print, value: empty, refusal }
    } else if (found.kind === 'value' && found.from !== undefined) keepRaised(found.value, found.from)
    else cached = { print, value: found.kind === 'value' ? found.value : empty }
    return cached ?? { value: empty }
  }

  /** Looks once more and writes, with nobody else's write in between. */
  const alone = (change: () => void): Result<null> => {
    try {
      return lock.hold(() => {
        const { refusal } = load()
        if (!refusal) change()
        return refusal ?? ok(null)
      })
    } catch (error) {
      return writeFailed(label, error)
    }
  }

  return {
    place,
    read: () => load().value,
    write: (value) => {
      const checked = schema.parse(value)
      return alone(() => store(checked))
    },
    remove: () =>
      alone(() => {
        noteBefore(path, backup)
        // A file without its copy is whole; a copy without its file would be put back.
        rmSync(backup, { force: true })
        rmSync(path, { force: true })
        cached = undefined
      }),
  }
}
