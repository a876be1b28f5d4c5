// Servers that give fewer rows at once than asked for, and tell of more in odd ways or not at all: every list is read whole.
import { describe, expect, it } from 'vitest'
import { json, text } from '../fakes.ts'
import { lastOnly, linkOf, named, type Odd, oddServer, pathOf } from './oddServer.ts'

const companies = '/company/companies'
const caps = [25, 40, 50, 99, 100, 130, 200, 250, 333, 500, 650, 999, 1000]

const links: [string, Odd['link']][] = [
  ['without links', () => null],
  ['with links', linkOf('rel="next"')],
  ['with links in single quotes', linkOf("rel='next'")],
  ['with links in capitals', linkOf('REL = "NEXT"')],
  ['with links of several relations', linkOf('title="more"; rel="prefetch next"')],
  ['with only the last page linked', lastOnly],
  [
    'with a link on every page, the last one too',
    (paged) => `<https://psa.example.test/?page=${paged.page + 1}>; rel=next`,
  ],
]

/** The end of a list whose last page is full costs one more request. */
const neededFor = (cap: number): number => Math.ceil(1300 / cap) + (1300 % cap === 0 ? 1 : 0)

describe.each(links)('1,300 companies %s', (_title, link) => {
  it.each(caps)('in pages of %i come whole, with hardly a request more than needed', async (cap) => {
    const server = oddServer({ cap, ...(link && { link }) })
    const { snapshot, problems } = await server.read()
    expect(snapshot.collections.companies?.map(({ id }) => id)).toEqual(named(1300).map(({ id }) => id))
    expect(snapshot.partial).toBeUndefined()
    expect(problems).toEqual([])
    if (cap < 1000 && link !== links.at(-1)?.[1])
      expect(server.asked(companies)).toBeLessThanOrEqual(neededFor(cap))
  })

  it.each(caps)('in pages of %i come whole where rows can only be asked for by page number', async (cap) => {
    const server = oddServer({ cap, forwardOnly: false, ...(link && { link }) })
    const { snapshot } = await server.read()
    expect(snapshot.collections.companies).toHaveLength(1300)
    if (cap < 1000 && link !== links.at(-1)?.[1])
      expect(server.asked(companies)).toBeLessThanOrEqual(neededFor(cap))
  })
})

it('reads on where a page is as long as the list seems to be', async () => {
  const lists = {
    '/service/sources': named(25),
    '/time/workRoles': named(75),
    '/service/priorities': named(101),
  }
  const server = oddServer({ lists, cap: 25 })
  const { snapshot } = await server.read()
  expect(snapshot.collections.sources).toHaveLength(25)
  expect(snapshot.collections.workRoles).toHaveLength(75)
  expect(snapshot.collections.priorities).toHaveLength(101)
  expect(snapshot.partial).toBeUndefined()
})

it('reads the statuses of all boards whole where the server cuts pages', async () => {
  const lists = {
    '/service/boards': named(4),
    '/service/boards/1/statuses': named(8, 100),
    '/service/boards/2/statuses': named(60, 200),
    '/service/boards/3/statuses': named(25, 300),
    '/service/boards/4/statuses': named(26, 400),
  }
  const { snapshot } = await oddServer({ lists, cap: 25 }).read()
  expect(snapshot.collections.statuses).toHaveLength(8 + 60 + 25 + 26)
  expect(snapshot.partial).toBeUndefined()
})

it('reads a long list whole where even one route alone is cut', async () => {
  const server = oddServer({ cap: (_page, path) => (path === '/system/members' ? 7 : 1000) })
  const { snapshot } = await server.read()
  expect(snapshot.collections.members).toHaveLength(30)
  expect(snapshot.partial).toBeUndefined()
})

it('skips nothing after a first page that was shorter than the server cuts', async () => {
  const server = oddServer({
    cap: 300,
    change: (shown, { page }) => (page === 1 ? shown.slice(0, 290) : shown),
  })
  const { snapshot } = await server.read()
  expect(snapshot.collections.companies).toHaveLength(1300)
})

it('warms up with two requests a list, however the pages are cut', async () => {
  const server = oddServer({ cap: 50 })
  const { snapshot } = await server.read()
  server.log.length = 0
  const again = await server.read(snapshot)
  expect(again.snapshot.collections).toEqual(snapshot.collections)
  expect(server.asked(companies)).toBe(2)
})

describe('rows that come and go between the pages of a cut list', () => {
  const change = (
    server: ReturnType<typeof oddServer>,
    after: number,
    run: (rows: { id?: unknown }[]) => void,
  ) => {
    let pages = 0
    return (asked: Parameters<typeof pathOf>[0]) => {
      const rows = server.lists[companies]
      if (pathOf(asked) === companies && (pages += 1) === after + 1 && rows) run(rows)
      return undefined
    }
  }

  it.each([20, 25, 100, 250, 300, 500])('in pages of %i are neither lost nor doubled', async (cap) => {
    const odd: Odd = { cap, lists: { [companies]: named(600) } }
    const server = oddServer(odd)
    odd.answer = change(server, 2, (rows) => {
      rows.splice(3, 2)
      rows.push({ id: 7000 })
    })
    const { snapshot } = await server.read()
    const ids = snapshot.collections.companies?.map(({ id }) => id) ?? []
    expect(ids.length).toBe(new Set(ids).size)
    expect(ids).toEqual(expect.arrayContaining(server.lists[companies]?.map(({ id }) => id) ?? []))
  })
})

it.each([
  ['The field pageSize must be between 1 and 100.', 100],
  ['pageSize cannot be greater than 250', 250],
  ['The maximum allowed value for pageSize is 200.', 200],
])('asks for fewer rows at once where more are refused: %s', async (message, most) => {
  const server = oddServer({
    answer: ({ query }) =>
      Number(query.get('pageSize')) > most
        ? json(
            { code: 'InvalidObject', message: 'pageSize object is invalid', errors: [{ message }] },
            { status: 400 },
          )
        : undefined,
  })
  const { snapshot, problems } = await server.read()
  expect(snapshot.collections.companies).toHaveLength(1300)
  expect(snapshot.collections.members).toHaveLength(30)
  expect(problems).toEqual([])
})

describe('a thousand rows at once that are too much for a server or a proxy', () => {
  it.each([
    ['come cut in the middle', () => text('[{"id":1,"name":"Row 1"},{"id":2,"na')],
    ['are refused as too large', () => text('Response too large', 413)],
    ['end it', () => json({ code: 'Error', message: 'OutOfMemoryException was thrown.' }, { status: 500 })],
    ['end what stands before it', () => text('<html>502 Bad Gateway</html>', 502)],
  ])('%s: fewer are asked for', async (_title, answer) => {
    const server = oddServer({
      answer: (asked) =>
        pathOf(asked) === companies && Number(asked.query.get('pageSize')) > 100 ? answer() : undefined,
    })
    const { snapshot, problems } = await server.read()
    expect(snapshot.collections.companies).toHaveLength(1300)
    expect(problems).toEqual([])
  })

  it('of any list end it, before it has answered at all: fewer are asked for', async () => {
    const server = oddServer({
      answer: ({ query }) =>
        Number(query.get('pageSize')) > 250
          ? json({ code: 'Error', message: 'An error has occurred.' }, { status: 500 })
          : undefined,
    })
    const { snapshot, problems } = await server.read()
    expect(snapshot.collections.companies).toHaveLength(1300)
    expect(problems).toEqual([])
  })
})

it('reads rows whose ids are all below nothing', async () => {
  const { snapshot } = await oddServer({ cap: 100, lists: { [companies]: named(1300, -1300) } }).read()
  expect(snapshot.collections.companies).toHaveLength(1300)
})

it('asks by page number where rows above an id come in no order', async () => {
  const server = oddServer({
    cap: 100,
    change: (shown, { asked }) => (asked.query.has('pageId') ? shown.toReversed() : shown),
  })
  const { snapshot } = await server.read()
  expect(snapshot.collections.companies).toHaveLength(1300)
})
