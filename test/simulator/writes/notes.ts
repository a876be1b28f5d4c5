// Creating notes on tickets.
import { mayTouch } from '../../../main/demo/roleRights.ts'
import { forbiddenAnswer, invalidObject, notFound } from '../../../main/demo/answers.ts'
import { noteModel } from '../../../main/demo/model/desk.ts'
import { type DemoCall, demoId } from '../../../main/demo/reads.ts'
import {
  createCollection,
  type JsonObject,
  type StoredRow,
  textOf,
} from '../../../main/demo/model/storedRows.ts'
import type { State } from '../../../main/demo/state.ts'
import { recordInfo, referTo } from '../../../main/demo/world/references.ts'
import { created, readStrict } from './body.ts'
import { createResolver } from './resolve.ts'
import { bumpTicket, stamp } from './stamp.ts'

const readOnly = new Set(['id', '_info', 'dateCreated', 'createdBy', 'sentimentScore'])
const placements = ['detailDescriptionFlag', 'internalAnalysisFlag', 'resolutionFlag']

/** Adds a note whose body has been checked, and bumps its ticket. */
export const addNote = (state: State, ticket: StoredRow, body: JsonObject, by: string): StoredRow => {
  const { notes } = state.world.details()
  const rows = notes.get(ticket.id) ?? createCollection(noteModel, [])
  notes.set(ticket.id, rows)
  const at = stamp(state)
  const note = rows.add({
    id: (rows.rows.at(-1)?.id ?? ticket.id * 1_000 - 1) + 1,
    detailDescriptionFlag: false,
    internalAnalysisFlag: false,
    resolutionFlag: false,
    issueFlag: false,
    customerUpdatedFlag: false,
    processNotifications: false,
    ...body,
    ticketId: ticket.id,
    dateCreated: at,
    createdBy: by,
    _info: recordInfo(at, by, at, by),
  })
  bumpTicket(state, ticket, by)
  return note
}

/** `POST /service/tickets/{id}/notes`: text and at least one true placement flag. */
export const createNote = (state: State) => async (call: DemoCall) => {
  const { caller } = call.env
  const right = 'Service Desk > Service Tickets'
  if (caller.role.level(right, 'edit') === 'None') return forbiddenAnswer()
  const id = call.req.param('parent') ?? ''
  const ticket = state.world.tickets.find(demoId(id) ?? 0)
  if (!ticket) return notFound('Service Ticket', id)
  if (!mayTouch(caller.role, right, 'edit', ticket, caller.member)) return forbiddenAnswer()
  const body = await readStrict(call.req.raw, noteModel, readOnly)
  if (body instanceof Response) return body
  const resolver = createResolver(noteModel.name, body)
  if (!textOf(body.text).trim())
    resolver.refuse('text', 'The text field is required.', 'MissingRequiredField')
  if (!placements.some((flag) => body[flag] === true)) {
    const message = 'Please choose where to display the notes in order to save this record.'
    // The code is the type's name, and all three are named (recorded 2024-26).
    resolver.refuse(placements.join(', '), message, 'ServiceNote')
  }
  const member = resolver.row('member', 'member', state.world.members)
  if (member?.inactiveFlag === true)
    resolver.refuse('member/id', `Member ${textOf(member.identifier)} is inactive`)
  resolver.row('contact', 'contact', state.world.contacts)
  if (resolver.problems.length > 0) return invalidObject(noteModel.name, resolver.problems)
  // Without an author the key pair's own member becomes it (seen in other clients, unverified).
  if (body.member === undefined && body.contact === undefined) body.member = referTo('member', caller.member)
  return created(call.req.raw, addNote(state, ticket, body, textOf(caller.member.identifier)))
}
