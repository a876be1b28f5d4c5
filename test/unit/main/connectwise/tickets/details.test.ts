// Notes, documents, time entries and tickets are read to their end, or the sample is marked as a part.
import { describe, expect, it } from 'vitest'
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import {
  fetchTickets,
  type FetchTicketsOptions,
} from '../../../../../main/connectwise/tickets/readTickets.ts'
import { type Asked, createFakeClock, createPeer, json, keys } from '../fakes.ts'

type Row = Record<string, unknown>
const rows = (count: number, more: (index: number) => Row = () => ({})): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, ...more(index) }))

type Desk = {
  lists: Record<string, Row[]>
  cap?: number
  answer?: (path: string, asked: Asked) => Response | undefined
}

/** A service desk of lists that gives at most `cap` rows at once and tells nothing of more. */
function desk({ lists, cap = 1000, answer }: Desk) {
  const peer = createPeer((asked) => {
    const path = asked.path.split('/apis/3.0')[1] ?? ''
    const given = answer?.(path, asked)
    if (given) return given
    const found = lists[path.replace(/\/count$/, '')] ?? []
    if (path.endsWith('/count')) return json({ count: found.length })
    const size = Math.min(cap, Number(asked.query.get('pageSize')))
    const page = Number(asked.query.get('page') ?? 1)
    return json(found.slice((page - 1) * size, page * size))
  })
  const read = async (more: Partial<FetchTicketsOptions> = {}) => {
    const clock = createFakeClock()
    const result = fetchTickets({
      client: createClient({ fetch: peer.fetch, keys, allowLoopbackHttp: false, clock }),
      boards: [],
      since: null,
      limit: 1000,
      signal: new AbortController().signal,
      onProgress: () => {},
      ...more,
    })
    await clock.advance(600_000)
    const settled = await result
    if (!settled.ok) throw new Error(settled.error.message)
    return settled.value
  }
  return { read, log: peer.log }
}

const ticket = (id: number): Row => ({
  id,
  summary: `Ticket ${id}`,
  recordType: 'ServiceTicket',
  _info: { lastUpdated: '2026-11-20T08:00:00Z' },
})

describe('one ticket with more than fits on a page', () => {
  it.each([25, 50, 100, 1000])('has all of its notes and documents in pages of %i', async (cap) => {
    const { read } = desk({
      cap,
      lists: {
        '/service/tickets': [ticket(7)],
        '/service/tickets/7/allNotes': rows(1300, () => ({ noteType: 'TicketNote', text: 'x' })),
        '/system/documents': rows(1201, (index) => ({ title: `Document ${index}` })),
        '/time/entries': rows(2100, () => ({ chargeToId: 7 })),
      },
    })
    const { tickets, partial } = await read()
    expect(tickets[0]?.notes).toHaveLength(1300)
    expect(tickets[0]?.documents).toHaveLength(1201)
    expect(tickets[0]?.timeEntries).toHaveLength(2100)
    expect(partial).toBe(false)
  })

  it('keeps notes of tickets and of time entries whose ids are the same', async () => {
    const { read } = desk({
      lists: {
        '/service/tickets': [ticket(7)],
        '/service/tickets/7/allNotes': ['TicketNote', 'TimeEntryNote', 'MeetingNote'].map((noteType) => ({
          id: 5,
          noteType,
          text: noteType,
        })),
      },
    })
    const { tickets } = await read()
    expect(tickets[0]?.notes?.map(({ text }) => text)).toEqual(['TicketNote', 'TimeEntryNote', 'MeetingNote'])
  })

  it('is marked as a part where reading stops in between', async () => {
    const { read } = desk({
      cap: 100,
      lists: { '/service/tickets': [ticket(7)], '/service/tickets/7/allNotes': rows(1300) },
      answer: (path, { query }) =>
        path.endsWith('/allNotes') && query.get('page') === '4'
          ? json({ code: 'InvalidObject', message: 'no' }, { status: 400 })
          : undefined,
    })
    const { tickets, partial } = await read()
    expect(partial).toBe(true)
    expect(tickets[0]?.notes).toHaveLength(300)
  })

  it('has no list at all where it is read for a comparison, which would take the rest for missing', async () => {
    const { read } = desk({
      cap: 100,
      lists: {
        '/service/tickets': [ticket(7), ticket(8)],
        '/service/tickets/7/allNotes': rows(250),
        '/system/documents': [{ id: null, title: 'unusable' }],
        '/time/entries': rows(250, () => ({ chargeToId: 7 })),
      },
      answer: (path, { query }) =>
        /allNotes|entries$/.test(path) && query.get('page') === '2'
          ? json({ code: 'InvalidObject', message: 'no' }, { status: 400 })
          : undefined,
    })
    const none = { notes: null, documents: null, timeEntries: null }
    expect(await read({ takesParts: false })).toMatchObject({
      partial: true,
      tickets: [none, { ...none, notes: [] }],
    })
    const { tickets } = await read()
    expect(tickets).toMatchObject([
      { notes: { length: 100 }, timeEntries: { length: 100 } },
      { timeEntries: null },
    ])
  })

  it('that goes while it is read makes the sample a part', async () => {
    const gone = () => json({ code: 'NotFound', message: 'Service Ticket 8 not found' }, { status: 404 })
    const { read } = desk({
      lists: { '/service/tickets': [ticket(7), ticket(8)] },
      answer: (path) => (path.startsWith('/service/tickets/8/') ? gone() : undefined),
    })
    expect(await read()).toMatchObject({ partial: true, tickets: [{ notes: [] }, { notes: null }] })
  })
})

describe('a list of tickets', () => {
  it.each([
    [100, 230],
    [100, 300],
    [50, 50],
    [25, 26],
  ])('in pages of %i is read whole: %i', async (cap, count) => {
    const { read } = desk({ cap, lists: { '/service/tickets': rows(count, (index) => ticket(index + 1)) } })
    const { tickets, partial } = await read()
    expect(tickets).toHaveLength(count)
    expect(partial).toBe(false)
  })

  it.each([
    [40, 41, true],
    [40, 40, false],
    [40, 39, false],
  ])(
    'of which %i are asked for and %i exist says whether there are more: %s',
    async (limit, count, partial) => {
      const { read } = desk({
        cap: 25,
        lists: { '/service/tickets': rows(count, (index) => ticket(index + 1)) },
      })
      const answer = await read({ limit })
      expect(answer.tickets).toHaveLength(Math.min(limit, count))
      expect(answer.partial).toBe(partial)
    },
  )

  it('of a ConnectWise that heeds no condition is a part, and not read without end', async () => {
    const { read, log } = desk({
      lists: {},
      answer: (path, { query }) => {
        const first = Number(query.get('page') ?? 1) * 1000
        const elsewhere = rows(1000, (index) => ({ ...ticket(first + index), board: { id: 9 } }))
        return path === '/service/tickets' ? json(elsewhere) : undefined
      },
    })
    expect(await read({ boards: [1] })).toMatchObject({ tickets: [], partial: true })
    expect(log.length).toBeLessThan(15)
  })

  it('in which tickets moved while it was read is a part', async () => {
    const all = rows(60, (index) => ticket(index + 1))
    const { read } = desk({
      lists: {},
      answer: (path, { query }) => {
        const page = Number(query.get('page') ?? 1)
        // The last ticket was changed after the first page, which put it before all others.
        const now = page === 1 ? all : [...all.slice(-1), ...all.slice(0, -1)]
        return path === '/service/tickets' ? json(now.slice((page - 1) * 25, page * 25)) : undefined
      },
    })
    expect(await read()).toMatchObject({ tickets: { length: 59 }, partial: true })
  })

  it.each([
    [400, 'lastUpdated is not a recognized name.'],
    [400, 'Sorting is not available.'],
    [500, 'Sort exceeded memory limit'],
  ])('that may not be sorted is read all the same: %i %s', async (status, message) => {
    const { read, log } = desk({
      cap: 25,
      lists: { '/service/tickets': rows(30, (index) => ticket(index + 1)) },
      answer: (_path, { query }) => (query.has('orderBy') ? json({ message }, { status }) : undefined),
    })
    expect(await read()).toMatchObject({ tickets: { length: 30 }, partial: true })
    expect(log.some(({ query }) => query.has('conditions') && !query.has('orderBy'))).toBe(true)
  })

  it('with tickets that cannot be read is a part', async () => {
    const lists = { '/service/tickets': [ticket(1), { ...ticket(2), id: '2' }] }
    expect(await desk({ lists }).read()).toMatchObject({ tickets: [{ id: 1 }], partial: true })
  })

  it('asks from a day earlier on, and leaves out what did not change since', async () => {
    const old = { ...ticket(2), _info: { lastUpdated: '2026-11-19T23:59:59Z' } }
    const { read, log } = desk({ lists: { '/service/tickets': [ticket(1), old] } })
    const { tickets } = await read({ since: '2026-11-20T00:00:00Z' })
    expect(tickets.map(({ id }) => id)).toEqual([1])
    expect(log.some(({ query }) => query.get('conditions')?.includes('[2026-11-19T00:00:00Z]'))).toBe(true)
  })
})

describe('a refusal for one ticket', () => {
  const lists = {
    '/service/tickets': rows(12, (index) => ticket(index + 1)),
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `/service/tickets/${index + 1}/allNotes`,
        rows(2, () => ({ noteType: 'TicketNote', text: 'x' })),
      ]),
    ),
  }
  it.each([1, 5, 12])('is not one for the others: ticket %i', async (refused) => {
    const { read } = desk({
      lists,
      answer: (path) =>
        path === `/service/tickets/${refused}/allNotes`
          ? json({ code: 'Security', message: 'You do not have security permission.' }, { status: 403 })
          : undefined,
    })
    const { tickets, partial } = await read()
    expect(partial).toBe(true)
    expect(tickets.filter(({ notes }) => notes).map(({ id }) => id)).toEqual(
      lists['/service/tickets'].map(({ id }) => id).filter((id) => id !== refused),
    )
  })
})
