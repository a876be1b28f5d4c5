// Servers that give fewer rows at once than asked for, and tell of more in odd ways or not at all: every list is read whole.
import { describe, expect, it } from 'vitest'
import { lastOnly, linkOf, named, type Odd, oddServer } from './oddServer.ts'

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

describe.each(links)('1,300 companies %s', (_title, link) => {
  it.each(caps)('in pages of %i come whole, with hardly a request more than needed', async (cap) => {
    const server = oddServer({ cap, ...(link && { link }) })
    const { snapshot, problems } = await server.read()
    expect(snapshot.collections.companies?.map(({ id }) => id)).toEqual(named(1300).map(({ id }) => id))
    expect(snapshot.partial).toBeUndefined()
    expect(problems).toEqual([])
    const pages = Math.ceil(1300 / cap)
    // The end of a list whose last page is full costs one more request.
    const needed = pages + (1300 % cap === 0 || pages === 1 ? 1 : 0)
    if (cap < 1000 && link !== links.at(-1)?.[1])
      expect(server.asked(companies)).toBeLessThanOrEqual(Math.max(needed, Math.floor(needed * 1.1)))
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

it('goes on after a short first page', async () => {
  const server = oddServer({
    cap: 300,
    change: (shown, { page }) => (page === 1 ? shown.slice(0, 290) : shown),
  })
  const { snapshot } = await server.read()
  expect(snapshot.collections.companies).toHaveLength(1290)
})

it('warms up with two requests a list, however the pages are cut', async () => {
  const server = oddServer({ cap: 50 })
  const { snapshot } = await server.read()
  server.log.length = 0
  const again = await server.read(snapshot)
  expect(again.snapshot.collections).toEqual(snapshot.collections)
  expect(server.asked(companies)).toBe(2)
})
