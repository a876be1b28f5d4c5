// What a count claims decides nothing: neither what is read, nor what it takes.
import { describe, expect, it } from 'vitest'
import { json, text } from '../fakes.ts'
import { named, type Odd, oddServer } from './oddServer.ts'

const companies = '/company/companies'
const ids = named(1300).map(({ id }) => id)

const claims: [string, Odd['count']][] = [
  ['2^31', () => 2_147_483_647],
  ['2^53', () => Number.MAX_SAFE_INTEGER],
  ['fifty million', () => 50_000_000],
  ['1e15', () => 1e15],
  ['more than JSON can hold', () => text('{"count":1e999}')],
  ['one more', (real) => real + 1],
  ['one less', (real) => real - 1],
  ['three', () => 3],
  ['nothing', () => 0],
  ['less than nothing', () => -1],
  ['a fraction', (real) => real + 0.5],
  ['a text', (real) => String(real)],
  ['null', () => null],
  ['a list', (real) => [real]],
  ['without its name', (real) => json({ total: real })],
  ['as a bare number', (real) => json(real)],
  ['as a page', () => text('<html>count</html>')],
  ['not at all: not found', () => json({ code: 'NotFound', message: 'no' }, { status: 404 })],
  ['not at all: refused', () => json({ code: 'Security', message: 'no' }, { status: 403 })],
  ['not at all: in trouble', () => text('', 500)],
]

const settings: [string, Odd][] = [
  ['whole pages', {}],
  ['pages of 50', { cap: 50 }],
  ['pages of 50 and no way to ask from an id on', { cap: 50, forwardOnly: false }],
  ['whole pages and no way to ask from an id on', { forwardOnly: false }],
]

describe.each(settings)('with %s', (_title, setting) => {
  it.each(claims)('a count of %s costs neither rows nor requests', async (_claim, count) => {
    const honest = oddServer(setting)
    await honest.read()
    const server = oddServer({ ...setting, ...(count && { count }) })
    const { snapshot } = await server.read()
    expect(snapshot.collections.companies?.map(({ id }) => id)).toEqual(ids)
    expect(snapshot.partial).toBeUndefined()
    const answered = server.log.filter(({ path }) => !path.endsWith('/count')).length
    const tried = honest.log.filter(({ path }) => !path.endsWith('/count')).length
    expect(answered).toBeLessThanOrEqual(tried + 5)
  })
})

it('tells both numbers where a count is contradicted by an empty page', async () => {
  const lists = { [companies]: named(3000) }
  const { snapshot, problems } = await oddServer({ lists, count: () => 2_147_483_647 }).read()
  expect(snapshot.collections.companies).toHaveLength(3000)
  expect(snapshot.partial).toBeUndefined()
  expect(problems.map(({ message }) => message)).toContainEqual(
    'ConnectWise counts 2,147,483,647 companies, but gave 3,000: after those nothing came.',
  )
})

it('keeps what was known where only the count has gone wrong', async () => {
  const server = oddServer()
  const { snapshot } = await server.read()
  const liar = oddServer({ count: () => 50_000_000 })
  const { snapshot: later } = await liar.read(snapshot)
  expect(later.collections).toEqual(snapshot.collections)
  expect(liar.asked(companies)).toBeLessThanOrEqual(7)
})

it('stops at a million rows of a list that never ends', async () => {
  const server = oddServer({
    answer: (asked) =>
      asked.path.endsWith(companies)
        ? json(
            Array.from({ length: 20_000 }, (_, index) => ({
              id: (Number(asked.query.get('page') ?? 1) - 1) * 20_000 + index + 1,
            })),
          )
        : undefined,
  })
  const { snapshot, problems } = await server.read()
  expect(snapshot.partial).toEqual(['companies'])
  expect(snapshot.collections.companies?.length).toBeLessThan(1_100_000)
  expect(problems[0]?.message).toContain('1,000,000 rows')
})
