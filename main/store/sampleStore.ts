// The kept samples on disk, one file each: listing, keeping within their limits, loading, removing.
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type KeptSample, sampleLimits } from '../../shared/preview/sample/keptSample.ts'
import type { SampleTickets, Tickets } from '../../shared/preview/sample/tickets.ts'
import { writeFailed } from '../disk/writeFailure.ts'
import { removeSummed } from '../disk/summedFile.ts'
import { fileNameOf } from './fileName.ts'
import { readSampleHead, readSampleTickets, sampleLines, writeSample } from './keptSampleFile.ts'
import { setAside } from '../disk/quarantine.ts'

export type Samples = {
  /** Newest first. Reads the first bytes of each file only. */
  readonly list: () => Promise<KeptSample[]>
  /** Keeps a sample under a new id; `file-too-large` when it, or all of them together, would take too much room. */
  readonly keep: (
    head: Pick<KeptSample, 'name' | 'connectionId' | 'readBack'>,
    sample: Tickets,
  ) => Promise<Result<KeptSample>>
  /** `unknown-item` when there is none, `file-damaged` when it was set aside. */
  readonly load: (id: string) => Promise<Result<SampleTickets>>
  readonly remove: (id: string) => Promise<Result<null>>
  /** Removes every sample of which this holds, those of connections in the bin too. */
  readonly removeWhere: (holds: (sample: KeptSample) => boolean) => Promise<Result<null>>
}

/** In bytes. */
type Limits = { readonly one: number; readonly all: number }

type Options = {
  dataFolder: string
  /** Below the data folder. */
  folderName?: string
  now: () => Date
  notify: (sentence: string) => void
  /** Whether a connection is there; the samples of one in the bin count nowhere. */
  isStored?: (connectionId: string) => boolean
  limits?: Limits
}

const ownFile = /^(sample-[a-z0-9_-]+)\.json$/
const gone = fail('unknown-item', 'This sample is not kept any more.')
const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`

/** Why a sample of this size is not kept beside the others. */
function refusedSize(
  limits: Limits,
  bytes: number,
  others: readonly KeptSample[],
): Result<never> | undefined {
  if (bytes > limits.one)
    return fail(
      'file-too-large',
      `The sample takes more than ${inMegabytes(limits.one)}, so it is not kept.`,
      {
        next: 'Read or import fewer tickets.',
      },
    )
  if (others.reduce((sum, other) => sum + other.bytes, bytes) > limits.all)
    return fail(
      'file-too-large',
      `All kept samples together may take ${inMegabytes(limits.all)}, so this one is not kept.`,
      { next: 'Delete samples that are no longer needed.' },
    )
  return undefined
}

/** Opens `<dataFolder>/samples/`, or another folder of the same kind. */
export function createSamples({
  dataFolder,
  folderName = 'samples',
  now,
  notify,
  isStored = () => true,
  limits = sampleLimits,
}: Options): Samples {
  const folder = join(dataFolder, folderName)
  const nameOf = (id: string): string => fileNameOf('sample', id)
  const pathOf = (name: string): string => join(folder, `${name}.json`)

  const quarantine = (name: string): void => {
    const aside = setAside(folder, name, now())
    notify(
      aside === undefined
        ? `The sample in ${name}.json cannot be read.`
        : `The sample in ${name}.json was damaged and is kept as ${aside}.`,
    )
  }
  const readListed = async (name: string): Promise<KeptSample[]> => {
    const head = await readSampleHead(pathOf(name))
    if (head === 'damaged') quarantine(name)
    // A copy of the file under another name is not a second sample.
    return typeof head === 'object' && nameOf(head.id) === name ? [head] : []
  }
  const listAll = async (): Promise<KeptSample[]> => {
    const files = await readdir(folder).catch(() => [])
    const names = files.flatMap((file) => ownFile.exec(file)?.[1] ?? [])
    const heads = await Promise.all(names.map(readListed))
    return heads.flat().toSorted((a, b) => b.keptAt.localeCompare(a.keptAt) || a.name.localeCompare(b.name))
  }
  const list = async (): Promise<KeptSample[]> =>
    (await listAll()).filter(({ connectionId }) => isStored(connectionId))
  const remove = async (id: string): Promise<Result<null>> => {
    try {
      await removeSummed(pathOf(nameOf(id)))
      return ok(null)
    } catch (error) {
      return writeFailed('The list of samples', error)
    }
  }

  return {
    list,
    remove,
    keep: async ({ name, connectionId, readBack }, sample) => {
      const lines = await sampleLines(sample)
      const bytes = Buffer.byteLength(lines)
      const tooLarge = refusedSize(limits, bytes, await list())
      if (tooLarge) return tooLarge
      const head: KeptSample = {
        id: randomUUID(),
        name,
        flow: sample.flow,
        keptAt: now().toISOString(),
        connectionId,
        rows: sample.tickets.length,
        bytes,
        ...(readBack && { readBack }),
      }
      try {
        await writeSample(pathOf(nameOf(head.id)), head, lines)
        return ok(head)
      } catch (error) {
        return writeFailed('The sample', error)
      }
    },
    load: async (id) => {
      const name = nameOf(id)
      const head = await readSampleHead(pathOf(name))
      if (head === 'none') return gone
      if (head === 'too-new') {
        return fail('file-too-new', 'This sample was kept by a newer version of Syncwright.', {
          next: 'Update Syncwright. The file is left untouched.',
        })
      }
      const tickets = await readSampleTickets(pathOf(name))
      if (tickets) return ok(tickets)
      quarantine(name)
      return fail(
        'file-damaged',
        'This sample was damaged. Its file is set aside, and nothing else changed.',
        { next: 'Read or import the tickets again.' },
      )
    },
    removeWhere: async (holds) => {
      const own = (await listAll()).filter(holds)
      const removed = await Promise.all(own.map(({ id }) => remove(id)))
      return removed.find(({ ok: done }) => !done) ?? ok(null)
    },
  }
}
