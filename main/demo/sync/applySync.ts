// A made-up sync service: what would be in ConnectWise after a first sync with these settings, mistakes included.
import { prepareInbound } from '../../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../../shared/preview/rules/outbound.ts'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import { forgottenChange, type SyncMistake } from '../../../shared/preview/verify/syncMistakes.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { arrivedTicket, type Arrived, type SyncWorld } from './arrive.ts'
import { arrivesWrong } from './mistakes.ts'

/** What a faultless service makes of one partner's ticket, and what a mistake sees beside it. */
function faultlessInbound(relationship: Relationship, world: SyncWorld) {
  const { row: rowOf } = prepareInbound({ relationship, reference: world.reference })
  return (partner: PartnerTicket) => {
    const row = rowOf(partner)
    const created = row.requests.length > 0 ? [arrivedTicket(row.requests, 0, world)] : []
    return { created, origin: { partner, row, relationship, world } }
  }
}

function applyInbound(
  tickets: readonly PartnerTicket[],
  relationship: Relationship,
  world: SyncWorld,
  made: readonly SyncMistake[],
): ServiceTicket[] {
  let nextId = world.nextId
  return tickets.map(faultlessInbound(relationship, world)).flatMap(({ created, origin }) => {
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

/** The mistakes that nothing in the sample gives occasion to: with each of them the same tickets arrive. */
export function idleMistakes(
  world: SyncWorld,
  settings: Relationship,
  sample: Tickets,
  made: readonly SyncMistake[],
): SyncMistake[] {
  if (sample.flow === 'outbound') {
    const right = JSON.stringify(applyOutbound(sample.tickets, settings, world, []))
    return made.filter(
      (name) => JSON.stringify(applyOutbound(sample.tickets, settings, world, [name])) === right,
    )
  }
  const faultless = sample.tickets.map(faultlessInbound(settings, world))
  return made.filter((name) =>
    faultless.every(
      ({ created, origin }) =>
        JSON.stringify(arrivesWrong[name](created, origin)) === JSON.stringify(created),
    ),
  )
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
