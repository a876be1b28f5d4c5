// Carries samples to and from the disk in parts, so that the window stays free and can be told to stop.
import type { Output } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/result.ts'
import type { KeptSample } from '../../shared/preview/kept.ts'
import { addPart, partSize, type SampleTickets } from '../../shared/preview/tickets.ts'
import { newCallId } from '../api.ts'
import { CallError, request } from '../queries.ts'
import { entriesOf } from './entries.ts'
import { fetchEntries, type Held, heldSample, pageLimit, type Sample, startRemote } from './samples.ts'
import { createWriter, readTickets } from './ticketText.ts'

export type KeepChoice = { name: string; anonymous: boolean; connectionId: string }

/** A worker ends together with the sample it holds. */
const replaced: AppError = {
  code: 'cancelled',
  message: 'The sample was replaced before all of it was kept, so nothing is kept.',
  next: 'Choose it again, then keep it.',
}

type Watch = { onProgress: (done: number) => void; signal: AbortSignal }

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
  { flow, held, entries }: Sample,
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
    kept = await request('samples:keep', {
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

/** What takes the parts of a sample that is loaded: the page for a small one, a worker for a large one. */
function holderFor({ flow, rows }: KeptSample): { add: (text: string) => Promise<void>; held: Held } {
  if (rows > pageLimit) {
    const remote = startRemote()
    const add = async (text: string) => void (await remote.call('addText', { flow, text }))
    return { held: { kind: 'worker', remote }, add }
  }
  const data: SampleTickets = { flow, tickets: [] }
  return { held: { kind: 'page', data }, add: async (text) => void addPart(data, readTickets(flow, text)) }
}

/** Loads a kept sample; null when it was stopped. Throws what `request` throws. */
export async function loadSample(kept: KeptSample, { onProgress, signal }: Watch): Promise<Sample | null> {
  const { add, held } = holderFor(kept)
  let done = false
  try {
    for (let from: number | null = 0; from !== null; ) {
      const { text, next }: Output<'samples:load'> = await request('samples:load', { id: kept.id, from })
      if (signal.aborted) return null
      await add(text)
      onProgress(next ?? kept.rows)
      from = next
    }
    done = true
    const entries = held.kind === 'page' ? entriesOf(held.data) : await fetchEntries(held.remote, kept.rows)
    return heldSample(held, kept.flow, entries, { kind: 'kept', id: kept.id, name: kept.name })
  } finally {
    if (!done && held.kind === 'worker') held.remote.close()
  }
}
