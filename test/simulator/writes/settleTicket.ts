// What a board checks before it takes a ticket: references, status of the board, people, custom fields.
import {
  isStoredObject,
  type JsonObject,
  type StoredRow,
  referenceId,
  textOf,
} from '../../../main/demo/model/storedRows.ts'
import type { State } from '../../../main/demo/state.ts'
import { referTo } from '../../../main/demo/world/references.ts'
import { asked, find, type Resolver } from './resolve.ts'

/** Lists the demo does not hold: any reference to one is unknown. */
const unheld = [
  'site',
  'country',
  'subType',
  'item',
  'team',
  'serviceLocation',
  'opportunity',
  'agreement',
  'sla',
  'currency',
]

const checkCustomFields = (state: State, body: JsonObject, resolver: Resolver) => {
  if (!Array.isArray(body.customFields)) return
  const fields = state.world.customFields.rows.filter((field) => field.screenId === 'sr100')
  const sent = new Map(body.customFields.filter(isStoredObject).map((value) => [value.id, value.value]))
  for (const [id, value] of sent) {
    const field = fields.find((candidate) => candidate.id === id)
    if (!field) resolver.refuse('customFields', `Custom field ${asked({ id })} not found`, 'NotFound')
    else if (field.fieldTypeIdentifier === 'Checkbox' && value !== null && typeof value !== 'boolean') {
      resolver.refuse('customFields', `${textOf(field.caption)} must be true or false`)
    }
  }
  body.customFields = fields.map((field) => ({
    id: field.id,
    caption: field.caption,
    type: field.fieldTypeIdentifier,
    entryMethod: field.entryTypeIdentifier,
    numberOfDecimals: 0,
    ...(sent.has(field.id) ? { value: sent.get(field.id) } : {}),
  }))
}

/** Status ids are valid on their own board only; without a status the board's default applies. */
const checkStatus = (
  state: State,
  body: JsonObject,
  board: StoredRow | undefined,
  resolver: Resolver,
): StoredRow | undefined => {
  const statuses = board && state.world.statuses.get(board.id)
  if (!board || !statuses) return undefined
  const wanted = body.status
  if (!isStoredObject(wanted)) return statuses.rows.find((row) => row.defaultFlag === true)
  const status = find(statuses, wanted)
  if (!status)
    resolver.missing('status', `Service Status ${asked(wanted)} not found for Service Board ${board.id}`)
  return status
}

const checkCompany = (
  state: State,
  body: JsonObject,
  resolver: Resolver,
  sent: (member: string) => boolean,
) => {
  const company = resolver.row('company', 'company', state.world.companies)
  if (sent('company') && company?.deletedFlag === true) {
    resolver.refuse('company/id', `Company ${company.id} is deleted`)
  }
  const contact = resolver.row('contact', 'contact', state.world.contacts)
  if (sent('contact') && contact && referenceId(contact.company) !== company?.id) {
    resolver.refuse(
      'contact/id',
      `Contact ${contact.id} not found for Company ${company?.id ?? ''}`,
      'NotFound',
    )
  }
}

const checkBoard = (
  state: State,
  body: JsonObject,
  resolver: Resolver,
  sent: (member: string) => boolean,
) => {
  const { world } = state
  const board = isStoredObject(body.board)
    ? resolver.row('board', 'board', world.boards)
    : world.boards.find(4)
  if (sent('board') && board?.inactiveFlag === true) {
    resolver.refuse('board/id', `Service Board ${board.id} is inactive`)
  }
  if (sent('board') && board?.projectFlag === true && body.recordType !== 'ProjectTicket') {
    resolver.refuse('board/id', `Service Board ${board.id} is a project board`)
  }
  return board
}

/**
 * Resolves and checks everything a ticket refers to; `body` is completed in place. What a change leaves alone (`sent`
 * is false) is not judged again. Answers the status that applies.
 */
export const settle = (
  state: State,
  body: JsonObject,
  resolver: Resolver,
  sent: (member: string) => boolean,
): StoredRow | undefined => {
  const { world } = state
  if (!textOf(body.summary).trim()) {
    resolver.refuse('summary', 'The summary field is required.', 'MissingRequiredField')
  }
  if (!isStoredObject(body.company)) {
    resolver.refuse('company', 'The company field is required.', 'MissingRequiredField')
  }
  checkCompany(state, body, resolver, sent)
  const board = checkBoard(state, body, resolver, sent)
  const status = checkStatus(state, body, board, resolver)
  if (sent('status') && status?.inactive === true) {
    resolver.refuse('status/id', `Service Status ${status.id} is inactive`)
  }
  resolver.row('priority', 'priority', world.priorities)
  resolver.row('source', 'source', world.sources)
  resolver.row('workRole', 'workRole', world.workRoles)
  resolver.row('workType', 'workType', world.workTypes)
  const types = board && world.types.get(board.id)
  if (types) resolver.row('type', 'boardType', types)
  const owner = resolver.row('owner', 'member', world.members)
  if (sent('owner') && owner?.inactiveFlag === true) {
    resolver.refuse('owner/id', `Member ${textOf(owner.identifier)} is inactive`)
  }
  const parent = body.parentTicketId
  if (typeof parent === 'number' && !world.tickets.find(parent)) {
    resolver.refuse('parentTicketId', `Ticket ${parent} not found`, 'NotFound')
  }
  resolver.unheld(unheld)
  if (sent('customFields')) checkCustomFields(state, body, resolver)
  if (board) Object.assign(body, { board: referTo('board', board), location: board.location ?? null })
  if (status)
    Object.assign(body, { status: referTo('status', status), closedFlag: status.closedStatus === true })
  return status
}
