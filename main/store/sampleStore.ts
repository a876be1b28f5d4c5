// The kept samples on disk: one file each, a small head before the tickets in their published format.
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type KeptSample, keptSampleSchema, sampleLimits } from '../../shared/preview/sample/keptSample.ts'
import {
  addPart,
  partSize,
  type SampleTickets,
  type Tickets,
  ticketsSchema,
} from '../../shared/preview/sample/tickets.ts'
import { z } from '../../shared/zod.ts'
import { writeFailed } from '../disk/writeFailure.ts'
import { readBeginning, readPlainFile } from '../disk/plainFile.ts'
import { fitsSum, removeSummed, writeSummed } from '../disk/summedFile.ts'
import { fileNameOf } from './fileName.ts'
import { setAside } from '../disk/quarantine.ts'

const headSchema = z.object({ version: z.literal(1), ...keptSampleSchema.shape })
const versionSchema = z.object({ version: z.int() })

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

type Options = {
  dataFolder: string
  /** Below the data folder. */
  folderName?: string
  now: () => Date
  notify: (sentence: string) => void
  /** Whether a connection is there; the samples of one in the bin count nowhere. */
  isStored?: (connectionId: string) => boolean
  /** In bytes. */
  limits?: { one: number; all: number }
}
type Head = KeptSample | 'too-new' | 'damaged' | 'none'

/** More than a head can take: a name has at most 100 characters. */
const headBytes = 8192
const ownFile = /^(sample-[a-z0-9_-]+)\.json$/
const gone = fail('unknown-item', 'This sample is not kept any more.')
const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`

/** Tickets as JSON, one to a line; pauses in between, because main has a window to serve. */
async function linesOf({ tickets }: Tickets): Promise<string> {
  const parts: string[] = []
  for (let from = 0; from < tickets.length; from += partSize) {
    parts.push(
      tickets
        .slice(from, from + partSize)
        .map((ticket) => JSON.stringify(ticket))
        .join(',\n'),
    )
    await setImmediate()
  }
  return parts.join(',\n')
}

const contentSchema = z.strictObject({
  kind: z.literal('syncwright.sample'),
  ...headSchema.shape,
  tickets: z.array(z.unknown()),
})

/** The tickets of a file, checked with the same pauses; throws on anything that is not one. */
async function parseTickets(text: string): Promise<SampleTickets> {
  const { flow, tickets } = contentSchema.parse(JSON.parse(text))
  const sample = ticketsSchema.parse({ flow, tickets: [] })
  for (let from = 0; from < tickets.length; from += partSize) {
    const part = ticketsSchema.parse({ flow, tickets: tickets.slice(from, from + partSize) })
    addPart(sample, part)
    await setImmediate()
  }
  return sample
}

/** Everything before the tickets, closed as an object of its own. */
function parseHead(beginning: string): Head {
  const before = beginning.slice(0, beginning.indexOf('"tickets"')).trimEnd().replace(/,$/, '')
  try {
    const content: unknown = JSON.parse(`${before}}`)
    const head = headSchema.safeParse(content)
    if (head.success) return keptSampleSchema.parse(head.data)
    return (versionSchema.safeParse(content).data?.version ?? 0) > 1 ? 'too-new' : 'damaged'
  } catch {
    return 'damaged'
  }
}

async function readHead(path: string): Promise<Head> {
  const beginning = await readBeginning(path, headBytes)
  return beginning === undefined ? 'none' : parseHead(beginning)
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
    const head = await readHead(pathOf(name))
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
      const lines = await linesOf(sample)
      const bytes = Buffer.byteLength(lines)
      if (bytes > limits.one) {
        return fail(
          'file-too-large',
          `The sample takes more than ${inMegabytes(limits.one)}, so it is not kept.`,
          { next: 'Read or import fewer tickets.' },
        )
      }
      const kept = await list()
      if (kept.reduce((sum, other) => sum + other.bytes, bytes) > limits.all) {
        return fail(
          'file-too-large',
          `All kept samples together may take ${inMegabytes(limits.all)}, so this one is not kept.`,
          { next: 'Delete samples that are no longer needed.' },
        )
      }
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
      const start = JSON.stringify({ kind: 'syncwright.sample', version: 1, ...head }).slice(0, -1)
      try {
        await writeSummed(pathOf(nameOf(head.id)), `${start},"tickets":[\n${lines}\n]}\n`)
        return ok(head)
      } catch (error) {
        return writeFailed('The sample', error)
      }
    },
    load: async (id) => {
      const name = nameOf(id)
      const head = await readHead(pathOf(name))
      if (head === 'none') return gone
      if (head === 'too-new') {
        return fail('file-too-new', 'This sample was kept by a newer version of Syncwright.', {
          next: 'Update Syncwright. The file is left untouched.',
        })
      }
      try {
        const text = await readPlainFile(pathOf(name))
        if (await fitsSum(pathOf(name), text)) return ok(await parseTickets(text))
      } catch {
        // No JSON, or none that fits: damaged like one whose sum does not fit.
      }
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
