// The overview's filters, search, order and groups.
import { describe, expect, it } from 'vitest'
import {
  arrangeOverview,
  type OverviewSort,
  firstQuery,
  groupWords,
  overviewLines,
  type OverviewQuery,
  stateFilters,
} from '../../../../renderer/overview/arrangeOverview.ts'
import { columnsFor } from '../../../../renderer/overview/overviewColumns.tsx'
import type { RelationshipSummary } from '../../../../shared/ipc/areas/relationshipCalls.ts'
import { connectionView, summary } from '../../../support/summaries.ts'

const failing = (errors: number) => ({ ready: false, errors, warnings: 0, stale: 0, toChoose: 0 })
const all: RelationshipSummary[] = [
  summary('1', 'Branch 10', { readiness: failing(2), connectionId: 'lab' }),
  summary('2', 'Élodie', { internalNotes: true, savedAt: '2026-11-03T00:00:00Z', owner: 'Priya Raman' }),
  summary('3', 'Branch 2', { savedAt: '2026-11-02T00:00:00Z', role: 'source', connectionId: 'gone' }),
  summary('4', 'branch 1', { readiness: { ...failing(0), ready: true, warnings: 1 } }),
]

const connections = new Map([
  ['acme', connectionView('acme', 'production')],
  ['lab', connectionView('lab', 'sandbox')],
])
const connectionOf = (id: string) => connections.get(id)
const shown = (query: Partial<OverviewQuery>) =>
  arrangeOverview(all, { ...firstQuery, ...query }, connectionOf).map(({ id }) => id)

describe('the overview', () => {
  it.each<[string, OverviewSort, boolean, string[]]>([
    ['by name, 2 before 10, case and accents in their place', 'contractName', false, ['4', '3', '1', '2']],
    ['by last change, newest first', 'savedAt', true, ['2', '3', '4', '1']],
    ['worst first by state', 'state', true, ['1', '4', '3', '2']],
  ])('orders relationships %s', (_title, column, descending, ids) => {
    expect(shown({ column, descending })).toEqual(ids)
  })

  it.each<[string, Partial<OverviewQuery>, string[]]>([
    ['what is not ready', { state: 'notReady' }, ['1']],
    ['what is ready with warnings', { state: 'warnings' }, ['4']],
    ['where internal notes are on', { internal: true }, ['2']],
    ['one role', { role: 'source' }, ['3']],
    ['one environment', { environment: 'sandbox' }, ['1']],
    ['a name without its accent', { text: 'elod' }, ['2']],
    ['an owner', { text: 'priya' }, ['2']],
  ])('shows only %s', (_title, query, ids) => {
    expect(shown(query)).toEqual(ids)
  })

  it.each<[string, Partial<OverviewQuery>, string[]]>([
    ['by how well it fits', {}, ['4', '1']],
    ['by the chosen column', { column: 'state', descending: true }, ['1', '4']],
    ['by name backwards where that is chosen', { descending: true }, ['1', '4']],
  ])('orders what a search text finds %s', (_title, query, ids) => {
    expect(shown({ ...query, text: 'branch 1' })).toEqual(ids)
  })

  it('groups by connection, those without one together, and folds a group', () => {
    const rows = arrangeOverview(all, firstQuery, connectionOf)
    const lines = overviewLines(rows, { ...firstQuery, folded: ['acme'] }, connectionOf)
    expect(
      lines.map((line) => (line.kind === 'group' ? `# ${line.group.connectionId}` : line.row.id)),
    ).toEqual(['# ', '3', '# acme', '# lab', '1'])
  })

  it('counts each state filter over everything', () => {
    expect(stateFilters(all).map(({ label }) => label)).toEqual([
      'All 4',
      'Not ready 1',
      'Warnings 1',
      'Ready 3',
    ])
  })

  it('says how a group stands', () => {
    expect(groupWords(all)).toBe('4 · 3 Ready · 1 with warnings · 1 Not ready')
    const ready = all.filter(({ readiness }) => readiness.ready && readiness.warnings === 0)
    expect(groupWords(ready)).toBe('2 Ready')
  })
})

describe('narrow windows', () => {
  const keys = (width: number) => columnsFor(width).map(({ key }) => key)
  it('keep what says which relationship and how it stands', () => {
    expect(keys(760)).toEqual(['contractName', 'state', 'role', 'savedAt'])
    expect(keys(300)).toEqual(['contractName', 'state', 'role'])
  })
  it('lose the partner first', () => {
    const wide = keys(5000)
    const width = [...Array(200).keys()]
      .map((step) => 1800 - step * 10)
      .find((each) => keys(each).length < wide.length)
    expect(wide.filter((key) => !keys(width ?? 0).includes(key))).toEqual(['partner'])
  })
})
