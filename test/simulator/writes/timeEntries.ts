// Creating time entries.
import { forbiddenAnswer, invalidObject, jsonAnswer } from '../../../main/demo/answers.ts'
import { timeEntryModel } from '../../../main/demo/model/desk.ts'
import type { DemoCall } from '../../../main/demo/reads.ts'
import {
  isStoredObject,
  type JsonObject,
  nextId,
  type StoredRow,
  referenceId,
  textOf,
} from '../../../main/demo/model/storedRows.ts'
import type { State } from '../../../main/demo/state.ts'
import { recordInfo, referTo } from '../../../main/demo/world/references.ts'
import { created, readStrict } from './body.ts'
import { createResolver, type Resolver } from './resolve.ts'
import { bumpTicket, stamp } from './stamp.ts'

const readOnly = new Set([
  'id',
  '_info',
  'hoursBilled',
  'invoiceHours',
  'enteredBy',
  'dateEntered',
  'invoice',
  'timeSheet',
  'status',
  'ticket',
])
const charges = new Set(['ServiceTicket', 'ProjectTicket'])

const findTicket = (state: State, body: JsonObject, resolver: Resolver): StoredRow | undefined => {
  if (typeof body.chargeToId !== 'number') {
    if (!isStoredObject(body.company))
      resolver.refuse('chargeToId', 'chargeToId or company is required.', 'MissingRequiredField')
    return undefined
  }
  const ticket = state.world.tickets.find(body.chargeToId)
  const type = textOf(body.chargeToType)
  if (type === '') {
    resolver.refuse('chargeToType', 'chargeToType is required.', 'MissingRequiredField')
  } else if (!ticket || !charges.has(type) || (textOf(ticket.recordType) || 'ServiceTicket') !== type) {
    resolver.refuse('chargeToId', `${type} ${body.chargeToId} not found`, 'NotFound')
  }
  return ticket
}

/** A locked board (not documented), or a status that blocks time. */
const checkTicket = (state: State, ticket: StoredRow, resolver: Resolver) => {
  const boardId = referenceId(ticket.board) ?? 0
  const status = state.world.statuses.get(boardId)?.find(referenceId(ticket.status) ?? 0)
  if (state.world.boards.find(boardId)?.timeEntryLockedFlag === true) {
    resolver.refuse('chargeToId', `Time entry is locked on Service Board ${boardId}`)
  }
  if (status?.timeEntryNotAllowed === true) {
    const message = `Please update the status of this ticket before entering time. Its status is ${textOf(status.name)}.`
    resolver.refuse('chargeToId', message, 'TimeEntryApi')
  }
}

const checkTimes = (body: JsonObject, member: StoredRow, resolver: Resolver) => {
  if (body.timeStart === undefined)
    resolver.refuse('timeStart', 'The timeStart field is required.', 'MissingRequiredField')
  const [start, end] = [Date.parse(textOf(body.timeStart)), Date.parse(textOf(body.timeEnd))]
  if (end < start) resolver.refuse('timeEnd', 'The end time is before the start time.')
  const duration =
    body.timeEnd !== undefined || (typeof body.actualHours === 'number' && body.actualHours > 0)
  const needsEnd = member.requireStartAndEndTimeOnTimeEntryFlag === true && body.timeEnd === undefined
  if (!duration || needsEnd) {
    resolver.refuse(
      'timeEnd',
      needsEnd ? 'The timeEnd field is required.' : 'timeEnd or actualHours is required.',
      'MissingRequiredField',
    )
  }
}

/** A role belongs to locations; a mismatch is refused (seen in other clients, unverified). */
const checkRole = (
  state: State,
  body: JsonObject,
  ticket: StoredRow | undefined,
  member: StoredRow,
  resolver: Resolver,
) => {
  const sent = isStoredObject(body.workRole)
  if (!sent) body.workRole = member.workRole ?? null
  const role = resolver.row('workRole', 'workRole', state.world.workRoles)
  if (!role) return
  if (role.inactiveFlag === true) resolver.refuse('workRole/id', `Work Role ${textOf(role.name)} is inactive`)
  const location =
    body.locationId ?? referenceId(ticket?.location) ?? referenceId(member.defaultLocation) ?? 1
  if (Array.isArray(role.locationIds) && !role.locationIds.includes(location)) {
    const which = sent ? 'Work Role' : 'default Work Role'
    resolver.refuse('workRole/id', `The ${which} is not valid for the selected location`)
  }
  body.locationId = location
}

/** `POST /time/entries`: only `timeStart` is required by the model; a duration and a ticket are by behaviour. */
export const createTimeEntry = (state: State) => async (call: DemoCall) => {
  const { caller } = call.env
  const level = caller.role.level('Time & Expense > Time Entry', 'add')
  if (level === 'None') return forbiddenAnswer()
  const body = await readStrict(call.req.raw, timeEntryModel, readOnly)
  if (body instanceof Response) return body
  for (const [name, value] of Object.entries(body)) if (value === null) delete body[name]
  const resolver = createResolver(timeEntryModel.name, body)
  const ticket = findTicket(state, body, resolver)
  if (ticket) checkTicket(state, ticket, resolver)
  const member = isStoredObject(body.member)
    ? resolver.row('member', 'member', state.world.members)
    : caller.member
  if (member?.inactiveFlag === true)
    resolver.refuse('member/id', `Member ${textOf(member.identifier)} is inactive`)
  checkTimes(body, member ?? caller.member, resolver)
  resolver.row('workType', 'workType', state.world.workTypes)
  resolver.row('company', 'company', state.world.companies)
  resolver.unheld(['agreement', 'project', 'phase'])
  checkRole(state, body, ticket, member ?? caller.member, resolver)
  // A status without time refuses in another shape than the rest (recorded 2026).
  const blocked = resolver.problems.find((each) => each.code === 'TimeEntryApi')
  if (blocked) return jsonAnswer({ code: blocked.code, message: blocked.message }, 400)
  if (resolver.problems.length > 0) return invalidObject(timeEntryModel.name, resolver.problems)
  if (level === 'My' && member?.id !== caller.member.id) return forbiddenAnswer()

  const { timeEntries } = state.world.details()
  const at = stamp(state)
  const by = textOf(caller.member.identifier)
  const hours = (Date.parse(textOf(body.timeEnd)) - Date.parse(textOf(body.timeStart))) / 3_600_000
  const entry = timeEntries.add({
    billableOption: 'Billable',
    hoursDeduct: 0,
    ...(ticket && isStoredObject(ticket.company) ? { company: ticket.company } : {}),
    ...body,
    id: nextId(timeEntries),
    member: referTo('member', member ?? caller.member),
    actualHours: Number.isNaN(hours) ? body.actualHours : hours,
    enteredBy: by,
    dateEntered: at,
    status: 'Open',
    ...(ticket ? { ticket: referTo('ticket', ticket) } : {}),
    _info: recordInfo(at, by, at, by),
  })
  if (ticket) bumpTicket(state, ticket, by)
  return created(call.req.raw, entry)
}
