// Samples: read from ConnectWise, kept, listed, loaded, removed. Tickets travel in parts and as text, so that the window never waits for them.
import { fail, ok, withoutValue } from '../../shared/result.ts'
import {
  addPart,
  parseTickets,
  partSize,
  type SampleTickets,
  type Tickets,
} from '../../shared/preview/sample/tickets.ts'
import { fetchTickets } from '../connectwise/tickets/readTickets.ts'
import type { AreaHandlers, Handlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'
import { openTarget } from '../services/apiTargets.ts'

const incomplete = fail('conflict', 'The sample did not arrive whole, so it is not kept.', {
  next: 'Keep it again.',
})

/** About as much text as crosses to the page without a pause, in characters. */
const partLength = 256 * 1024

/** The tickets from a place on as text; `next` is where the following part begins, null after the last. */
function writePart({ tickets }: Tickets, from: number): { text: string; next: number | null } {
  const written: string[] = []
  let length = 0
  for (const ticket of tickets.slice(from, from + partSize)) {
    const text = JSON.stringify(ticket)
    length += text.length
    if (written.length > 0 && length > partLength) break
    written.push(text)
  }
  const next = from + written.length
  return { text: `[${written.join(',')}]`, next: next < tickets.length ? next : null }
}

/** Handlers of the area. */
export function sampleHandlers(parts: AppServices): AreaHandlers<'samples'> {
  const { connections, relationships, samples, firstSyncs } = parts
  // One sample at a time is on its way in, and one on its way out; what was broken off is dropped by the next.
  let arriving: { keepId: string; sample: SampleTickets } | null = null
  let leaving: { id: string; sample: Tickets } | null = null

  const keep: Handlers['samples:keep'] = async ({ keepId, name, connectionId, flow, from, text, last }) => {
    if (!connections.get(connectionId))
      return fail('unknown-item', 'The connection of this sample is not in the store any more.')
    if (from === 0) arriving = { keepId, sample: { flow, tickets: [] } }
    const part = parseTickets(flow, text)
    const fits = arriving?.keepId === keepId && arriving.sample.tickets.length === from
    if (!arriving || !fits || !part || !addPart(arriving.sample, part)) return incomplete
    if (!last) return ok(null)
    const { sample } = arriving
    arriving = null
    return samples.keep({ name, connectionId }, sample)
  }

  const read: Handlers['samples:read'] = async (input, { signal, report }) => {
    parts.proxyLogins.askAgain()
    const opened = await openTarget(parts, input.target)
    if (!opened.ok) return opened
    const { target, boards, ids, xrefs, since, limit, firstSyncOf } = input
    const answer = await fetchTickets({
      client: opened.value.client,
      boards,
      ids,
      xrefs,
      since,
      limit,
      takesParts: firstSyncOf === undefined,
      signal,
      onProgress: report,
    })
    if (!answer.ok)
      return signal.aborted ? fail('cancelled', 'Reading was stopped. No tickets were taken.') : answer
    const { tickets, partial } = answer.value
    leaving = { id: input.callId, sample: { flow: 'outbound', tickets } }
    const found = { sampleId: input.callId, rows: tickets.length, partial }
    if (firstSyncOf === undefined) return ok(found)
    const { relationshipId, flow, sample } = firstSyncOf
    const readBack = { flow, since, sample, partial }
    const kept = await firstSyncs.keep(
      { name: relationshipId, connectionId: target.connectionId, readBack },
      leaving.sample,
    )
    if (!kept.ok) return ok({ ...found, notKept: kept.error.message })
    await firstSyncs.removeWhere(({ name, id }) => name === relationshipId && id !== kept.value.id)
    return ok(found)
  }

  const readBack: Handlers['samples:readBack'] = async ({ relationshipId }) => {
    const stored = relationships.get(relationshipId)
    if (!stored.ok) return stored
    const { connectionId } = stored.value.latest.draft
    const kept = (await firstSyncs.list()).find(
      (one) => one.name === relationshipId && one.connectionId === connectionId,
    )
    if (!kept?.readBack) return ok(null)
    const loaded = await firstSyncs.load(kept.id)
    if (!loaded.ok) return loaded
    leaving = { id: kept.id, sample: loaded.value }
    return ok({ sampleId: kept.id, readAt: kept.keptAt, ...kept.readBack })
  }

  const load: Handlers['samples:load'] = async ({ id, from }) => {
    if (leaving?.id !== id) {
      leaving = null
      const loaded = await samples.load(id)
      if (!loaded.ok) return loaded
      leaving = { id, sample: loaded.value }
    }
    const part = writePart(leaving.sample, from)
    if (part.next === null) leaving = null
    return ok(part)
  }

  return {
    'samples:read': read,
    'samples:readBack': readBack,
    'samples:forgetReadBack': async ({ relationshipId }) =>
      withoutValue(await firstSyncs.removeWhere(({ name }) => name === relationshipId)),
    'samples:list': async () => ok(await samples.list()),
    'samples:keep': keep,
    'samples:load': load,
    'samples:remove': async ({ id }) => withoutValue(await samples.remove(id)),
  }
}
