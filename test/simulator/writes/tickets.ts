// Creating and changing tickets, with the refusals a real board gives.
import { mayTouch } from '../../../main/demo/roleRights.ts'
import {
  forbiddenAnswer,
  invalidObject,
  jsonAnswer,
  notFound,
  refusalAnswer,
} from '../../../main/demo/answers.ts'
import { noteModel } from '../../../main/demo/model/desk.ts'
import { ticketModel } from '../../../main/demo/model/ticket.ts'
import { projection } from '../../../main/demo/project.ts'
import { type DemoCall, demoId } from '../../../main/demo/reads.ts'
import {
  createCollection,
  infoOf,
  isStoredObject,
  type Json,
  type JsonObject,
  type StoredRow,
  textOf,
} from '../../../main/demo/model/storedRows.ts'
import type { Caller, State } from '../../../main/demo/state.ts'
import { recordInfo, referTo, ticketLinks } from '../../../main/demo/world/references.ts'
import { checkMembers, created, inUtc, isJsonObject, readJson, readStrict, spelled } from './body.ts'
import { addNote } from './notes.ts'
import { createResolver } from './resolve.ts'
import { settle } from './settleTicket.ts'
import { stamp } from './stamp.ts'

const tickets = 'Service Desk > Service Tickets'
const closing = 'Service Desk > Close Service Tickets'

/** They follow from other members, or belong to the server. */
const readOnly = new Set([
  'id',
  '_info',
  'closedFlag',
  'closedDate',
  'closedBy',
  'resources',
  'hasChildTicket',
  'hasMergedChildTicketFlag',
  'mergedParentTicket',
  'actualHours',
  'isInSla',
  'slaStatus',
])

const initialNotes = {
  initialDescription: 'detailDescriptionFlag',
  initialInternalAnalysis: 'internalAnalysisFlag',
  initialResolution: 'resolutionFlag',
} as const

const postOnly = [
  ...Object.keys(initialNotes),
  'initialDescriptionFrom',
  'contactEmailLookup',
  'processNotifications',
  'skipCallback',
]

const mayClose = (caller: Caller, status: StoredRow | undefined) =>
  status?.closedStatus !== true || caller.role.level(closing, 'edit') !== 'None'

/** `POST /service/tickets`: strict body, then 201 with the expanded record. */
export const createTicket = (state: State) => async (call: DemoCall) => {
  const { caller } = call.env
  if (caller.role.level(tickets, 'add') === 'None') return forbiddenAnswer()
  const body = await readStrict(call.req.raw, ticketModel, readOnly)
  if (body instanceof Response) return body
  const resolver = createResolver(ticketModel.name, body)
  const status = settle(state, body, resolver, () => true)
  if (resolver.problems.length > 0) return invalidObject(ticketModel.name, resolver.problems)
  if (!mayClose(caller, status)) return forbiddenAnswer()
  const { world } = state
  // Details are made from the tickets there are: they must exist before a ticket without any joins.
  const { notes } = world.details()
  const id = (world.tickets.rows.at(-1)?.id ?? 0) + 1
  const at = stamp(state)
  const by = textOf(caller.member.identifier)
  const kept = Object.fromEntries(
    Object.entries(body).filter(([name, value]) => value !== null && !postOnly.includes(name)),
  )
  const ticket: StoredRow = {
    recordType: 'ServiceTicket',
    severity: 'Medium',
    impact: 'Medium',
    ...kept,
    id,
    ...(isStoredObject(body.owner) ? { resources: body.owner.identifier } : {}),
    _info: { ...recordInfo(at, by, at, by), ...ticketLinks(id) },
  }
  if (!isStoredObject(ticket.priority)) {
    const usual = world.priorities.rows.find((row) => row.defaultFlag === true)
    if (usual) ticket.priority = referTo('priority', usual)
  }
  world.tickets.add(ticket)
  const parent = typeof ticket.parentTicketId === 'number' && world.tickets.find(ticket.parentTicketId)
  if (parent) parent.hasChildTicket = true
  notes.set(id, createCollection(noteModel, []))
  for (const [member, flag] of Object.entries(initialNotes)) {
    if (textOf(body[member]))
      addNote(
        state,
        ticket,
        { text: body[member], [flag]: true, member: referTo('member', caller.member) },
        by,
      )
  }
  return created(call.req.raw, ticket)
}

type Operation = { op: string; path: string; value: JsonObject['value'] }

const readOperations = (value: unknown): Operation[] | undefined => {
  if (!Array.isArray(value)) return undefined
  const operations = value.map((entry: unknown): Operation | undefined => {
    if (!isJsonObject(entry) || Object.keys(entry).some((key) => !['op', 'path', 'value'].includes(key)))
      return undefined
    const { op, path } = entry
    if (typeof op !== 'string' || !/^(add|replace|remove)$/i.test(op) || typeof path !== 'string')
      return undefined
    if (op.toLowerCase() !== 'remove' && entry.value === undefined) return undefined
    return { op: op.toLowerCase(), path: path.replace(/^\//, ''), value: entry.value }
  })
  return operations.every((operation) => operation !== undefined) ? operations : undefined
}

/** `PATCH /service/tickets/{id}`: an array of `{ op, path, value }`, checked like a whole ticket. */
export const changeTicket = (state: State) => async (call: DemoCall) => {
  const { caller } = call.env
  const id = call.req.param('id') ?? ''
  const ticket = state.world.tickets.find(demoId(id) ?? 0)
  if (caller.role.level(tickets, 'edit') === 'None') return forbiddenAnswer()
  if (!ticket) return notFound('Service Ticket', id)
  if (!mayTouch(caller.role, tickets, 'edit', ticket, caller.member)) return forbiddenAnswer()
  const read = await readJson(call.req.raw)
  if (read instanceof Response) return read
  const operations = readOperations(read.value)
  if (!operations)
    return refusalAnswer(400, 'ConnectWiseApi', "Cannot deserialize the body into type 'PatchOperation[]'.")
  const sent: JsonObject = Object.fromEntries(
    operations.map(({ op, path, value = null }) => {
      const [member = '', ...inner] = path.split('/')
      return [
        member,
        op === 'remove' ? null : inner.reduceRight<Json>((part, name) => ({ [name]: part }), value),
      ]
    }),
  )
  const changes = spelled(sent, ticketModel.members)
  const wrong = checkMembers(changes, ticketModel, readOnly, read.source)
  if (wrong) return wrong
  const next: JsonObject = { ...ticket, ...inUtc(changes, ticketModel.members) }
  const resolver = createResolver(ticketModel.name, next)
  const status = settle(state, next, resolver, (member) => Object.hasOwn(changes, member))
  if (resolver.problems.length > 0) return invalidObject(ticketModel.name, resolver.problems)
  if (!mayClose(caller, status)) return forbiddenAnswer()
  for (const name of postOnly) delete next[name]
  Object.assign(ticket, next)
  Object.assign(infoOf(ticket), { lastUpdated: stamp(state), updatedBy: caller.member.identifier })
  state.world.tickets.touch()
  return jsonAnswer(projection(call.req.query('fields') ?? null)(ticket))
}
