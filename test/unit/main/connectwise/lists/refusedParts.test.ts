// Servers that do not take a part of what a list is asked with: it is read without that part, and proved whole all the same.
import { describe, expect, it } from 'vitest'
import { testConnection } from '../../../../../main/connectwise/connectionTest/testConnection.ts'
import { type Asked, createFakeClock, createPeer, json, keys, text } from '../fakes.ts'
import { named, oddServer, pathOf } from './oddServer.ts'

const companies = '/company/companies'
const refusal = (message: string) => json({ code: 'ApiFindCondition', message }, { status: 400 })

/** Refuses every request that carries a parameter. */
const without =
  (parameter: string, answer: () => Response) =>
  ({ query }: Asked) =>
    query.has(parameter) ? answer() : undefined

const answers: [string, string, () => Response][] = [
  ['fields', 'as a condition', () => refusal('fields is not a recognized name.')],
  [
    'fields',
    'in words of its own',
    () => json({ message: 'Unsupported parameter: fields' }, { status: 400 }),
  ],
  ['fields', 'as an error of its own', () => json({ message: 'Value cannot be null.' }, { status: 500 })],
  ['orderBy', 'as a condition', () => refusal('orderBy is not supported here.')],
  ['orderBy', 'as text', () => text('Sorting is not available', 400)],
  [
    'orderBy',
    'as an error of its own',
    () => json({ message: 'Sort exceeded memory limit' }, { status: 500 }),
  ],
]

describe.each(answers)('a server that refuses %s %s', (parameter, _how, answer) => {
  it.each([1000, 250, 40])('gives whole lists in pages of %i', async (cap) => {
    const { snapshot, problems } = await oddServer({ cap, answer: without(parameter, answer) }).read()
    expect(snapshot.collections.companies).toHaveLength(1300)
    expect(snapshot.collections.members).toHaveLength(30)
    expect(snapshot.collections.statuses).toHaveLength(12)
    expect([snapshot.partial, problems]).toEqual([undefined, []])
  })

  it('is asked for what changed alone later on', async () => {
    const server = oddServer({ answer: without(parameter, answer) })
    const { snapshot } = await server.read()
    const before = server.log.length
    await server.read(snapshot)
    const asked = server.log.slice(before).filter((each) => pathOf(each) === companies)
    expect(asked.length).toBeGreaterThan(0)
    for (const { query } of asked) expect(query.get('conditions')).toContain('lastUpdated')
  })

  it('passes the connection test', async () => {
    const row = { id: 1, name: 'One', identifier: 'one' }
    const { fetch } = createPeer((asked) => without(parameter, answer)(asked) ?? json([row]))
    const clock = createFakeClock()
    const testing = testConnection({
      fetch,
      keys,
      needs: { role: 'target', timeEntries: true, attachments: true, reverseSync: true },
      allowLoopbackHttp: false,
      signal: new AbortController().signal,
      onStage: () => {},
      clock,
    })
    await clock.advance(600_000)
    expect((await testing).stages.filter(({ ok }) => ok !== true)).toEqual([])
  })
})

it('an error over sorting costs seconds, not the whole patience of each list', async () => {
  const server = oddServer({
    answer: without('orderBy', () => json({ message: 'Sort exceeded memory limit' }, { status: 500 })),
  })
  const reading = server.refresh()
  await server.clock.advance(5_000)
  expect(await reading).toMatchObject({ ok: true, value: { problems: [] } })
})

it.each([
  ['an error that has nothing to do with the request', 'Value cannot be null.', 3_000],
  ['a limit that is told as an error of its own', 'Rate limit reached. Slow down.', 20_000],
])('%s is sat out as long as any other', async (_what, message, lasting) => {
  let fails = true
  const server = oddServer({ answer: () => (fails ? json({ message }, { status: 500 }) : undefined) })
  const reading = server.refresh()
  await server.clock.advance(lasting)
  fails = false
  await server.clock.advance(60_000)
  expect(await reading).toMatchObject({ ok: true, value: { problems: [] } })
})

describe.each([250, 100, 40])('a server that gives nothing where more than %i rows are asked for', (most) => {
  const server = () =>
    oddServer({
      lists: { [companies]: named(700) },
      answer: ({ query }) => (Number(query.get('pageSize') ?? 0) > most ? json([]) : undefined),
    })

  it('gives whole lists', async () => {
    const { snapshot, problems } = await server().read()
    expect(snapshot.collections.companies).toHaveLength(700)
    expect(snapshot.collections.sources).toHaveLength(4)
    expect(snapshot.collections.statuses).toHaveLength(12)
    expect([snapshot.partial, problems]).toEqual([undefined, []])
  })
})

it('a server that refuses many rows without naming them gives whole lists', async () => {
  const refusal = () => json({ code: 'BadRequest', message: 'The request is invalid.' }, { status: 400 })
  const server = oddServer({
    answer: ({ query }) => (Number(query.get('pageSize') ?? 0) > 250 ? refusal() : undefined),
  })
  const { snapshot, problems } = await server.read()
  expect(snapshot.collections.companies).toHaveLength(1300)
  expect([snapshot.partial, problems]).toEqual([undefined, []])
})

it('a list that is refused whatever is left out costs a few requests', async () => {
  const server = oddServer({
    answer: (asked) =>
      pathOf(asked) === companies ? json({ message: 'Not today' }, { status: 400 }) : undefined,
  })
  const { snapshot } = await server.read()
  expect(snapshot.partial).toEqual(['companies'])
  expect(server.asked(companies)).toBeLessThan(8)
})

it('what changed is asked for in pages that every server gives', async () => {
  const server = oddServer()
  const { snapshot } = await server.read()
  const before = server.log.length
  await server.read(snapshot)
  const sizes = server.log
    .slice(before)
    .filter(({ query }) => query.get('conditions')?.includes('lastUpdated'))
    .map(({ query }) => Number(query.get('pageSize')))
  expect(Math.max(...sizes)).toBe(250)
})

it('a list that ignores the order and loses a row between two pages is read once more', async () => {
  // Backwards, and the first row of the first page goes before the second page is asked for.
  const rows = named(1300).reverse()
  const server = oddServer({
    lists: { [companies]: rows },
    answer: (asked) => {
      if (pathOf(asked) === companies && asked.query.get('page') === '2')
        rows.splice(rows.length > 1299 ? 0 : 1e6, 1)
      return undefined
    },
  })
  const { snapshot, problems } = await server.read()
  expect(snapshot.collections.companies).toHaveLength(1299)
  expect(snapshot.collections.companies?.some(({ id }) => id === 300)).toBe(true)
  expect(problems).toEqual([])
})

it('a list that comes in another order on each page of such a server is not called whole', async () => {
  const rows = named(1300)
  const server = oddServer({
    cap: 250,
    forwardOnly: false,
    lists: { [companies]: rows },
    answer: without('orderBy', () => refusal('orderBy is not supported here.')),
    // Every other page begins some rows earlier, as an order that is not settled makes it.
    change: (shown, { path, page, size }) =>
      path === companies && page % 2 === 0 && shown.length > 0
        ? rows.slice((page - 1) * size - 7, page * size - 7)
        : shown,
  })
  const { snapshot, problems } = await server.read()
  expect(snapshot.partial).toEqual(['companies'])
  expect(problems).toMatchObject([{ collection: 'companies' }])
})
