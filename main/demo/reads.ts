// What the API answers to reading: lists, counts, records, search, notes, the caller's own rights.
import type { Context, Hono } from 'hono'
import { isMine, type Right } from './access.ts'
import { forbidden, json, noEndpoint, notFound, refusal, unknownMember, wrongType } from './answers.ts'
import { type ListEndpoint, listEndpoints } from './lists.ts'
import { countAnswer, filterOf, listAnswer, type Filter, type ListOptions } from './listing.ts'
import { customizeItemModel, memberModel } from './model/system.ts'
import { projection } from './project.ts'
import { type Collection, createCollection, type JsonObject } from './rows.ts'
import type { Caller, State } from './state.ts'

/** What every handler finds in its context. */
export type Env = { Bindings: { caller: Caller } }
export type Call = Context<Env>

/** Which rows the caller may see, or the refusal. */
export const visibility = (caller: Caller, right: Right | undefined): Response | ListOptions => {
  const level = right ? caller.role.level(right, 'inquire') : 'All'
  if (level === 'None') return forbidden()
  return level === 'All'
    ? {}
    : { visible: { name: `my ${caller.member.id}`, test: (row) => isMine(row, caller.member) } }
}

/** The options every list of this state shares, as its faults ask. */
export const optionsOf = (state: State): ListOptions => ({
  strictFields: state.faults.has('fields-strict'),
  refuseConditions: state.faults.has('conditions-refused'),
  ignorePage: state.faults.has('page-ignored'),
  ...(state.faults.has('sparse-rows')
    ? { reshape: sparse }
    : state.faults.has('odd-rows')
      ? { reshape: odd }
      : {}),
})

/** Pickers' rows with only id and name: a setting of some sites (seen in other clients, unverified). */
const sparse = (row: JsonObject): JsonObject => ({ id: row.id, name: row.name ?? row.caption ?? row.summary })

/** A newer model: unknown members, and nulls where a value was. */
const odd = (row: JsonObject): JsonObject => ({
  ...row,
  defaultFlag: null,
  newInThisVersion: { code: 7 },
  aiSummary: null,
})

/** A path or query parameter as an id. */
export const idOf = (value: string | undefined) =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined

/** Deleting is a level that no key pair of the demo has. */
const refuseDeletion = () => forbidden()

const recordAnswer = (call: Call, endpoint: ListEndpoint, rows: Collection, options: ListOptions) => {
  const id = call.req.param('id') ?? ''
  const row = rows.find(idOf(id) ?? 0)
  if (!row || (options.visible && !options.visible.test(row))) return notFound(endpoint.name, id)
  return json(projection(call.req.query('fields') ?? null)(row))
}

type Kind = 'list' | 'count' | 'record'

const serveList = (state: State, endpoint: ListEndpoint, kind: Kind) => (call: Call) => {
  const seen = visibility(call.env.caller, endpoint.right)
  if (seen instanceof Response) return seen
  if (endpoint.missingWith && state.faults.has(endpoint.missingWith)) return noEndpoint()
  const parent = call.req.param('parent') ?? ''
  const id = idOf(parent) ?? 0
  const ticket = endpoint.ofTicket ? state.world.tickets.find(id) : undefined
  const hidden = ticket !== undefined && seen.visible !== undefined && !seen.visible.test(ticket)
  const rows = hidden ? undefined : endpoint.rows(state.world, id)
  if (!rows) return notFound(endpoint.ofTicket ? 'Ticket' : 'Board', parent)
  // Whoever may see a ticket may see all that hangs on it.
  const options = { ...(endpoint.ofTicket ? {} : seen), ...optionsOf(state) }
  if (kind === 'record') return recordAnswer(call, endpoint, rows, options)
  const filter = filterOf(new URL(call.req.url).searchParams)
  return kind === 'count'
    ? countAnswer(rows, filter, options)
    : listAnswer(call.req.raw, rows, filter, options)
}

// The JSON parser of the real server takes member names in any case; these are the only ones it knows.
const searchMembers = new Map<string, keyof Filter>([
  ['conditions', 'conditions'],
  ['orderby', 'orderBy'],
  ['childconditions', 'childConditions'],
  ['customfieldconditions', 'customFieldConditions'],
])

const readSearch = async (request: Request): Promise<Filter | Response> => {
  const body = await request.text()
  let parsed: unknown
  try {
    parsed = JSON.parse(body || '{}')
  } catch {
    return refusal(400, 'InvalidObject', 'FilterValues object is invalid')
  }
  if (typeof parsed !== 'object' || Array.isArray(parsed))
    return refusal(400, 'ConnectWiseApi', "Cannot deserialize the body into type 'FilterValues'.")
  const filter: Filter = { conditions: '', childConditions: '', customFieldConditions: '', orderBy: '' }
  for (const [name, value] of Object.entries(parsed ?? {})) {
    const member = searchMembers.get(name.toLowerCase())
    if (!member) return unknownMember('FilterValues', [name], body)
    if (typeof value === 'string') filter[member] = value
    else if (value !== null) return wrongType([name], value, body)
  }
  return filter
}

const search = (state: State) => async (call: Call) => {
  const seen = visibility(call.env.caller, 'Service Desk > Service Tickets')
  if (seen instanceof Response) return seen
  const filter = await readSearch(call.req.raw)
  if (filter instanceof Response) return filter
  return listAnswer(call.req.raw, state.world.tickets, filter, { ...seen, ...optionsOf(state) })
}

const systemInfo = (state: State) => () =>
  json({
    version: 'v2025.1.47174',
    isCloud: !state.faults.has('on-premise'),
    serverTimeZone: 'Eastern Standard Time',
    licenseBits: ['Service', 'Time', 'Project'].map((name) => ({
      name,
      activeFlag: !state.faults.has('licence-inactive'),
    })),
    cloudRegion: 'NA',
    maxWorkFlowRecordsAllowed: 1000,
  })

/** Whether the caller's own rights may be read: not every site lets a bare API member do so (unverified). */
const mayReadSecurity = (state: State) => !state.faults.has('no-my-security')

const security = (state: State, kind: Kind) => (call: Call) => {
  if (!mayReadSecurity(state)) return forbidden()
  const table = call.env.caller.role.table()
  const filter = filterOf(new URL(call.req.url).searchParams)
  return kind === 'count' ? countAnswer(table, filter) : listAnswer(call.req.raw, table, filter)
}

/** The single tables that a Table Setup right was narrowed to, by names as the rights table shows them (unverified). */
const setupTables = [
  'Service / Service Board',
  'Service / Priority',
  'Service / Source',
  'Company / Company Status',
]

const customizeItems = (state: State) => (call: Call) => {
  if (!mayReadSecurity(state)) return forbidden()
  const allowed = call.env.caller.role.level('System > Table Setup', 'inquire') !== 'None'
  const rows = (allowed ? setupTables : []).map((itemIdentifier, index) => ({
    id: index + 1,
    customizeIdentifier: 'SystemTableSetup',
    itemIdentifier,
  }))
  const filter = filterOf(new URL(call.req.url).searchParams)
  return listAnswer(call.req.raw, createCollection(customizeItemModel, rows), filter)
}

const myMembers = (call: Call) =>
  listAnswer(
    call.req.raw,
    createCollection(memberModel, [call.env.caller.member]),
    filterOf(new URL(call.req.url).searchParams),
  )

/** Registers every reading route; `POST /service/tickets/search` is one of them. */
export const mountReads = (app: Hono<Env>, state: State) => {
  app.get('/system/info', systemInfo(state))
  app.get('/system/mySecurity', security(state, 'list'))
  app.get('/system/mySecurity/count', security(state, 'count'))
  app.get('/system/mySecurity/customizeItems', customizeItems(state))
  app.get('/system/myMembers', myMembers)
  app.post('/service/tickets/search', search(state))
  for (const endpoint of listEndpoints) {
    const path = endpoint.path.replace(':parent', ':parent{[0-9]+}')
    app.get(path, serveList(state, endpoint, 'list'))
    app.get(`${path}/count`, serveList(state, endpoint, 'count'))
    app.get(`${path}/:id{[0-9]+}`, serveList(state, endpoint, 'record'))
    if (endpoint.right) app.delete(`${path}/:id{[0-9]+}`, refuseDeletion)
  }
}
