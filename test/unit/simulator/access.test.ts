// Who gets in and who sees what: keys, client ID, codebase, roles.
import { describe, expect, test } from 'vitest'
import { demoSite } from '../../../main/demo/index.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import { ask, idsOf, requestTo } from './ask.ts'

const wrongKeys = { headers: { authorization: `Basic ${btoa('northwind+nobody:nothing')}` } }

describe('the way in', () => {
  const demo = createSimulator()
  const get = (url: string) => demo.fetch(new Request(url, { headers: requestTo(demo, '/').headers }))

  test('company info needs no keys and answers null for a stranger', async () => {
    const known = await demo.fetch(new Request(`https://${demoSite}/login/companyinfo/northwind`))
    expect(await known.json()).toMatchObject({
      CompanyID: 'northwind',
      Codebase: 'v2025_1/',
      SiteUrl: demoSite,
    })
    for (const stranger of ['nobody', '', '%E0%A4%A']) {
      const unknown = await demo.fetch(new Request(`https://${demoSite}/login/companyinfo/${stranger}`))
      expect([unknown.status, await unknown.json()]).toEqual([200, null])
    }
  })

  test.each([
    ['/v4_6_release/apis/3.0/service/sources', 200],
    ['/v2025_1/apis/3.0/service/sources', 200],
    ['/v4_6_release/apis/3.0/service/sources/', 200],
    ['/v2024_9/apis/3.0/service/sources', 400],
    ['/v4_6_release/apis/3.0/apis/3.0/service/sources', 400],
    ['/v4_6_release/apis/3.0/v4_6_release/apis/3.0/service/sources', 400],
    ['/elsewhere/apis/3.0/service/sources', 400],
    ['/', 400],
    ['/v4_6_release/apis/3.0/service/nothing', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await get(`https://${demoSite}${path}`)).status).toBe(status)
  })

  test('plain http is refused except on the loopback', async () => {
    const path = '/v4_6_release/apis/3.0/service/sources'
    expect(await (await get(`http://${demoSite}${path}`)).json()).toMatchObject({
      message: 'SSL is required.',
    })
    expect((await get(`http://127.0.0.1:8080${path}`)).status).toBe(200)
  })

  test('a method an endpoint does not have is refused with those it has', async () => {
    const answer = await ask(demo, '/service/tickets/7001', { method: 'PUT' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PATCH'])
    expect((await ask(demo, '/service/nothing', { method: 'PUT' })).status).toBe(404)
  })

  test('nothing can be deleted: mySecurity says so, and a delete is refused', async () => {
    const count = demo.world.tickets.rows.length
    expect(await ask(demo, '/service/tickets/7001', { method: 'DELETE' })).toMatchObject({
      status: 403,
      body: { code: 'Security' },
    })
    expect(demo.world.tickets.rows).toHaveLength(count)
  })

  test('wrong keys get 401, a missing client ID 400', async () => {
    expect(await ask(demo, '/service/boards', wrongKeys)).toMatchObject({
      status: 401,
      body: { code: 'Unauthorized' },
    })
    expect((await ask(demo, '/service/boards', { headers: { clientId: '' } })).status).toBe(400)
    expect((await ask(demo, '/system/info', wrongKeys)).status).toBe(401)
  })

  test('a self-hosted site answers system/info without keys, and nothing else', async () => {
    const hosted = createSimulator({ faults: ['on-premise'] })
    expect((await ask(hosted, '/system/info', wrongKeys)).status).toBe(200)
    expect((await ask(hosted, '/service/boards', wrongKeys)).status).toBe(401)
  })

  test('wrong keys can be answered as other sites do', async () => {
    const cloud = createSimulator({ onWrongKeys: 'keys-404', onWrongClientId: 'client-id-403' })
    expect((await ask(cloud, '/service/boards', wrongKeys)).status).toBe(404)
    expect((await ask(cloud, '/service/boards', { headers: { clientId: 'x' } })).status).toBe(403)
  })
})

describe('roles', () => {
  test.each([
    ['System > Table Setup', '/service/boards/4/statuses'],
    ['System > Member Maintenance', '/system/members'],
    ['Companies > Company Maintenance', '/company/companies/count'],
    ['Service Desk > Service Tickets', '/service/tickets/7001/allNotes'],
    ['Time & Expense > Time Entry', '/time/entries'],
    ['Companies > Manage Attachments', '/system/documents?recordType=Ticket&recordId=7001'],
  ] as const)('without %s %s is forbidden and mySecurity says so', async (right, path) => {
    const demo = createSimulator({ denied: [right] })
    expect(await ask(demo, path)).toMatchObject({
      status: 403,
      body: { code: 'Security', message: 'You do not have security permission to perform this action.' },
    })
    const [, name] = right.split(' > ')
    const security = await ask(
      demo,
      `/system/mySecurity?conditions=${encodeURIComponent(`moduleFunctionName="${name}"`)}`,
    )
    expect(security.body).toMatchObject([{ inquireLevel: 'None' }])
  })

  test('the light routes stay open', async () => {
    const demo = createSimulator({ denied: ['System > Table Setup', 'System > Member Maintenance'] })
    for (const path of [
      '/service/info/boards',
      '/system/info/members',
      '/service/priority/info',
      '/time/workRoles/info',
    ]) {
      expect((await ask(demo, path)).status).toBe(200)
    }
  })

  test('level My shows fewer rows and no error', async () => {
    const demo = createSimulator({ faults: ['my-tickets', 'my-companies'] })
    const mine = idsOf(await ask(demo, '/service/tickets?pageSize=1000'))
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.length).toBeLessThan(demo.world.tickets.rows.length / 2)
    expect(await ask(demo, '/company/companies/count')).toMatchObject({ status: 200, body: { count: 0 } })
    const hidden = demo.world.tickets.rows.find((row) => !mine.includes(row.id))
    expect((await ask(demo, `/service/tickets/${hidden?.id}`)).status).toBe(404)
  })

  test('level My shows all notes of an own ticket, and none of another', async () => {
    const demo = createSimulator({ faults: ['my-tickets'] })
    const all = createSimulator()
    const [own] = idsOf(await ask(demo, '/service/tickets'))
    for (const list of ['notes', 'allNotes']) {
      const path = `/service/tickets/${own}/${list}?pageSize=1000`
      expect(idsOf(await ask(demo, path))).toEqual(idsOf(await ask(all, path)))
    }
    const other = all.world.tickets.rows.find((row) => row.owner === undefined && row.board)
    expect((await ask(demo, `/service/tickets/${other?.id}/notes`)).status).toBe(404)
  })

  test('Table Setup is named table by table, where it is allowed', async () => {
    const path = '/system/mySecurity/customizeItems/'
    expect((await ask(createSimulator(), path)).body).toContainEqual(
      expect.objectContaining({ customizeIdentifier: 'SystemTableSetup' }),
    )
    expect((await ask(createSimulator({ faults: ['no-table-setup'] }), path)).body).toEqual([])
    expect((await ask(createSimulator({ faults: ['no-my-security'] }), path)).status).toBe(403)
  })

  test('the second key pair sees less than the first', async () => {
    const demo = createSimulator()
    const limited = { ...demo, credentials: demo.limitedCredentials }
    expect((await ask(limited, '/system/members')).status).toBe(403)
    expect((await ask(limited, '/service/boards')).status).toBe(200)
    expect((await ask(demo, '/system/members')).status).toBe(200)
  })
})

test('the log holds what arrived and no header', async () => {
  const demo = createSimulator()
  await Promise.all([ask(demo, '/service/boards?page=1'), ask(demo, '/service/sources', wrongKeys)])
  expect(demo.requests).toEqual([
    { method: 'GET', path: '/v4_6_release/apis/3.0/service/boards', query: '?page=1', status: 200 },
    { method: 'GET', path: '/v4_6_release/apis/3.0/service/sources', query: '', status: 401 },
  ])
  expect(demo.maxInFlight()).toBe(2)
})
