// What was doubted of an answer: remembered, said again on a later day and then taken.
import { describe, expect, it } from 'vitest'
import { json } from '../fakes.ts'
import { named, oddServer, pathOf } from '../lists/oddServer.ts'

const day = 86_400_000

describe('what was doubted', () => {
  const doubted = async () => {
    const server = oddServer()
    const { snapshot } = await server.read()
    server.lists['/company/companies'] = named(3)
    const { snapshot: kept, notes } = await server.read(snapshot)
    expect(kept.collections.companies).toHaveLength(1300)
    return { server, kept, notes }
  }

  it('is kept for the rest of the day', async () => {
    const { server, kept, notes } = await doubted()
    await server.clock.advance(3_600_000)
    const { snapshot } = await server.read(kept, { notes })
    expect(snapshot.collections.companies).toHaveLength(1300)
    expect(snapshot.partial).toEqual(['companies'])
  })

  it('is taken when it comes again on a later day, and said', async () => {
    const { server, kept, notes } = await doubted()
    await server.clock.advance(day)
    const { snapshot, notes: after, problems } = await server.read(kept, { notes })
    expect(snapshot.collections.companies).toHaveLength(3)
    expect(snapshot.partial).toBeUndefined()
    expect(after.doubts).toEqual({})
    expect(problems[0]?.message).toBe(
      'ConnectWise returned 3 companies again, as on 23 November 2026, so that list was taken. 1,300 were read before.',
    )
  })

  it('is forgotten when the list is whole again', async () => {
    const { server, kept, notes } = await doubted()
    server.lists['/company/companies'] = named(1300)
    await server.clock.advance(day)
    const { snapshot, notes: after } = await server.read(kept, { notes })
    expect(snapshot.partial).toBeUndefined()
    expect(after.doubts).toEqual({})
  })

  it('is taken at once where a person says so, and no other list is read', async () => {
    const { server, kept, notes } = await doubted()
    server.lists['/system/members'] = []
    server.lists['/service/boards'] = named(2)
    server.log.length = 0
    const { snapshot, problems } = await server.read(kept, { notes, take: ['companies'] })
    expect(snapshot.collections.companies).toHaveLength(3)
    expect({ ...snapshot.collections, companies: [] }).toEqual({ ...kept.collections, companies: [] })
    expect([snapshot.partial, snapshot.fetchedAt, problems]).toEqual([undefined, kept.fetchedAt, []])
    expect(
      server.log.map(pathOf).filter((path) => !/^\/company\/companies(\/count)?$|^$/.test(path)),
    ).toEqual([])
  })

  it('stays doubted where another list is taken', async () => {
    const { server, kept, notes } = await doubted()
    server.lists['/system/members'] = []
    const both = await server.read(kept, { notes })
    expect(both.snapshot.partial).toEqual(['companies', 'members'])
    const {
      snapshot,
      notes: after,
      problems,
    } = await server.read(both.snapshot, {
      notes: both.notes,
      take: ['members'],
    })
    expect(snapshot.collections.members).toEqual([])
    expect(snapshot.partial).toEqual(['companies'])
    expect(after.doubts).toEqual({ companies: { on: '2026-11-23', came: 3 } })
    expect(problems.map(({ collection, shorter }) => [collection, shorter])).toEqual([
      ['companies', true],
      ['members', undefined],
    ])
  })

  it('costs nothing where the list that is taken cannot be read', async () => {
    const { kept, notes } = await doubted()
    const down = oddServer({ answer: () => json({ code: 'Security', message: 'no' }, { status: 403 }) })
    const read = down.refresh(kept, { notes, take: ['companies'] })
    await down.clock.advance(1_800_000)
    expect(await read).toMatchObject({ ok: false })
  })

  it('is taken for all lists where everything is read anew', async () => {
    const { server, kept, notes } = await doubted()
    server.lists['/system/members'] = []
    const { snapshot } = await server.read(kept, { notes, take: 'all' })
    expect(snapshot.collections.companies).toHaveLength(3)
    expect(snapshot.collections.members).toEqual([])
    expect(snapshot.partial).toBeUndefined()
  })
})

it('asks for changes from a day before the last read on', async () => {
  const server = oddServer()
  const { snapshot } = await server.read()
  server.log.length = 0
  await server.read(snapshot)
  const asked = server.log.flatMap(
    ({ query }) => /lastUpdated>\[(.+?)\]/.exec(query.get('conditions') ?? '')?.[1] ?? [],
  )
  expect(new Set(asked)).toEqual(new Set(['2026-11-22T10:00:00Z']))
})

it.each(['Fri, 31 Dec 99999 23:59:59 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', 'yesterday'])(
  'dates a snapshot by this computer, whatever the server says: %s',
  async (date) => {
    const server = oddServer({
      answer: (asked) =>
        pathOf(asked) === '/service/sources' ? json(named(4), { headers: { date } }) : undefined,
    })
    const { snapshot } = await server.read()
    expect(snapshot.fetchedAt).toBe('2026-11-23T10:00:00Z')
    const later = await server.read(snapshot)
    expect(later.snapshot.collections).toEqual(snapshot.collections)
  },
)

describe('a file, which is all that is remembered', () => {
  const written = async () => {
    const server = oddServer()
    const { snapshot } = await server.read()
    server.lists['/company/companies'] = named(3)
    const { snapshot: file } = await server.read(snapshot, { isFile: true })
    expect([file.partial, file.collections.companies?.length]).toEqual([['companies'], 1300])
    return { server, file }
  }

  it('keeps what was doubted for the rest of the day', async () => {
    const { server, file } = await written()
    const { snapshot } = await server.read(file, { isFile: true })
    expect([snapshot.partial, snapshot.collections.companies?.length]).toEqual([['companies'], 1300])
  })

  it('takes what is said again on a later day, and says so', async () => {
    const { server, file } = await written()
    await server.clock.advance(day)
    const { snapshot, problems } = await server.read(file, { isFile: true })
    expect([snapshot.partial, snapshot.collections.companies?.length]).toEqual([undefined, 3])
    expect(problems[0]?.message).toBe(
      'ConnectWise returned 3 companies, and did not give that list whole on 23 November 2026 either, so it was taken. 1,300 were read before.',
    )
  })

  it('names a list in partial that could not be read, with the rows of before', async () => {
    const { snapshot } = await oddServer().read()
    const server = oddServer({
      answer: (asked) =>
        pathOf(asked).startsWith('/system/members') ? new Response('', { status: 500 }) : undefined,
    })
    const { snapshot: file } = await server.read(snapshot, { isFile: true })
    expect(file.partial).toEqual(['members'])
    expect(file.collections).toEqual(snapshot.collections)
  })
})
