// Lists of the demo ConnectWise: fields, order, filters, search, counts.
import { describe, expect, test } from 'vitest'
import { createSimulator } from '../../simulator/simulator.ts'
import { referenceId } from '../../../main/demo/model/storedRows.ts'
import { ask, idsOf, requestTo, send } from './ask.ts'

const demo = createSimulator()

const encode = encodeURIComponent

describe('fields', () => {
  test('project nested paths, drop unknown names, and give _info only when named', async () => {
    const { body } = await ask(demo, '/service/tickets?pageSize=1&fields=id,status/name,status/id,nonsense')
    expect(body).toEqual([{ id: 7001, status: { name: expect.any(String), id: expect.any(Number) } }])
    const withInfo = await ask(demo, '/service/tickets?pageSize=1&fields=id,_info')
    expect(withInfo.body).toMatchObject([{ _info: { lastUpdated: expect.stringMatching(/^\d{4}-.*Z$/) } }])
  })

  test('reach into arrays', async () => {
    const { body } = await ask(demo, '/company/companies/250?fields=types/name')
    expect(body).toEqual({ types: [{ name: 'Client' }] })
  })
})

type Listed = { name: string; _info?: { lastUpdated: string } }

describe('orderBy', () => {
  test.each([
    ['name desc', (row: Listed) => row.name.toLowerCase()],
    ['lastUpdated desc,name asc', (row: Listed) => row._info?.lastUpdated ?? ''],
  ])('%s sorts', async (orderBy, key) => {
    const listed = await demo.fetch(
      requestTo(demo, `/company/companies?pageSize=1000&orderBy=${encode(orderBy)}`),
    )
    const rows = (await listed.json()) as Listed[]
    const keys = rows.map(key)
    expect(keys).toEqual(keys.toSorted().toReversed())
  })

  test.each(['nonsense', 'id asc, nonsense', 'name upwards', 'name asc extra', 'status', 'types'])(
    '%s is refused',
    async (orderBy) => {
      expect(await ask(demo, `/company/companies?orderBy=${encode(orderBy)}`)).toMatchObject({
        status: 400,
        body: { code: 'ApiFindCondition' },
      })
    },
  )
})

describe('search', () => {
  test('takes conditions in the body and paging in the query', async () => {
    const answer = await send(demo, '/service/tickets/search?pageSize=3&fields=id', {
      conditions: 'recordType="ServiceTicket" and board/id=4',
      orderBy: 'id desc',
      customfieldconditions: 'caption="Sync to partner" and value=true',
    })
    expect(answer.status).toBe(200)
    expect(idsOf(answer)).toEqual(idsOf(answer).toSorted((one, other) => other - one))
    expect(idsOf(answer)).toHaveLength(3)
  })

  test.each(['[]', '"x"'])('refuses the body %s', async (body) => {
    expect((await send(demo, '/service/tickets/search', body)).status).toBe(400)
  })

  test('refuses a filter that is no text', async () => {
    expect(await send(demo, '/service/tickets/search', { conditions: 5 })).toMatchObject({
      status: 400,
      body: { message: "Error converting value 5. Path 'conditions', line 1, position 14." },
    })
  })

  test('refuses other members in the words of the server', async () => {
    const answer = await send(demo, '/service/tickets/search', { page: 2 })
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 'ConnectWiseApi',
        message:
          "Could not find member 'page' on object of type 'FilterValues'. Path 'page', line 1, position 8.Check your accept header to make sure you are using the correct version.",
      },
    })
  })
})

test.each([
  ['/service/boards?conditions=board/name%3D%22x%22', 'board/name is not a recognized name.'],
  ['/service/info/boards?conditions=inactiveFlag%3Dfalse', 'inactiveFlag is not a recognized name.'],
  ['/service/tickets/7001/notes?conditions=noteType%3D%22x%22', 'noteType is not a recognized name.'],
])('%s is refused with ApiFindCondition', async (path, message) => {
  expect(await ask(demo, path)).toMatchObject({ status: 400, body: { code: 'ApiFindCondition', message } })
})

test.each([
  '/service/tickets/1',
  '/service/boards/999/statuses',
  '/company/companies/1',
  '/service/tickets/1/allNotes',
])('%s is not found', async (path) => {
  expect(await ask(demo, path)).toMatchObject({ status: 404, body: { code: 'NotFound' } })
})

test('below a ticket, time entries and documents are only named', async () => {
  const { documents, ticketOfDocument, timeEntries } = demo.world.details()
  const document = documents.rows[0]
  const ticket = ticketOfDocument.get(document?.id ?? 0)
  const listed = await ask(demo, `/service/tickets/${ticket}/documents?fields=id,name`)
  expect(listed.body).toContainEqual({ id: document?.id, name: document?.title })
  const entry = timeEntries.rows[0]
  expect(idsOf(await ask(demo, `/service/tickets/${referenceId(entry?.ticket)}/timeentries`))).toContain(
    entry?.id,
  )
})

test('the light list of companies holds what a picker needs', async () => {
  const { body } = await ask(demo, '/company/companies/info?pageSize=1')
  expect(Object.keys((body as object[])[0] ?? {}).toSorted()).toEqual(
    ['_info', 'deletedFlag', 'id', 'identifier', 'name', 'status', 'types'].toSorted(),
  )
})

test('documents are asked for by record', async () => {
  expect(await ask(demo, '/system/documents')).toMatchObject({ status: 400, body: { code: 'InvalidObject' } })
  const { documents, ticketOfDocument } = demo.world.details()
  const first = documents.rows[0]
  const ticket = ticketOfDocument.get(first?.id ?? 0)
  expect(idsOf(await ask(demo, `/system/documents?recordType=Ticket&recordId=${ticket}`))).toContain(
    first?.id,
  )
  expect((await ask(demo, `/system/documents/${first?.id}?fields=id`)).body).toEqual({ id: first?.id })
  expect(
    (await ask(demo, `/system/documents/${first?.id}/download`)).headers.get('content-disposition'),
  ).toContain('filename=')
})

describe('as recorded servers do,', () => {
  test('Link carries the page last', async () => {
    const { headers } = await ask(createSimulator(), '/company/companies?page=1&pageSize=25&fields=id')
    expect(headers.get('link')).toMatch(/^<[^>]*\?pageSize=25&fields=id&page=2>; rel="next"/)
  })

  test.each([
    '2016-11-28 16:13:22.476134+00:00',
    '2016-11-28T16:13:22Z',
    '2016-11-28T16:13:22.5+01:00',
    '2016-11-28 16:13:22',
    '2016-11-28',
  ])('a condition takes the date [%s]', async (date) => {
    const conditions = encodeURIComponent(`lastUpdated>[${date}]`)
    expect((await ask(createSimulator(), `/service/boards?conditions=${conditions}`)).status).toBe(200)
  })

  test.each(['/Service/Boards', '//service/boards', '/service//boards/', '/SERVICE/BOARDS/COUNT'])(
    'the path %s is answered',
    async (path) => {
      expect((await ask(createSimulator(), path)).status).toBe(200)
    },
  )

  test('rows have what recorded ones have', async () => {
    const demo = createSimulator({ size: 'large' })
    const first = async (path: string) => ((await ask(demo, path)).body as Record<string, unknown>[])[0]
    expect(await first('/system/members')).toMatchObject({
      hireDate: expect.any(String),
      defaultEmail: 'Office',
      defaultPhone: expect.any(String),
    })
    expect(await first('/system/info/members')).toMatchObject({ defaultEmail: expect.stringContaining('@') })
    expect(await first('/company/companies/statuses')).toMatchObject({
      customNoteFlag: false,
      cancelOpenTracksFlag: expect.any(Boolean),
    })
    expect(await first('/service/priorities')).toMatchObject({ color: expect.any(String) })
    const tickets = (await ask(demo, '/service/tickets')).body as {
      status: { _info: { status_href: string } }
    }[]
    expect(tickets[0]?.status._info.status_href).toMatch(/\/service\/boards\/\d+\/statuses\/\d+$/)
    const sources = (await ask(demo, '/service/sources?pageSize=1000')).body as object[]
    expect(sources.filter((row) => 'sortOrder' in row)).toEqual([])
  })
})
