// Rows that cannot be used, pages that repeat, answers that are damaged: counted, said, and never at the cost of another list.
import { describe, expect, it } from 'vitest'
import { json, text } from '../fakes.ts'
import { named, type Odd, oddServer, pathOf } from './oddServer.ts'

const companies = '/company/companies'

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('rows without a usable id', () => {
  it.each([
    ['text', (id: number) => String(id)],
    ['a fraction', (id: number) => id + 0.5],
    ['null', () => null],
    ['nothing', () => undefined],
    ['an object', (id: number) => ({ id })],
    ['beyond what a number can hold', () => 1e300],
  ])('because it is %s are counted and said', async (_title, idOf) => {
    const rows = named(1300).map((row, index) => (index % 10 === 0 ? { ...row, id: idOf(index + 1) } : row))
    const { snapshot, problems } = await oddServer({ lists: { [companies]: rows } }).read()
    expect(snapshot.collections.companies).toHaveLength(1170)
    expect(snapshot.partial).toBeUndefined()
    expect(problems).toMatchObject([{ collection: 'companies' }])
    expect(problems[0]?.message).toMatch(/^130 of the companies came without a usable id/)
  })

  it('are counted each, also where they are all alike', async () => {
    const { problems } = await oddServer({
      change: (shown, { path }) => (path === companies ? [...shown, ...Array(60).fill(null)] : shown),
    }).read()
    expect(problems[0]?.message).toMatch(/^120 of the companies came without a usable id/)
  })

  it('make a list partial where there are no others', async () => {
    const lists = { '/system/members': named(30).map((row) => ({ ...row, id: String(row.id) })) }
    const { snapshot, problems } = await oddServer({ lists }).read()
    expect(snapshot.partial).toEqual(['members'])
    expect(problems[0]?.message).toContain('None of the 30 rows that came can be used')
  })

  it('cost no row that was read before', async () => {
    const { snapshot } = await oddServer().read()
    const lists = { [companies]: named(1300).map((row) => ({ ...row, id: `#${String(row.id)}` })) }
    const { snapshot: later } = await oddServer({ lists, count: (real) => real + 1 }).read(snapshot)
    expect(later.collections.companies).toEqual(snapshot.collections.companies)
    expect(later.partial).toEqual(['companies'])
  })
})

describe('pages that repeat', () => {
  it.each([
    ['the first page is given for every number', { pages: false, cap: 100 }],
    ['the first whole page is given for every number', { pages: false }],
  ] satisfies [string, Odd][])('%s: the list is read by id', async (_title, odd) => {
    const { snapshot } = await oddServer(odd).read()
    expect(snapshot.collections.companies).toHaveLength(1300)
    expect(snapshot.partial).toBeUndefined()
  })

  it('are not taken for a whole list where there is no other way', async () => {
    const { snapshot } = await oddServer({ pages: false, cap: 100, forwardOnly: false }).read()
    expect(snapshot.partial).toEqual(['companies'])
    expect(snapshot.collections.companies).toHaveLength(100)
  })

  it('end a list whose last page is given for every number beyond it', async () => {
    const server = oddServer({
      cap: 100,
      change: (shown, { rows, page, size }) => (shown.length > 0 || page === 1 ? shown : rows.slice(-size)),
    })
    const { snapshot } = await server.read()
    expect(snapshot.collections.companies).toHaveLength(1300)
    expect(snapshot.partial).toBeUndefined()
  })

  it('with each row twice count it once', async () => {
    const server = oddServer({ change: (shown) => shown.flatMap((row) => [row, row]) })
    const { snapshot, problems } = await server.read()
    expect(snapshot.collections.companies).toHaveLength(1300)
    expect(problems).toEqual([])
  })
})

describe('pages that overlap, because rows are in another order each time', () => {
  /** Each page begins with rows of the one before it, and its own first rows are on none. */
  const change: Odd['change'] = (shown, { asked, rows, page, size }) =>
    page === 1 || asked.query.has('pageId')
      ? shown
      : [...rows.slice((page - 1) * size - 20, (page - 1) * size), ...shown.slice(20)]
  const lists = { [companies]: named(3010) }

  it('are no whole list where the count says that rows are missing', async () => {
    const { snapshot } = await oddServer({ lists, change, forwardOnly: false }).read()
    expect(snapshot.partial).toEqual(['companies'])
  })

  it('are read by id where the server knows how', async () => {
    const { snapshot } = await oddServer({ lists, change }).read()
    expect(snapshot.collections.companies).toHaveLength(3010)
    expect(snapshot.partial).toBeUndefined()
  })
})

it('reads rows in no order by id, where the server cuts pages', async () => {
  const mixed = named(900).toSorted(
    (one, other) => ((Number(one.id) * 7919) % 907) - ((Number(other.id) * 7919) % 907),
  )
  const change: Odd['change'] = (shown, { path, page, size, asked }) =>
    path !== companies || asked.query.has('pageId') ? shown : mixed.slice((page - 1) * size, page * size)
  const { snapshot } = await oddServer({ cap: 100, lists: { [companies]: named(900) }, change }).read()
  expect(snapshot.collections.companies).toHaveLength(900)
})

it('takes no page for the last one where pages are of all lengths', async () => {
  const change: Odd['change'] = (shown, { path, page }) =>
    path === companies ? shown.slice([9, 0, 4][page - 1] ?? 0) : shown
  const lists = { [companies]: named(1000) }
  const { snapshot } = await oddServer({ cap: 200, forwardOnly: false, lists, change }).read()
  expect(snapshot.collections.companies).toHaveLength(987)
})

it('reads on behind a page that is short because some of its rows are hidden', async () => {
  const server = oddServer({
    forwardOnly: false,
    count: (real, path) => (path === companies ? real - 4 : real),
    lists: { [companies]: named(5000) },
    change: (shown, { path, page }) => (path === companies && page === 3 ? shown.slice(4) : shown),
  })
  const { snapshot } = await server.read()
  expect(snapshot.collections.companies).toHaveLength(4996)
})

describe('one damaged list', () => {
  it.each([
    ['nested a hundred thousand deep', () => text(deep(100_000))],
    ['with one member nested deep', () => text(`[{"id":1,"name":${deep(5_000)}}]`)],
    ['an object', () => json({ rows: [] })],
    ['a number', () => json(7)],
    ['null', () => json(null)],
    ['a text', () => json('companies')],
    ['nothing', () => text('')],
    ['half an answer', () => text('[{"id":1},{"id"')],
    ['two answers', () => text('[{"id":1}][{"id":2}]')],
    ['rows that are no objects', () => json([1, 'two', null, [3]])],
  ])('%s costs none of the others', async (_title, answer) => {
    const server = oddServer({ answer: (asked) => (pathOf(asked) === companies ? answer() : undefined) })
    const { snapshot, problems } = await server.read()
    expect(snapshot.partial).toEqual(['companies'])
    expect(problems.map(({ collection }) => collection)).toEqual(['companies'])
    expect(snapshot.collections.members).toHaveLength(30)
    expect(snapshot.collections.statuses).toHaveLength(12)
  })

  it.each([
    [
      'reset',
      () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } })),
    ],
    ['in trouble', () => text('', 500)],
    [
      'blocked by a firewall',
      () => text('<html><title>Attention Required! | Cloudflare</title></html>', 403),
    ],
    [
      'refused',
      () => json({ code: 'Security', message: 'You do not have security permission.' }, { status: 403 }),
    ],
    [
      'unknown to the server',
      () => text('<html><title>404 - File or directory not found.</title></html>', 404),
    ],
    ['refused with keys', () => json({ code: 'Unauthorized', message: 'no' }, { status: 401 })],
  ])('%s on one call keeps all that was read before', async (_title, answer) => {
    const { snapshot } = await oddServer().read()
    const server = oddServer({
      answer: (asked) => (pathOf(asked).startsWith('/time/workRoles') ? answer() : undefined),
    })
    const { snapshot: later, problems } = await server.read(snapshot)
    expect(later.collections).toEqual(snapshot.collections)
    expect(problems.map(({ collection }) => collection)).toEqual(['workRoles'])
  })
})

describe('members of another kind', () => {
  it('say what they say where that is clear', async () => {
    const boards = [
      { id: 1, name: 7, inactiveFlag: 'true', projectFlag: 1 },
      { id: 2, name: 'Two', inactiveFlag: 0, projectFlag: 'False' },
    ]
    const { snapshot } = await oddServer({ lists: { '/service/boards': boards } }).read()
    expect(snapshot.collections.boards).toEqual([
      { id: 1, name: '7', inactiveFlag: true, projectFlag: true },
      { id: 2, name: 'Two', inactiveFlag: false, projectFlag: false },
    ])
  })

  it('are left out where they say nothing', async () => {
    const boards = [{ id: 1, name: ['One'], inactiveFlag: 'perhaps', projectFlag: 2 }]
    const { snapshot } = await oddServer({ lists: { '/service/boards': boards } }).read()
    expect(snapshot.collections.boards).toEqual([{ id: 1 }])
  })

  it('cost only themselves in a list of many', async () => {
    const members = [{ id: 1, excludedServiceBoardIds: ['1', 2, null, {}, 3] }]
    const { snapshot } = await oddServer({ lists: { '/system/members': members } }).read()
    expect(snapshot.collections.members).toEqual([{ id: 1, excludedServiceBoardIds: [2, 3] }])
  })
})
