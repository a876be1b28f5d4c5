// Kept samples: list, keep, load, remove. Tickets travel in parts, so that a large sample never holds up the window.
import { fail, ok } from '../../shared/ipc/result.ts'
import { addTickets, partSize, type SampleTickets } from '../../shared/preview/kept.ts'
import type { Handlers } from '../ipc.ts'
import type { Parts } from '../parts.ts'

type Area = 'samples:list' | 'samples:keep' | 'samples:load' | 'samples:remove'

const incomplete = fail('conflict', 'The sample did not arrive whole, so it is not kept.', {
  next: 'Keep it again.',
})

const sliceOf = (sample: SampleTickets, from: number): SampleTickets =>
  sample.flow === 'inbound'
    ? { flow: 'inbound', tickets: sample.tickets.slice(from, from + partSize) }
    : { flow: 'outbound', tickets: sample.tickets.slice(from, from + partSize) }

/** Handlers of the area. */
export function sampleHandlers({ connections, samples }: Parts): Pick<Handlers, Area> {
  // One sample at a time is on its way in, and one on its way out; what was broken off is dropped by the next.
  let arriving: { keepId: string; sample: SampleTickets } | null = null
  let leaving: { id: string; sample: SampleTickets } | null = null

  const keep: Handlers['samples:keep'] = async ({ keepId, name, connectionId, from, part, last }) => {
    if (!connections.get(connectionId))
      return fail('unknown-item', 'The connection of this sample is not in the store any more.')
    if (from === 0) arriving = { keepId, sample: part }
    else {
      const fits = arriving?.keepId === keepId && arriving.sample.tickets.length === from
      if (!arriving || !fits || !addTickets(arriving.sample, part)) return incomplete
    }
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
    return ok({ part: sliceOf(sample, from), next })
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
