// The reference data on disk: one published snapshot file per API, read only when something asks for it.
import { join } from 'node:path'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import { fileKinds } from '../../shared/files/fileKind.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Snapshot, snapshotKind, snapshotSchema } from '../../shared/reference/collections.ts'
import { z } from '../../shared/zod.ts'
import type { RunJob } from '../background/jobs.ts'
import type { SnapshotPlace } from '../search/companyFiles.ts'
import type { SnapshotNotes } from '../connectwise/reference/refresh.ts'
import { writeFailed } from '../disk/writeFailure.ts'
import { fingerprintOf, noFile, parseBefore, readBeginning } from '../disk/plainFile.ts'
import { noteSummed, removeSummed } from '../disk/summedFile.ts'
import { fileNameOf } from './fileName.ts'
import { setAside } from '../disk/quarantine.ts'
import { readNotes, writeNotes } from './snapshotNotes.ts'

/** What can be told of a snapshot without reading its rows. */
const headSchema = z.object({
  connection: snapshotSchema.shape.connection,
  fetchedAt: snapshotSchema.shape.fetchedAt,
})
const versionSchema = z.object({ version: z.int() })
/** `print` tells this writing of the file from every other, also within the second that `fetchedAt` names. */
export type SnapshotHead = z.infer<typeof headSchema> & { print: string }

export type Snapshots = {
  /** Connection and time of the snapshot, null when there is none. Reads the first bytes of the file only. */
  readonly head: (target: ApiTarget) => Promise<SnapshotHead | null>
  /** The file itself, for work beside main; null when there is none. */
  readonly place: (target: ApiTarget) => Promise<SnapshotPlace | null>
  /** The snapshot, null when there is none or it is damaged (then it is set aside and told). */
  readonly load: (target: ApiTarget) => Promise<Snapshot | null>
  /** What is remembered of the snapshot beside it. */
  readonly notes: (target: ApiTarget) => Promise<SnapshotNotes>
  readonly save: (target: ApiTarget, snapshot: Snapshot, notes?: SnapshotNotes) => Promise<Result<null>>
  readonly remove: (target: ApiTarget) => Promise<Result<null>>
}

type Options = {
  dataFolder: string
  now: () => Date
  notify: (sentence: string) => void
  /** Reads and writes whole files beside main. */
  run: RunJob
  /** Whether whose data it is is there; that of something in the bin counts nowhere. */
  isStored?: (target: ApiTarget) => boolean
}

/** A snapshot of a large organisation takes tens of megabytes in memory, so only those in use are kept. */
const keptInMemory = 3
const headBytes = 65_536

const beforeRows = (beginning: string): unknown => parseBefore('collections', beginning)

/** Whether a newer version of the app wrote it; what cannot be read was not. */
function isTooNew(beginning: string): boolean {
  try {
    return versionSchema.parse(beforeRows(beginning)).version > fileKinds[snapshotKind].version
  } catch {
    return false
  }
}

/** Opens `<dataFolder>/references/`. */
export function createSnapshots({ dataFolder, now, notify, run, isStored = () => true }: Options): Snapshots {
  const folder = join(dataFolder, 'references')
  const cache = new Map<string, { print: string; snapshot: Promise<Snapshot | null> }>()
  /** A thousand relationships ask for the one of their connection. */
  const heads = new Map<string, SnapshotHead>()

  const nameOf = ({ connectionId, overrideOf }: ApiTarget): string =>
    `${overrideOf === null ? fileNameOf('connection', connectionId) : fileNameOf('override', overrideOf)}.reference`
  const pathOf = (name: string): string => join(folder, `${name}.json`)
  const notesPathOf = (name: string): string => join(folder, `${name}-notes.json`)
  /** At once: a thousand relationships ask for it in one list, and each turn of another thread takes longer than looking. */
  const fingerprint = (name: string): string | undefined => {
    const print = fingerprintOf(pathOf(name))
    return print === noFile ? undefined : print
  }
  const parse = async (name: string): Promise<Snapshot | null> => {
    const read = await run('readSnapshot', pathOf(name))
    if (read.kind === 'snapshot') return read.snapshot
    if (read.kind === 'too-new') {
      notify(
        `The reference data in ${name}.json was written by a newer version of Syncwright. It is left untouched.`,
      )
      return null
    }
    const aside = setAside(folder, name, now())
    notify(
      aside === undefined
        ? `The reference data in ${name}.json cannot be read. Refresh reads it again.`
        : `The reference data in ${name}.json was damaged and is kept as ${aside}. Refresh reads it again.`,
    )
    return null
  }
  const load = async (target: ApiTarget): Promise<Snapshot | null> => {
    if (!isStored(target)) return null
    const name = nameOf(target)
    const print = fingerprint(name)
    if (print === undefined) return null
    const known = cache.get(name)
    const entry = known?.print === print ? known : { print, snapshot: parse(name) }
    // Set again even when known: the map's order is the order of use.
    cache.delete(name)
    cache.set(name, entry)
    for (const oldest of [...cache.keys()].slice(0, -keptInMemory)) cache.delete(oldest)
    return entry.snapshot
  }

  return {
    place: async (target) => {
      const name = nameOf(target)
      const print = isStored(target) ? fingerprint(name) : undefined
      return print === undefined ? null : { path: pathOf(name), print }
    },
    load,
    head: async (target) => {
      if (!isStored(target)) return null
      const name = nameOf(target)
      const print = fingerprint(name)
      const known = heads.get(name)
      if (known && known.print === print) return known
      const beginning = await readBeginning(pathOf(name), headBytes)
      if (beginning === undefined || print === undefined) return null
      if (isTooNew(beginning)) return null
      try {
        const head = { ...headSchema.parse(beforeRows(beginning)), print }
        heads.set(name, head)
        return head
      } catch {
        const snapshot = await load(target)
        return snapshot && { ...headSchema.parse(snapshot), print }
      }
    },
    notes: (target) => readNotes(notesPathOf(nameOf(target))),
    save: async (target, snapshot, notes = {}) => {
      const name = nameOf(target)
      if (isTooNew((await readBeginning(pathOf(name), headBytes)) ?? ''))
        return fail('file-too-new', 'The reference data here was written by a newer version of Syncwright.', {
          next: 'Update Syncwright, or start it with another data folder. The file is left untouched.',
        })
      try {
        noteSummed(pathOf(name))
        await run('writeSnapshot', pathOf(name), snapshot)
        await writeNotes(notesPathOf(name), notes)
      } catch (error) {
        return writeFailed('The reference data', error)
      }
      const print = fingerprint(name)
      if (print !== undefined) cache.set(name, { print, snapshot: Promise.resolve(snapshot) })
      return ok(null)
    },
    remove: async (target) => {
      const name = nameOf(target)
      cache.delete(name)
      try {
        await removeSummed(pathOf(name))
        await removeSummed(notesPathOf(name))
        return ok(null)
      } catch (error) {
        return writeFailed('The list of reference data', error)
      }
    },
  }
}
