// What the API answers to reading: lists, counts, records, search, notes, the caller's own rights.
import type { Context, Hono } from 'hono'
import { isMine, type DemoRight } from './roleRights.ts'
import { forbiddenAnswer, jsonAnswer, notFound, refusalAnswer, unknownMember, wrongType } from './answers.ts'
import { type ListEndpoint, listEndpoints } from './lists.ts'
import { countAnswer, filterOf, listAnswer, type DemoFilter, type DemoListOptions } from './listing.ts'
import { customizeItemModel, memberModel } from './model/system.ts'
import { projection } from './project.ts'
import { type Collection, createCollection } from './model/storedRows.ts'
import type { Caller, State } from './state.ts'

/** What every handler finds in its context. */
export type Env = { Bindings: { caller: Caller } }
export type DemoCall = Context<Env>

/** Which rows the caller may see, or the refusal. */
export const visibility = (caller: Caller, right: DemoRight | undefined): Response | DemoListOptions => {
  const level = right ? caller.role.level(right, 'inquire') : 'All'
  if (level === 'None') return forbiddenAnswer()
  return level === 'All'
    ? {}
    : { visible: { name: `my ${caller.member.id}`, test: (row) => isMine(row, caller.member) } }
}

/** A path or query parameter as an id. */
export const demoId = (value: string | undefined) =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined

const recordAnswer = (call: DemoCall, endpoint: ListEndpoint, rows: Collection, options: DemoListOptions) => {
  const id = call.req.param('id') ?? ''
  const row = rows.find(demoId(id) ?? 0)
  if (!row || (options.visible && !options.visible.test(row))) return notFound(endpoint.name, id)
  return jsonAnswer(projection(call.req.query('fields') ?? null)(row))
}

type Kind = 'list' | 'count' | 'record'

const serveList = (state: State, endpoint: ListEndpoint, kind: Kind) => (call: DemoCall) => {
  const seen = visibility(call.env.caller, endpoint.right)
  if (seen instanceof Response) return seen
  const parent = call.req.param('parent') ?? ''
  const id = demoId(parent) ?? 0
  const ticket = endpoint.ofTicket ? state.world.tickets.find(id) : undefined
  const hidden = ticket !== undefined && seen.visible !== undefined && !seen.visible.test(ticket)
  const rows = hidden ? undefined : endpoint.rows(state.world, id)
  if (!rows) return notFound(endpoint.ofTicket ? 'Service Ticket' : 'Board', parent)
  // Whoever may see a ticket may see all that hangs on it.
  const options = endpoint.ofTicket ? {} : seen
  if (kind === 'record') return recordAnswer(call, endpoint, rows, options)
  const filter = filterOf(new URL(call.req.url).searchParams)
  return kind === 'count'
    ? countAnswer(rows, filter, options)
    : listAnswer(call.req.raw, rows, filter, options)
}

// The JSON parser of the real server takes member names in any case; these are the only ones it knows.
const searchMembers = new Map<string, keyof DemoFilter>([
  ['conditions', 'conditions'],
  ['orderby', 'orderBy'],
  ['childconditions', 'childConditions'],
  ['customfieldconditions', 'customFieldConditions'],
])

const readSearch = async (request: Request): Promise<DemoFilter | Response> => {
  const body = await request.text()
  let parsed: unknown
  try {
    parsed = JSON.parse(body || '{}')
  } catch {
    return refusalAnswer(400, 'InvalidObject', 'FilterValues object is invalid')
  }
  if (typeof parsed !== 'object' || Array.isArray(parsed))
    return refusalAnswer(400, 'ConnectWiseApi', "Cannot deserialize the body into type 'FilterValues'.")
  const filter: DemoFilter = { conditions: '', childConditions: '', customFieldConditions: '', orderBy: '' }
  for (const [name, value] of Object.entries(parsed ?? {})) {
    const member = searchMembers.get(name.toLowerCase())
    if (!member) return unknownMember('FilterValues', [name], body)
    if (typeof value === 'string') filter[member] = value
    else if (value !== null) return wrongType([name], value, body)
  }
  return filter
}

const search = (state: State) => async (call: DemoCall) => {
  const seen = visibility(call.env.caller, 'Service Desk > Service Tickets')
  if (seen instanceof Response) return seen
  const filter = await readSearch(call.req.raw)
  if (filter instanceof Response) return filter
  return listAnswer(call.req.raw, state.world.tickets, filter, seen)
}

const systemInfo = () =>
  jsonAnswer({
    version: 'v2025.1.47174',
    isCloud: true,
    serverTimeZone: 'Eastern Standard Time',
    licenseBits: ['Service', 'Time', 'Project'].map((name) => ({
      name,
      activeFlag: true,
    })),
    cloudRegion: 'NA',
    maxWorkFlowRecordsAllowed: 1000,
  })

const security = (kind: Kind) => (call: DemoCall) => {
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

const customizeItems = (call: DemoCall) => {
  const allowed = call.env.caller.role.level('System > Table Setup', 'inquire') !== 'None'
  const rows = (allowed ? setupTables : []).map((itemIdentifier, index) => ({
    id: index + 1,
    customizeIdentifier: 'SystemTableSetup',
    itemIdentifier,
  }))
  const filter = filterOf(new URL(call.req.url).searchParams)
  return listAnswer(call.req.raw, createCollection(customizeItemModel, rows), filter)
}

const myMembers = (call: DemoCall) =>
  listAnswer(
    call.req.raw,
    createCollection(memberModel, [call.env.caller.member]),
    filterOf(new URL(call.req.url).searchParams),
  )

/** Registers every reading route; `POST /service/tickets/search` is one of them. */
export const mountReads = (app: Hono<Env>, state: State) => {
  app.get('/system/info', systemInfo)
  app.get('/system/mysecurity', security('list'))
  app.get('/system/mysecurity/count', security('count'))
  app.get('/system/mysecurity/customizeitems', customizeItems)
  app.get('/system/mymembers', myMembers)
  app.post('/service/tickets/search', search(state))
  for (const endpoint of listEndpoints) {
    const path = endpoint.path.toLowerCase().replace(':parent', ':parent{[0-9]+}')
    app.get(path, serveList(state, endpoint, 'list'))
    app.get(`${path}/count`, serveList(state, endpoint, 'count'))
    app.get(`${path}/:id{[0-9]+}`, serveList(state, endpoint, 'record'))
  }
}
