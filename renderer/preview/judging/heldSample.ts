// The sample a preview runs on: small ones stay in the page, large ones move to a worker and are kept only there.
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { partOf, partSize, type Tickets } from '../../../shared/preview/sample/tickets.ts'
import { entriesOf, type Entry } from './entries.ts'
import { createRemote, type Remote } from './remote.ts'

/** Where the tickets come from. */
export type SampleOrigin =
  | { kind: 'library' }
  | { kind: 'read'; since: string | null; at: string; partial: boolean }
  | { kind: 'file'; name: string }
  | { kind: 'typed' }
  | { kind: 'kept'; id: string; name: string }

export type Held = { kind: 'page'; data: Tickets } | { kind: 'worker'; remote: Remote }

/** What there is to say about a file the tickets come from. */
export type Said = {
  /** What was wrong with single rows; those rows are not part of the sample. */
  problems: readonly string[]
  /** How it was read. */
  remarks: readonly string[]
}

export type HeldSample = {
  flow: Flow
  origin: SampleOrigin
  entries: readonly Entry[]
  said: Said
  /** What a ticket of the sample library is there to show, by its key. */
  purposes: ReadonlyMap<string, string>
  held: Held
}

const noPurposes: ReadonlyMap<string, string> = new Map()
const nothing: Said = { problems: [], remarks: [] }

/** Up to this many tickets are judged on the page's own thread. */
export const pageLimit = 2000
const sliceSize = 2000

export const startRemote = (): Remote =>
  createRemote(new Worker(new URL('./judgingWorker.ts', import.meta.url), { type: 'module' }))

/** The entries of a worker's sample, in slices so that no single answer blocks the page. */
export async function fetchEntries(remote: Remote, count: number): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let from = 0; from < count; from += sliceSize)
    entries.push(...(await remote.call('entries', { from, size: sliceSize })))
  return entries
}

async function moveToWorker(data: Tickets): Promise<Held> {
  const remote = startRemote()
  try {
    for (let from = 0; from < data.tickets.length; from += partSize)
      await remote.call('add', partOf(data, from))
    return { kind: 'worker', remote }
  } catch {
    // Without a worker the page is slower, but the preview still answers.
    remote.close()
    return { kind: 'page', data }
  }
}

/** A sample over what holds its tickets. */
export const heldSample = (
  held: Held,
  flow: Flow,
  entries: readonly Entry[],
  origin: SampleOrigin,
  said: Said = nothing,
): HeldSample => ({ flow, origin, entries, said, purposes: noPurposes, held })

/** A sample in the page, at once. */
export const pageSample = (data: Tickets, origin: SampleOrigin, said?: Said): HeldSample =>
  heldSample({ kind: 'page', data }, data.flow, entriesOf(data), origin, said)

/** A sample of any size; a large one is handed to a worker in chunks. */
export async function holdSample(data: Tickets, origin: SampleOrigin, said?: Said): Promise<HeldSample> {
  const sample = pageSample(data, origin, said)
  return data.tickets.length > pageLimit ? { ...sample, held: await moveToWorker(data) } : sample
}

/** Frees what a replaced sample holds outside the page. */
export const releaseSample = (sample: HeldSample | null): void => {
  if (sample?.held.kind === 'worker') sample.held.remote.close()
}
