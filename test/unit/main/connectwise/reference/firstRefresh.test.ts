// A first refresh reads every collection completely, in few reads, and fails as a whole only where nothing can be read.
import { describe, expect, it } from 'vitest'
import { collectionNames } from '../../../../../shared/reference/collectionNames.ts'
import { snapshotSchema } from '../../../../../shared/reference/collections.ts'
import { countsOf, open } from './demoRefresh.ts'

describe('a first refresh', () => {
  it('reads every collection completely, as the file format wants it', async () => {
    const { demo, read } = open({ size: 'large' })
    const { snapshot, problems } = await read()
    expect(problems).toEqual([])
    expect(snapshot.partial).toBeUndefined()
    expect(snapshotSchema.safeParse(snapshot).success).toBe(true)
    expect(snapshot.collections.companies).toHaveLength(demo.world.companies.rows.length)
    expect(snapshot.collections.members).toHaveLength(demo.world.members.rows.length)
    expect(snapshot.collections.statuses).toHaveLength(
      [...demo.world.statuses.values()].reduce((sum, { rows }) => sum + rows.length, 0),
    )
    expect(snapshot.collections.statuses?.every(({ board }) => board)).toBe(true)
    expect(snapshot.fetchedAt).toBe('2026-11-23T10:00:00Z')
    // In the order of the format, whichever list came first.
    expect(Object.keys(snapshot.collections)).toEqual(collectionNames)
  })

  it('needs little more than one read per page and per end of a list, never more than four at once', async () => {
    const { demo, read } = open({ size: 'large' })
    const { snapshot } = await read()
    const boards = snapshot.collections.boards?.length ?? 0
    const pages = Math.ceil((snapshot.collections.companies?.length ?? 0) / 1000) + 2 + 6 + boards
    expect(demo.requests.length).toBeLessThan(pages + 16)
    expect(demo.maxInFlight()).toBeLessThanOrEqual(4)
  })

  it('tells the progress of each collection', async () => {
    const { read, reports } = open({ size: 'large' })
    const { snapshot } = await read()
    const ofCompanies = reports.filter(
      (report) => report.kind === 'collection' && report.collection === 'companies',
    )
    const total = snapshot.collections.companies?.length
    expect(ofCompanies[0]).toMatchObject({ done: 0, total: null, finished: false })
    expect(ofCompanies).toContainEqual(expect.objectContaining({ total, finished: false }))
    expect(ofCompanies.at(-1)).toMatchObject({ done: total, total, finished: true })
  })

  it.each(['page-shift', 'page-ignored', 'duplicate-rows', 'no-link-header', 'fields-strict'] as const)(
    'finds each row once in spite of %s',
    async (fault) => {
      const { demo, read } = open({ size: 'large', faults: [fault] })
      const { snapshot } = await read()
      const ids = snapshot.collections.companies?.map(({ id }) => id) ?? []
      expect(ids).toEqual(demo.world.companies.rows.map(({ id }) => id).sort((a, b) => a - b))
    },
  )

  it('reads row after row where counting is refused', async () => {
    const { demo, read } = open({ size: 'large' }, (made) => (request) => {
      const { pathname } = new URL(request.url)
      return pathname.endsWith('/company/companies/count')
        ? Promise.resolve(new Response('', { status: 404 }))
        : made.fetch(request)
    })
    const { snapshot } = await read()
    expect(snapshot.partial).toBeUndefined()
    expect(snapshot.collections.companies).toHaveLength(demo.world.companies.rows.length)
    const { snapshot: later } = await read(snapshot)
    expect(later.partial).toBeUndefined()
    expect(later.collections).toEqual(snapshot.collections)
  })

  it('never takes half a list for a whole one', async () => {
    // Rows move during the walk by page number, and walking by id is not known to this server.
    const { demo, read } = open({ size: 'large', faults: ['page-shift'] }, (made) => (request) => {
      const url = new URL(request.url)
      url.searchParams.delete('pageId')
      const headers = new Headers(request.headers)
      headers.delete('pagination-type')
      return made.fetch(new Request(url, { headers, signal: request.signal }))
    })
    const { snapshot, problems } = await read()
    expect(snapshot.partial).toEqual(['companies'])
    expect(problems[0]?.message).toContain('changed while it was read')
    expect(snapshot.collections.companies?.length).toBeGreaterThan(demo.world.companies.rows.length - 10)
  })

  it.each(['sparse-rows', 'odd-rows', 'conditions-refused'] as const)('copes with %s', async (fault) => {
    const plain = open()
    const { read } = open({ faults: [fault] })
    const { snapshot, problems } = await read()
    expect(problems).toEqual([])
    expect(countsOf(snapshot)).toEqual(countsOf((await plain.read()).snapshot))
  })

  it('reads the lighter lists where Table Setup is missing, and names what has none', async () => {
    const { read } = open({ faults: ['no-table-setup'] })
    const { snapshot, problems } = await read()
    expect(snapshot.partial).toEqual(['companyStatuses'])
    expect(snapshot.collections.companyStatuses).toBeUndefined()
    expect(snapshot.collections.statuses?.some(({ closedStatus }) => closedStatus)).toBe(true)
    expect(
      snapshot.collections.customFields?.some(
        ({ fieldTypeIdentifier }) => fieldTypeIdentifier === 'Checkbox',
      ),
    ).toBe(true)
    expect(problems).toMatchObject([
      {
        collection: 'boards',
        message: expect.stringMatching(
          /shorter one was read\. It does not say whether a board locks time entries/,
        ),
      },
      { collection: 'statuses', message: expect.stringContaining('which statuses allow no time entries') },
      { collection: 'companyStatuses', next: 'Enable System > Table Setup > Inquire = All.' },
    ])
  })

  it('says what the lighter list of members leaves out, and which right gives it', async () => {
    const { read } = open({ faults: ['no-members'] })
    const { snapshot, problems } = await read()
    expect(snapshot.partial).toBeUndefined()
    expect(snapshot.collections.members?.length).toBeGreaterThan(0)
    expect(problems).toEqual([
      {
        collection: 'members',
        message:
          'The full list of members is closed to these keys, so a shorter one was read. It does not say from which boards a member is excluded, so that is not judged.',
        next: 'Enable System > Member Maintenance > Inquire = All.',
      },
    ])
  })

  it('explains a list that is empty without a refusal', async () => {
    const { read } = open({ faults: ['my-companies'] })
    const { snapshot, problems } = await read()
    expect(snapshot.partial).toBeUndefined()
    expect(problems).toMatchObject([
      { collection: 'companies', message: 'ConnectWise returned 0 companies.' },
    ])
    expect(problems[0]?.next).toContain('Your role may only see its own records')
  })

  it.each([
    ['keys-401', 'keys-rejected'],
    ['keys-404', 'keys-rejected'],
    ['client-id-403', 'client-id-rejected'],
    ['cannot-route', 'keys-rejected'],
    ['company-unknown', 'company-not-found'],
    ['web-page', 'web-page'],
    ['redirect-http', 'redirected'],
    ['role-denied', 'permission-missing'],
  ] as const)('fails as a whole with %s', async (fault, code) => {
    const { demo, refresh } = open({ faults: [fault] })
    expect(await refresh()).toMatchObject({ ok: false, error: { code } })
    expect(demo.requests.length).toBeLessThan(20)
  })
})
