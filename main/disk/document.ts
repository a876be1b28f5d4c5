// One JSON file that survives damage: parsed on read, written atomically, with a last good copy beside it.
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { withSum } from './checksum.ts'
import {
  createDocumentReader,
  createDocumentWriter,
  type DocumentFormat,
  type DocumentPlace,
  type StoreFile,
} from './documentFiles.ts'
import { noteBefore } from './journal.ts'
import { fingerprintOf, noFile } from './plainFile.ts'
import { openLock, type StoreLock } from './storeLock.ts'
import { writeFailed } from './writeFailure.ts'
import { setAside } from './quarantine.ts'

export type OpenStore = (folder: string, name: string) => StoreFile

/** What every document of one data folder shares. */
export type StoreContext = {
  readonly openStore: OpenStore
  readonly now: () => Date
  /** Takes a sentence about what was found, shown once in the window. */
  readonly notify: (sentence: string) => void
  /** Keeps other processes out while a file is looked at and written; without one nobody else writes in this folder. */
  readonly lock?: StoreLock | undefined
}

export type DocumentOptions<T> = DocumentFormat<T> & {
  readonly folder: string
  /** File name without extension. */
  readonly name: string
  /** What the file holds, as the start of a sentence: "The list of connections". */
  readonly label: string
  readonly empty: T
}

export type Document<T> = {
  /** The file with its last good copy, for a journal that is told beforehand. */
  readonly place: DocumentPlace
  /** The content; the last good copy or the empty value when there is none that can be read. Never throws. */
  readonly read: () => T
  /** `write-failed`, or `file-too-new` when a newer version of the app wrote the file. */
  readonly write: (value: T) => Result<null>
  /** Deletes the file and its last good copy. */
  readonly remove: () => Result<null>
}

/** What is said of a file that cannot be used as it stands. */
const documentNotices = (label: string, name: string) => ({
  missing: (isThere: boolean) =>
    isThere
      ? `${label} was missing; the last good copy is in use.`
      : `${label} is missing, and its copy ${name}.last-good.json cannot be read. Syncwright starts without it.`,
  damaged: (aside: string, isThere: boolean) =>
    isThere
      ? `${label} was damaged. The file is kept as ${aside}; the last good copy is in use.`
      : `${label} was damaged. The file is kept as ${aside}; Syncwright starts without it.`,
  stuck: `${label} cannot be read, and the file ${name}.json cannot be moved. It is left untouched.`,
  tooNew: `${label} was written by a newer version of Syncwright. The file is left untouched and not used.`,
})

/** Opens a document; nothing is read before the first `read`. */
export function createDocument<T extends { version: number }>(
  context: StoreContext,
  options: DocumentOptions<T>,
): Document<T> {
  const { openStore, now, notify, lock = openLock } = context
  const { folder, name, label, schema, empty } = options
  const path = join(folder, `${name}.json`)
  const copy = join(folder, `${name}.last-good.json`)
  const place = { path, copy }
  const { readMain, readCopy, isWhole } = createDocumentReader(place, options)
  const write = createDocumentWriter(() => openStore(folder, name), folder, place, isWhole)
  const notices = documentNotices(label, name)
  let cached: { print: string; value: T; refusal?: Result<never> } | undefined

  const store = (value: T): void => {
    write(withSum(value))
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
  const tryStore = (value: T): void => {
    try {
      lock.hold(() => store(value))
    } catch {
      cached = { print: fingerprintOf(path), value }
    }
  }
  const takeCopy = (sentence: (isThere: boolean) => string): void => {
    const found = readCopy()
    cached = { print: noFile, value: found ?? empty }
    notify(sentence(found !== undefined))
    if (found) tryStore(found)
  }
  const recover = (): void => {
    if (fingerprintOf(path) === noFile) return takeCopy(notices.missing)
    const aside = setAside(folder, name, now())
    if (aside !== undefined) return takeCopy((isThere) => notices.damaged(aside, isThere))
    notify(notices.stuck)
    const refusal = fail('file-unreadable', `${label} cannot be read, so nothing is written over it.`, {
      next: `Look at the file ${name}.json in the data folder.`,
    })
    cached = { print: fingerprintOf(path), value: readCopy() ?? empty, refusal }
  }
  const load = (): { value: T; refusal?: Result<never> } => {
    const print = fingerprintOf(path)
    if (cached?.print === print) return cached
    const found = readMain()
    // Replaced while it was read: what stands there now is another file.
    if (found.kind === 'damaged' && fingerprintOf(path) !== print) return load()
    if (found.kind === 'damaged') recover()
    else if (found.kind === 'too-new') {
      notify(notices.tooNew)
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
        noteBefore(path, copy)
        // A file without its copy is whole; a copy without its file would be put back.
        rmSync(copy, { force: true })
        rmSync(path, { force: true })
        cached = undefined
      }),
  }
}
