// The file of one kept sample: a small head before the tickets in their published format, so that a list reads heads alone.
import { setImmediate } from 'node:timers/promises'
import { type KeptSample, keptSampleSchema } from '../../shared/preview/sample/keptSample.ts'
import {
  addPart,
  partSize,
  type SampleTickets,
  type Tickets,
  ticketsSchema,
} from '../../shared/preview/sample/tickets.ts'
import { z } from '../../shared/zod.ts'
import { parseBefore, readBeginning, readPlainFile } from '../disk/plainFile.ts'
import { fitsSum, writeSummed } from '../disk/summedFile.ts'

const kind = 'syncwright.sample'
const headSchema = z.object({ version: z.literal(1), ...keptSampleSchema.shape })
const versionSchema = z.object({ version: z.int() })
const contentSchema = z.strictObject({
  kind: z.literal(kind),
  ...headSchema.shape,
  tickets: z.array(z.unknown()),
})

type Head = KeptSample | 'too-new' | 'damaged' | 'none'

/** More than a head can take: a name has at most 100 characters. */
const headBytes = 8192

/** Tickets as JSON, one to a line; pauses in between, because main has a window to serve. */
export async function sampleLines({ tickets }: Tickets): Promise<string> {
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

function parseHead(beginning: string): Head {
  try {
    const content = parseBefore('tickets', beginning)
    const head = headSchema.safeParse(content)
    if (head.success) return keptSampleSchema.parse(head.data)
    return (versionSchema.safeParse(content).data?.version ?? 0) > 1 ? 'too-new' : 'damaged'
  } catch {
    return 'damaged'
  }
}

export async function readSampleHead(path: string): Promise<Head> {
  const beginning = await readBeginning(path, headBytes)
  return beginning === undefined ? 'none' : parseHead(beginning)
}

/** Throws the file system's error. */
export async function writeSample(path: string, head: KeptSample, lines: string): Promise<void> {
  const start = JSON.stringify({ kind, version: 1, ...head }).slice(0, -1)
  await writeSummed(path, `${start},"tickets":[\n${lines}\n]}\n`)
}

/** Undefined when the file is damaged: no JSON, none that fits, or not what was written. */
export async function readSampleTickets(path: string): Promise<SampleTickets | undefined> {
  try {
    const text = await readPlainFile(path)
    return (await fitsSum(path, text)) ? await parseTickets(text) : undefined
  } catch {
    return undefined
  }
}
