// Kept samples: list, keep, load, remove. Tickets travel in parts and as text, so that the window never waits for them.
import { fail, ok } from '../../shared/ipc/result.ts'
import {
  addPart,
  partOf,
  partSize,
  type SampleTickets,
  type Tickets,
  ticketsSchema,
} from '../../shared/preview/tickets.ts'
import type { Handlers } from '../ipc.ts'
import type { Parts } from '../parts.ts'

type Area = 'samples:list' | 'samples:keep' | 'samples:load' | 'samples:remove'

const incomplete = fail('conflict', 'The sample did not arrive whole, so it is not kept.', {
  next: 'Keep it again.',
})

/** What a part holds, reduced to what a ticket has; undefined for anything else. */
function parsePart(flow: Tickets['flow'], text: string): SampleTickets | undefined {
  try {
    return ticketsSchema.safeParse({ flow, tickets: JSON.parse(text) }).data
  } catch {
    return undefined
  }
}

/** Handlers of the area. */
export function sampleHandlers({ connections, samples }: Parts): Pick<Handlers, Area> {
  // One sample at a time is on its way in, and one on its way out; what was broken off is dropped by the next.
  let arriving: { keepId: string; sample: SampleTickets } | null = null
  let leaving: { id: string; sample: Tickets } | null = null

  const keep: Handlers['samples:keep'] = async ({ keepId, name, connectionId, flow, from, text, last }) => {
    if (!connections.get(connectionId))
      return fail('unknown-item', 'The connection of this sample is not in the store any more.')
    if (from === 0) arriving = { keepId, sample: { flow, tickets: [] } }
    const part = parsePart(flow, text)
    const fits = arriving?.keepId === keepId && arriving.sample.tickets.length === from
    if (!arriving || !fits || !part || !addPart(arriving.sample, part)) return incomplete
    if (!last) return ok(null)
    const { sample } = arriving
    arriving = null
    return samples.keep({ name, connectionId }, sample)
  }

  const load: Handlers['samples:load'] = async ({ id, from }) => {
    if (leaving?.id !== id || from === 0) {
      leaving = null
      const loaded = await samples.load(id)
      if (!loaded.ok) return loaded
      leaving = { id, sample: loaded.value }
    }
    const { sample } = leaving
    const next = from + partSize < sample.tickets.length ? from + partSize : null
    if (next === null) leaving = null
    return ok({ text: JSON.stringify(partOf(sample, from).tickets), next })
  }

  return {
    'samples:list': async () => ok(await samples.list()),
    'samples:keep': keep,
    'samples:load': load,
    'samples:remove': async ({ id }) => {
      const removed = await samples.remove(id)
      return removed.ok ? ok({}) : removed
    },
  }
}
