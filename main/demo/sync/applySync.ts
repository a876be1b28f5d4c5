// A made-up sync service: what would be in ConnectWise after a first sync with these settings, mistakes included.
import { prepareInbound } from '../../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../../shared/preview/rules/outbound.ts'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import type { SyncMistake } from '../../../shared/preview/verify/syncMistakes.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { arrivedTicket, type Arrived, type SyncWorld } from './arrive.ts'
import { arrivesWrong, forgottenChange } from './mistakes.ts'

function applyInbound(
  tickets: readonly PartnerTicket[],
  relationship: Relationship,
  world: SyncWorld,
  made: readonly SyncMistake[],
): ServiceTicket[] {
  const { row: rowOf } = prepareInbound({ relationship, reference: world.reference })
  let nextId = world.nextId
  return tickets.flatMap((partner) => {
    const row = rowOf(partner)
    const origin = { partner, row, relationship, world }
    const created = row.requests.length > 0 ? [arrivedTicket(row.requests, 0, world)] : []
    const arrived = made.reduce((before: Arrived[], name) => arrivesWrong[name](before, origin), created)
    return arrived.map((ticket) => ({ ...ticket, id: nextId++ }))
  })
}

function applyOutbound(
  tickets: readonly ServiceTicket[],
  relationship: Relationship,
  { reference }: SyncWorld,
  made: readonly SyncMistake[],
): ServiceTicket[] {
  const { row: rowOf } = prepareOutbound({ relationship, reference, since: null })
  const forgotten = new Set(made.map((name) => forgottenChange[name]))
  return tickets.map((ticket) => {
    const changes = rowOf(ticket).requests.flatMap((request) =>
      request.method === 'PATCH' ? request.body : [],
    )
    return changes
      .filter(({ path }) => !forgotten.has(path))
      .reduce((before: ServiceTicket, { path, value }) => ({ ...before, [path]: value }), ticket)
  })
}

/** The mistakes that nothing in the sample gives occasion to: without them the same tickets arrive. */
export function idleMistakes(
  world: SyncWorld,
  settings: Relationship,
  sample: Tickets,
  made: readonly SyncMistake[],
): SyncMistake[] {
  const arrived = (names: readonly SyncMistake[]) => JSON.stringify(applySync(world, settings, sample, names))
  const right = arrived([])
  return made.filter((name) => arrived([name]) === right)
}

/** The tickets in ConnectWise after the sync. Pure: the same inputs give the same tickets. */
export const applySync = (
  world: SyncWorld,
  settings: Relationship,
  sample: Tickets,
  made: readonly SyncMistake[],
): ServiceTicket[] =>
  sample.flow === 'inbound'
    ? applyInbound(sample.tickets, settings, world, made)
    : applyOutbound(sample.tickets, settings, world, made)
