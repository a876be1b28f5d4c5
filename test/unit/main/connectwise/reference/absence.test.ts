// Rows read before are not given up because an answer was empty or short.
import { describe, expect, it } from 'vitest'
import { json, text } from '../fakes.ts'
import { named, oddServer, pathOf } from '../lists/oddServer.ts'

const security = (inquireLevel: string) => ({
  answer: (asked: Parameters<typeof pathOf>[0]) =>
    pathOf(asked) === '/system/mySecurity'
      ? json([
          {
            moduleName: 'Companies',
            moduleFunctionName: 'Company Maintenance',
            inquireLevel,
            addLevel: 'None',
            editLevel: 'None',
            deleteLevel: 'None',
          },
        ])
      : undefined,
})

it('keeps the rows read before where others come in their place', async () => {
  const server = oddServer()
  const { snapshot } = await server.read()
  server.lists['/company/companies'] = named(1400, 90_001)
  const { snapshot: later, problems } = await server.read(snapshot)
  expect(later.partial).toEqual(['companies'])
  expect(later.collections.companies).toEqual(expect.arrayContaining(snapshot.collections.companies ?? []))
  expect(problems[0]?.message).toBe(
    'ConnectWise returned 1,400 companies, but few of the 1,300 that were read before: those are kept as well.',
  )
})

describe('a list that comes back empty', () => {
  it.each([
    ['companies', '/company/companies'],
    ['boards', '/service/boards'],
    ['priorities', '/service/priorities'],
    ['members', '/system/members'],
  ] as const)('keeps the %s read before, and says so', async (name, path) => {
    const server = oddServer()
    const { snapshot } = await server.read()
    const before = snapshot.collections[name]?.length ?? 0
    server.lists[path] = []
    const { snapshot: later, problems } = await server.read(snapshot)
    expect(later.collections).toEqual(snapshot.collections)
    expect(later.partial).toEqual([name])
    expect(problems).toMatchObject([{ collection: name, shorter: true }])
    expect(problems[0]?.message).toBe(
      `ConnectWise returned 0 ${name}, but ${before.toLocaleString('en-GB')} were read before: those are kept.`,
    )
  })

  it('keeps the statuses of one board, names it, and believes it on a later day', async () => {
    const server = oddServer()
    const { snapshot } = await server.read()
    server.lists['/service/boards/2/statuses'] = []
    const { snapshot: later, notes, problems } = await server.read(snapshot)
    expect(later.collections.statuses).toEqual(snapshot.collections.statuses)
    expect(later.partial).toEqual(['statuses'])
    expect(problems).toMatchObject([{ collection: 'statuses', shorter: true }])
    expect(problems[0]?.message).toContain('no statuses of one board that had some before: Row 2')
    const sameDay = await server.read(later, { notes })
    expect(sameDay.snapshot.collections.statuses).toHaveLength(12)
    await server.clock.advance(24 * 3_600_000)
    const nextDay = await server.read(sameDay.snapshot, { notes: sameDay.notes })
    expect(nextDay.snapshot.collections.statuses).toHaveLength(8)
    expect(nextDay.snapshot.partial).toBeUndefined()
    expect(nextDay.problems[0]?.message).toContain('Row 2. It said so on an earlier day as well')
  })

  it('takes the shorter list of statuses where somebody says so', async () => {
    const server = oddServer()
    const { snapshot } = await server.read()
    server.lists['/service/boards/2/statuses'] = []
    const { snapshot: later } = await server.read(snapshot, { take: ['statuses'] })
    expect(later.collections.statuses).toHaveLength(8)
    expect(later.partial).toBeUndefined()
  })

  it('is believed of short lists that may be empty', async () => {
    const server = oddServer()
    const { snapshot } = await server.read()
    server.lists['/service/sources'] = []
    const { snapshot: later } = await server.read(snapshot)
    expect(later.collections.sources).toEqual([])
    expect(later.partial).toBeUndefined()
  })

  it('is partial the first time already', async () => {
    const { snapshot, problems } = await oddServer({ lists: { '/company/companies': [] } }).read()
    expect(snapshot.partial).toEqual(['companies'])
    expect(problems[0]?.message).toBe('ConnectWise returned 0 companies.')
  })

  it('is complete, and said, where the role only sees its own', async () => {
    const server = oddServer({ ...security('My'), lists: { '/company/companies': [] } })
    const { snapshot, problems } = await server.read()
    expect(snapshot.partial).toBeUndefined()
    expect(problems[0]?.next).toContain('Your role may only see its own records')
  })

  it('keeps the rows read before, and names the role, where it only sees its own', async () => {
    const server = oddServer(security('My'))
    const { snapshot } = await server.read()
    server.lists['/company/companies'] = []
    const { snapshot: later, problems } = await server.read(snapshot)
    expect(later.collections.companies).toEqual(snapshot.collections.companies)
    expect(later.partial).toEqual(['companies'])
    expect(problems[0]?.next).toContain('Your role may only see its own records')
  })

  it('is partial where the role sees all', async () => {
    const server = oddServer({ ...security('All'), lists: { '/company/companies': [] } })
    expect((await server.read()).snapshot.partial).toEqual(['companies'])
  })
})

describe('a list that comes back with less than half its rows', () => {
  it.each([
    [30, 14, true],
    [30, 15, false],
    [20, 9, true],
    [20, 10, false],
    [19, 1, false],
  ])('of %i rows %i: doubted is %s', async (before, after, isDoubted) => {
    const server = oddServer({ lists: { '/time/workRoles': named(before) } })
    const { snapshot } = await server.read()
    server.lists['/time/workRoles'] = named(after)
    const { snapshot: later } = await server.read(snapshot)
    expect(later.collections.workRoles).toHaveLength(isDoubted ? before : after)
    expect(later.partial).toEqual(isDoubted ? ['workRoles'] : undefined)
  })

  it('keeps the rows of before beside new ones', async () => {
    const server = oddServer()
    const { snapshot } = await server.read()
    server.lists['/company/companies'] = named(100, 1251)
    const { snapshot: later, problems } = await server.read(snapshot)
    expect(later.collections.companies).toHaveLength(1350)
    expect(problems[0]?.message).toContain('ConnectWise returned 100 companies, but 1,300 were read before')
  })

  it('is doubted however it is read', async () => {
    const server = oddServer({ count: () => json({ code: 'NotFound', message: 'no' }, { status: 404 }) })
    const { snapshot } = await server.read()
    server.lists['/company/companies'] = named(9)
    expect((await server.read(snapshot)).snapshot.collections.companies).toHaveLength(1300)
  })
})

it('is of the time of the rows where no list came whole', async () => {
  const { snapshot } = await oddServer().read()
  const server = oddServer({
    answer: (asked) =>
      pathOf(asked) === '/service/boards/1/statuses' ? undefined : text('[{"id":1,"name":"cut off'),
  })
  await server.clock.advance(3_600_000)
  const { snapshot: later } = await server.read(snapshot)
  expect(later.collections).toEqual(snapshot.collections)
  expect(later.fetchedAt).toBe(snapshot.fetchedAt)
})

describe('rows that came in a file', () => {
  it('are read anew, whatever their date', async () => {
    const server = oddServer()
    const { snapshot } = await server.read()
    const carried = { ...snapshot, collections: { ...snapshot.collections, companies: named(90_000, 5000) } }
    const { snapshot: later, notes } = await server.read(
      {
        ...carried,
        fetchedAt: '2026-11-23T09:59:00Z',
        collections: { companies: [{ id: 77_777, name: 'Foreign' }] },
      },
      { notes: { cameInFile: true } },
    )
    expect(later.collections.companies).toHaveLength(1300)
    expect(later.collections.companies?.map(({ id }) => id)).not.toContain(77_777)
    expect(notes.cameInFile).toBeUndefined()
  })

  it('are no start for changes where their time is still to come', async () => {
    const server = oddServer()
    const { snapshot } = await server.read()
    server.log.length = 0
    const { snapshot: later } = await server.read({ ...snapshot, fetchedAt: '2099-01-01T00:00:00Z' })
    expect(server.log.some(({ query }) => query.get('conditions')?.includes('lastUpdated'))).toBe(false)
    expect(later.fetchedAt < '2027').toBe(true)
  })
})
