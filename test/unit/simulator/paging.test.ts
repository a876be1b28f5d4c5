// Pages of the demo ConnectWise: their headers, their links, and paging forward only.
import { describe, expect, test } from 'vitest'
import { createSimulator } from '../../simulator/simulator.ts'
import { ask, idsOf, requestTo } from './ask.ts'

const demo = createSimulator()

describe('pages', () => {
  test('hold 25 rows unless asked, and never more than 1000', async () => {
    expect(idsOf(await ask(demo, '/service/tickets'))).toHaveLength(25)
    expect(idsOf(await ask(demo, '/service/tickets?pageSize=7'))).toHaveLength(7)
    const large = createSimulator({ size: 'medium' })
    expect(idsOf(await ask(large, '/service/tickets?pageSize=5000'))).toHaveLength(1000)
  })

  test('together are every row once, in order of ids, as /count says', async () => {
    const seen: number[] = []
    for (let page = 1; ; page++) {
      const ids = idsOf(await ask(demo, `/company/companies?pageSize=30&page=${page}`))
      seen.push(...ids)
      if (ids.length < 30) break
    }
    const { body } = await ask(demo, '/company/companies/count')
    expect(body).toEqual({ count: seen.length })
    expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => one - other))
  })

  test('past the end are empty, and the one before is the last there is', async () => {
    const answer = await ask(demo, '/service/sources?page=99')
    expect(answer).toMatchObject({ status: 200, body: [] })
    expect(answer.headers.get('link')).toContain('?page=1>; rel="prev"')
  })

  test.each([
    ['/service/sources', []],
    ['/service/tickets?pageSize=50&page=1', ['next', 'last']],
    ['/service/tickets?pageSize=50&page=2', ['next', 'last', 'prev', 'first']],
    ['/service/tickets?pageSize=200&page=2', ['prev', 'first']],
    ['/service/tickets?pageSize=200&page=99', ['prev', 'first']],
  ])('%s link %j', async (path, rels) => {
    const { headers } = await ask(demo, path)
    expect([...(headers.get('link') ?? '').matchAll(/rel="(\w+)"/g)].map(([, rel]) => rel)).toEqual(rels)
  })

  test('link to addresses that answer the next page', async () => {
    const { headers } = await ask(demo, '/service/tickets?pageSize=10&conditions=id%3E7002&orderBy=id%20asc')
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? ''
    const answer = await demo.fetch(new Request(next, { headers: requestTo(demo, '/').headers }))
    const rows: unknown = await answer.json()
    expect(rows).toMatchObject([{ id: 7013 }, ...Array.from({ length: 9 }, () => ({}))])
  })
})

describe('forward-only paging', () => {
  const forward = { headers: { 'pagination-type': 'forward-only' } }

  test('walks by id and ends with an empty Link', async () => {
    const seen: number[] = []
    let path = '/company/companies?pageSize=40'
    for (;;) {
      const answer = await ask(demo, path, forward)
      seen.push(...idsOf(answer))
      const pageId = /[?&]pageId=(\d+)/.exec(answer.headers.get('link') ?? '')?.[1]
      if (pageId === undefined) {
        expect(answer.headers.get('link')).toBe('')
        break
      }
      path = `/company/companies?pageSize=40&pageId=${pageId}`
    }
    expect(seen).toEqual(demo.world.companies.rows.map((row) => row.id))
  })

  test('refuses an order of its own', async () => {
    expect((await ask(demo, '/company/companies?orderBy=name', forward)).status).toBe(400)
  })
})
