// What a reading of tickets asks for: conditions short enough for an address, and the same scope once more for the answer.
import { afterEach, expect, test, vi } from 'vitest'
import {
  byIds,
  byXrefs,
  conditionsOf,
  isInScope,
} from '../../../../../main/connectwise/tickets/ticketScope.ts'
import { serviceTicketSchema } from '../../../../../shared/preview/sample/sample.ts'

const all = { boards: [], since: null }
const ticket = (more: object) => serviceTicketSchema.parse({ id: 7, summary: 'A', ...more })
const encodedLength = (text: string | undefined) => encodeURIComponent(text?.toWellFormed() ?? '').length

afterEach(() => vi.unstubAllEnvs())

test('tickets are named in as many addresses as it takes, none left out', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => 900_000 + index)
  const scopes = byIds(all, ids)
  expect(scopes.flatMap((scope) => scope.ids ?? [])).toEqual(ids)
  expect(Math.max(...scopes.map((scope) => encodedLength(conditionsOf(scope))))).toBeLessThan(1500)
})

test('references are named in as many addresses as their signs take', () => {
  const xrefs = Array.from({ length: 60 }, (_, index) => `ΩЖ漢\ud83d ${index}`.repeat(8))
  const scopes = byXrefs(xrefs, [])
  expect(scopes.flatMap((scope) => scope.xrefs ?? [])).toEqual(xrefs)
  expect(Math.max(...scopes.map((scope) => encodedLength(conditionsOf(scope))))).toBeLessThan(1600)
})

test('only references that no ticket carries yet are looked for, each once, on every board', () => {
  const read = [ticket({ externalXRef: ' INC1 ' })]
  expect(byXrefs(['INC1', 'INC2', 'INC2', ' '], read)).toEqual([{ boards: [], xrefs: ['INC2'], since: null }])
  const [scope] = byXrefs(['IN"C2'], read)
  expect(scope && conditionsOf(scope)).toBe(`recordType="ServiceTicket" and externalXRef in ('IN"C2')`)
})

test.each([
  [{ externalXRef: 'INC2', board: { id: 9 } }, true],
  [{ externalXRef: 'INC22' }, false],
  [{}, false],
])('an answer of %o is looked at again: %s', (more, isIn) => {
  expect(isInScope(ticket(more), { boards: [], xrefs: ['INC2'], since: null })).toBe(isIn)
})

test.each([
  ['2026-11-20T00:00:00', true],
  ['2026-11-19T23:59:59.999', false],
  ['2026-11-20 00:00', true],
  ['2026-11-20T01:00:00+02:00', false],
  ['/Date(1)/', true],
])('a change at %s is judged in UTC, whatever zone this computer is in: %s', (lastUpdated, isIn) => {
  vi.stubEnv('TZ', 'Australia/Sydney')
  const since = '2026-11-20T00:00:00Z'
  expect(isInScope(ticket({ _info: { lastUpdated } }), { boards: [], since })).toBe(isIn)
})
