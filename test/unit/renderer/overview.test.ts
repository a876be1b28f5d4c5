// The overview's filter, search and order.
import { expect, it } from 'vitest'
import { arrange, type Column, type Filter } from '../../../renderer/overview/arrangeOverview.ts'

const summary = (
  id: string,
  contractName: string,
  errors: number,
  internalNotes: boolean,
  savedAt: string,
) => ({
  id,
  contractName,
  partner: `${contractName} partner`,
  role: 'target' as const,
  connectionId: id,
  readiness: { ready: errors === 0, errors, warnings: 0, stale: 0 },
  internalNotes,
  savedAt,
})
const all = [
  summary('1', 'Fabrikam', 2, false, '2026-11-01T00:00:00Z'),
  summary('2', 'Élodie', 0, true, '2026-11-03T00:00:00Z'),
  summary('3', 'Contoso', 0, false, '2026-11-02T00:00:00Z'),
]
const shown = (filter: Filter, column: Column, descending: boolean, text = '') =>
  arrange(all, { text, filter, order: { column, descending } }, (id) => `connection ${9 - Number(id)}`).map(
    ({ id }) => id,
  )

it.each([
  ['by name, accents in their place', 'all', 'contractName', false, ['3', '2', '1']],
  ['by last change, newest first', 'all', 'savedAt', true, ['2', '3', '1']],
  ['worst first by readiness', 'all', 'readiness', true, ['1', '2', '3']],
  ['by the name of the connection', 'all', 'connection', false, ['3', '2', '1']],
  ['only what is not ready', 'notReady', 'contractName', false, ['1']],
  ['only where internal notes are on', 'internal', 'contractName', false, ['2']],
] as const)('shows relationships %s', (_title, filter, column, descending, ids) => {
  expect(shown(filter, column, descending)).toEqual(ids)
})

it('finds a name without its accent', () => {
  expect(shown('all', 'contractName', false, 'elod')).toEqual(['2'])
})
