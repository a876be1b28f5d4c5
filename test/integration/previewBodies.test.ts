// Every body a preview shows, posted to a strict ConnectWise: the product itself never sends one, a sync service would.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoSite } from '../../main/demo/index.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { sampleLibrary } from '../../shared/preview/library/library.ts'
import { previewSample } from '../../shared/preview/preview.ts'
import type { PreviewRequest } from '../../shared/preview/result/previewResult.ts'
import { serviceTicketSchema } from '../../shared/preview/sample/sample.ts'
import {
  boardSchema,
  companySchema,
  memberSchema,
  prioritySchema,
  sourceSchema,
  statusSchema,
  workRoleSchema,
} from '../../shared/reference/collections.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import { z } from '../../shared/zod.ts'
import {
  reference as indexed,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../support/relationships.ts'
import { partnerTicket } from '../support/tickets.ts'

const demo = createSimulator()
const { companyId, publicKey, privateKey, clientId } = demo.credentials
const headers = {
  authorization: `Basic ${btoa(`${companyId}+${publicKey}:${privateKey}`)}`,
  clientId,
  accept: 'application/json',
}
const call = (path: string, init: { method?: string; body?: FormData | string } = {}) =>
  demo.fetch(
    new Request(`https://${demoSite}/v4_6_release/apis/3.0${path}`, {
      ...init,
      headers: typeof init.body === 'string' ? { ...headers, 'content-type': 'application/json' } : headers,
    }),
  )
const list = async <Row extends z.ZodType>(path: string, row: Row): Promise<z.output<Row>[]> => {
  const answer = await call(`${path}?pageSize=1000`)
  return z.array(row).parse(await answer.json())
}

const boards = await list('/service/boards', boardSchema)
const openBoards = boards.filter(
  (board) => !board.inactiveFlag && !board.projectFlag && !board.timeEntryLockedFlag,
)
const statuses = (
  await Promise.all(boards.map(({ id }) => list(`/service/boards/${id}/statuses`, statusSchema)))
).flat()
const companies = await list('/company/companies', companySchema)
const members = await list('/system/members', memberSchema)
const workRoles = await list('/time/workRoles', workRoleSchema)
const priorities = await list('/service/priorities', prioritySchema)
const sources = await list('/service/sources', sourceSchema)
const reference = indexed({ companies, boards, statuses, priorities, sources, members, workRoles })

const first = <Row extends { id: number }>(
  list: readonly Row[],
  fits: (row: Row) => boolean = () => true,
) => {
  const row = list.find(fits)
  if (!row) throw new Error('The demo has no such row')
  return { id: row.id, name: '' }
}
const board = first(openBoards)
const landing = {
  company: first(companies, ({ deletedFlag }) => !deletedFlag),
  status: first(
    statuses,
    (row) => row.board?.id === board.id && !row.inactive && !row.closedStatus && !row.timeEntryNotAllowed,
  ),
  priority: first(priorities),
  source: first(sources),
  owner: first(members, (row) => !row.inactiveFlag && row.licenseClass === 'F'),
  commentTypes: ['internal' as const, 'discussion' as const, 'resolution' as const],
  timeEntries: {
    ...timeEntriesOn,
    defaultMember: first(members, (row) => !row.inactiveFlag && row.licenseClass === 'F'),
    defaultWorkRole: first(workRoles, (row) => row.name === 'Engineer'),
    includeNotes: true,
  },
}
const target = targetRelationship({ ...landing, serviceBoard: board })
const source = sourceRelationship({
  ...landing,
  boards: openBoards.map(({ id }) => ({ id, name: '' })),
  defaultBoard: board,
})

/** Sends a request as it is shown, with the ticket's real number in place of `{id}`. */
async function send(request: PreviewRequest, ticketId: number): Promise<Response> {
  const path = request.path.replace('{id}', String(ticketId))
  if ('multipart' in request) {
    const { file, ...parts } = z
      .looseObject({
        file: z.strictObject({
          fileName: z.string(),
          contentType: z.string().optional(),
          size: z.number().optional(),
        }),
      })
      .parse(request.multipart)
    const form = new FormData()
    for (const [name, value] of Object.entries(parts))
      form.set(name, String(value).replace('{id}', String(ticketId)))
    form.set('file', new File(['content'], file.fileName, { type: file.contentType ?? '' }))
    return call(path, { method: request.method, body: form })
  }
  const body = 'chargeToId' in request.body ? { ...request.body, chargeToId: ticketId } : request.body
  return call(path, { method: request.method, body: JSON.stringify(body) })
}

/** Sends the requests of one row in their order; gives the answers that were not as expected. */
async function refusals(requests: readonly PreviewRequest[]): Promise<unknown[]> {
  const refused: unknown[] = []
  let ticketId = 0
  for (const request of requests) {
    const answer = await send(request, ticketId)
    const body = await answer.json()
    if (answer.status !== 201) refused.push({ request, status: answer.status, body })
    else if (request.path === '/service/tickets') ticketId = z.object({ id: z.int() }).parse(body).id
  }
  return refused
}

test.each<[string, Relationship]>([
  ['target', target],
  ['source', source],
])('a strict ConnectWise takes every body of the sample library for role %s', async (_, relationship) => {
  const tickets = sampleLibrary(relationship, reference).inbound.map(({ ticket }) => ticket)
  const { rows, summary } = previewSample({ flow: 'inbound', relationship, reference, tickets })
  expect(summary).toEqual({ create: 16, fail: 5 })
  for (const { requests } of rows) expect(await refusals(requests)).toEqual([])
})

test('a strict ConnectWise takes every body of generated tickets', async () => {
  await fc.assert(
    fc.asyncProperty(partnerTicket, async (ticket) => {
      const { rows } = previewSample({ flow: 'inbound', relationship: target, reference, tickets: [ticket] })
      for (const { requests } of rows) expect(await refusals(requests)).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('a strict ConnectWise takes every change to its own tickets', async () => {
  const tickets = await list('/service/tickets', serviceTicketSchema)
  const ids = [...new Set(tickets.flatMap(({ company }) => company?.id ?? []))].slice(0, 20)
  const changes = ids.flatMap((id) => {
    const relationship = sourceRelationship({ ...source.settings, company: { id, name: '' } })
    const { rows } = previewSample({ flow: 'outbound', relationship, reference, tickets, since: null })
    return rows.flatMap(({ requests }) => requests)
  })
  expect(changes.length).toBeGreaterThan(20)
  for (const change of changes) {
    const answer = await send(change, 0)
    expect([answer.status, change, answer.ok ? null : await answer.json()]).toEqual([200, change, null])
  }
})
