// Carries samples to and from the disk in parts, so that the window stays free and can be told to stop.
import type { Output } from '../../../shared/ipc/contract.ts'
import type { AppError } from '../../../shared/result.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { KeptSample } from '../../../shared/preview/sample/keptSample.ts'
import { addPart, partSize, type SampleTickets } from '../../../shared/preview/sample/tickets.ts'
import { newCallId } from '../../api.ts'
import { CallError, requestValue } from '../../state/queries.ts'
import {
  fetchEntries,
  type Held,
  heldSample,
  type SampleOrigin,
  pageLimit,
  pageSample,
  type HeldSample,
  startRemote,
} from '../judging/heldSample.ts'
import { asFlow, createWriter, ticketsFromText } from '../judging/ticketText.ts'

export type KeepChoice = { name: string; anonymous: boolean; connectionId: string }

/** A worker ends together with the sample it holds. */
const replaced: AppError = {
  code: 'cancelled',
  message: 'The sample was replaced before all of it was kept, so nothing is kept.',
  next: 'Choose it again, then keep it.',
}

export type Watch = { onProgress: (done: number) => void; signal: AbortSignal }

/** Reads a held sample as text, part by part. */
function writerOf(held: Held, anonymous: boolean): (from: number) => Promise<string> {
  if (held.kind === 'worker')
    return (from) =>
      held.remote.call('text', { from, anonymous }).catch(() => {
        throw new CallError(replaced)
      })
  const write = createWriter(held.data, anonymous)
  return async (from) => write(from)
}

/** Keeps a sample on the disk; null when it was stopped, and then nothing is kept. Throws what `request` throws. */
export async function keepSample(
  { flow, held, entries }: HeldSample,
  choice: KeepChoice,
  { onProgress, signal }: Watch,
): Promise<KeptSample | null> {
  const { name, anonymous, connectionId } = choice
  const keepId = newCallId()
  const write = writerOf(held, anonymous)
  let kept: KeptSample | null = null
  for (let from = 0; from < entries.length && !signal.aborted; from += partSize) {
    const last = from + partSize >= entries.length
    const text = await write(from)
    if (signal.aborted) break
    kept = await requestValue('samples:keep', {
      keepId,
      name,
      connectionId,
      flow,
      from,
      text,
      last,
    })
    onProgress(Math.min(entries.length, from + partSize))
  }
  return kept
}

/** Tickets that main holds: kept ones, or those it just read. */
type Source = { id: string; flow: Flow; rows: number }

/** Takes the text of a source and holds it as tickets of `flow`: in the page when small, else in a worker. */
function createHolder(source: Source, flow: Flow) {
  if (source.rows > pageLimit) {
    const remote = startRemote()
    const held: Held = { kind: 'worker', remote }
    return {
      add: async (text: string) => void (await remote.call('addText', { from: source.flow, flow, text })),
      finish: async (origin: SampleOrigin) =>
        heldSample(held, flow, await fetchEntries(remote, source.rows), origin),
      drop: remote.close,
    }
  }
  const data: SampleTickets = { flow, tickets: [] }
  return {
    add: async (text: string) => void addPart(data, asFlow(flow, ticketsFromText(source.flow, text))),
    finish: async (origin: SampleOrigin) => pageSample(data, origin),
    drop: () => {},
  }
}

/**
 * Fetches what main holds as one sample per flow; null when it was stopped. ConnectWise tickets serve the inbound flow
 * as if the partner had sent them. Throws what `request` throws.
 */
export async function fetchSamples(
  source: Source,
  flows: readonly Flow[],
  origin: SampleOrigin,
  { onProgress, signal }: Watch,
): Promise<HeldSample[] | null> {
  const holders = flows.map((flow) => createHolder(source, flow))
  let done = false
  try {
    for (let from: number | null = 0; from !== null; ) {
      const { text, next }: Output<'samples:load'> = await requestValue('samples:load', {
        id: source.id,
        from,
      })
      if (signal.aborted) return null
      for (const { add } of holders) await add(text)
      onProgress(next ?? source.rows)
      from = next
    }
    const samples = await Promise.all(holders.map(({ finish }) => finish(origin)))
    if (signal.aborted) return null
    done = true
    return samples
  } finally {
    if (!done) for (const { drop } of holders) drop()
  }
}
