// Plays a first sync in the demo organisation: what the made-up service makes becomes tickets that can be read back.
import type { ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import type { SyncMistake } from '../../../shared/preview/verify/syncMistakes.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { noteModel } from '../model/desk.ts'
import {
  type Collection,
  createCollection,
  isoSeconds,
  nextId,
  type StoredRow,
  textOf,
} from '../model/storedRows.ts'
import { apiMemberIds } from '../world/people.ts'
import { recordInfo, type ReferenceKind, referTo, ticketLinks } from '../world/references.ts'
import type { World } from '../world/world.ts'
import { applySync, idleMistakes } from './applySync.ts'

type Ref = { id: number } | null | undefined

const refer = (kind: ReferenceKind, rows: Collection | undefined, ref: Ref): StoredRow | null => {
  const row = ref && rows?.find(ref.id)
  return row ? referTo(kind, row) : ref ? { id: ref.id } : null
}

/** A number no other row has: ids of parts are not shown to anybody. */
const partId = (ticket: number, index: number): number => ticket * 1000 + index

function addTicket(world: World, ticket: ServiceTicket): void {
  const { id } = ticket
  const at = ticket._info?.dateEntered ?? ''
  const by = ticket._info?.enteredBy ?? ''
  const info = recordInfo(at, by, at, by)
  const details = world.details()
  const boardStatuses = [...world.statuses.values()].find((rows) => rows.find(ticket.status?.id ?? 0))
  world.tickets.add({
    id,
    summary: ticket.summary ?? '',
    recordType: 'ServiceTicket',
    board: refer('board', world.boards, ticket.board),
    status: refer('status', boardStatuses, ticket.status),
    company: refer('company', world.companies, ticket.company),
    priority: refer('priority', world.priorities, ticket.priority),
    source: refer('source', world.sources, ticket.source),
    owner: refer('member', world.members, ticket.owner),
    externalXRef: ticket.externalXRef ?? null,
    closedFlag: false,
    _info: { ...info, ...ticketLinks(id) },
  })
  const typed = (ticket.notes ?? []).filter(({ noteType }) => noteType !== 'TimeEntryNote')
  details.notes.set(
    id,
    createCollection(
      noteModel,
      typed.map((note, index) => ({
        id: partId(id, index),
        text: note.text ?? '',
        detailDescriptionFlag: note.detailDescriptionFlag === true,
        internalAnalysisFlag: note.internalAnalysisFlag === true,
        resolutionFlag: note.resolutionFlag === true,
        _info: info,
      })),
    ),
  )
  for (const { title, fileName } of ticket.documents ?? []) {
    const row = details.documents.add({
      id: nextId(details.documents),
      title: title ?? '',
      fileName: fileName ?? '',
      _info: info,
    })
    details.ticketOfDocument.set(row.id, id)
  }
  for (const entry of ticket.timeEntries ?? [])
    details.timeEntries.add({
      id: nextId(details.timeEntries),
      chargeToId: id,
      chargeToType: 'ServiceTicket',
      member: refer(
        'member',
        world.members,
        entry.member?.id === undefined ? null : { id: entry.member?.id ?? 0 },
      ),
      workRole: refer('workRole', world.workRoles, entry.workRole),
      timeStart: entry.timeStart ?? null,
      timeEnd: entry.timeEnd ?? null,
      actualHours: entry.actualHours ?? null,
      notes: entry.notes ?? null,
      _info: info,
    })
}

function removeTicket(world: World, id: number): void {
  const { notes, documents, timeEntries, ticketOfDocument } = world.details()
  world.tickets.remove(id)
  notes.delete(id)
  for (const [document, ticket] of ticketOfDocument)
    if (ticket === id) {
      documents.remove(document)
      ticketOfDocument.delete(document)
    }
  for (const entry of timeEntries.rows.filter(({ chargeToId }) => chargeToId === id))
    timeEntries.remove(entry.id)
}

/** A sent ticket gets the status and the priority of the change. */
function changeTicket(world: World, { id, status, priority }: ServiceTicket): boolean {
  const row = world.tickets.find(id)
  if (!row) return false
  const statuses = [...world.statuses.values()].find((rows) => rows.find(status?.id ?? 0))
  row.status = refer('status', statuses, status)
  row.priority = refer('priority', world.priorities, priority)
  world.tickets.touch()
  return true
}

type Played = {
  relationship: Relationship
  reference: Reference | null
  sample: Tickets
  mistakes: readonly SyncMistake[]
  now: Date
}

export type PlayedSync = { since: string; tickets: number; idle: SyncMistake[] }

/** Makes the player of one demo organisation; what it made before goes when it plays again. */
export function createSyncPlayer(world: World): (played: Played) => PlayedSync {
  let made: number[] = []
  return ({ relationship, reference, sample, mistakes, now }) => {
    const since = isoSeconds(now)
    for (const id of made) removeTicket(world, id)
    made = []
    const member = textOf(world.members.find(apiMemberIds.full)?.identifier)
    // Details are made from the tickets there are: they must exist before a ticket without any joins.
    world.details()
    const service = { reference, nextId: nextId(world.tickets), at: since, member }
    const tickets = applySync(service, relationship, sample, mistakes)
    const idle = idleMistakes(service, relationship, sample, mistakes)
    if (sample.flow === 'outbound')
      return { since, tickets: tickets.filter((ticket) => changeTicket(world, ticket)).length, idle }
    for (const ticket of tickets) addTicket(world, ticket)
    made = tickets.map(({ id }) => id)
    return { since, tickets: tickets.length, idle }
  }
}
