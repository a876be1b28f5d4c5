// How far a refresh is, list by list, and what was read of one that was cut short.
import { describe, expect, it } from 'vitest'
import {
  collectionRows,
  finishedOf,
  partialWords,
  waitedFor,
} from '../../../../../renderer/connections/refresh/refreshRun.ts'
import {
  type CallProgress,
  heardOf,
  noProgress,
  withReport,
} from '../../../../../renderer/state/callProgress.ts'

describe('a refresh', () => {
  const begun = noProgress
  const report = (done: number, total: number | null, finished = false) =>
    ({ kind: 'collection', collection: 'companies', done, total, finished }) as const
  const companies = (progress: CallProgress) => collectionRows(progress)[0]

  it.each([
    ['nothing yet', begun, { amount: 'waiting', value: 0 }],
    ['an unknown total', withReport(begun, report(1000, null), 0), { amount: '1,000', value: null }],
    ['n of m', withReport(begun, report(61_000, 100_000), 0), { amount: '61,000 of 100,000', value: 61 }],
    ['more than was counted', withReport(begun, report(12, 10), 0), { value: 100 }],
    ['nothing of nothing', withReport(begun, report(0, 0), 0), { amount: '0 of 0', value: null }],
    ['the end', withReport(begun, report(5, 5, true), 0), { amount: '5', value: 100, finished: true }],
  ])('shows %s', (_title, run, row) => expect(companies(run)).toMatchObject(row))

  it('counts what is finished', () => {
    expect(finishedOf(withReport(begun, report(5, 5, true), 0))).toEqual({ done: 1, total: 9 })
  })

  it('names what has not come yet, and tells apart what was heard', () => {
    const members = {
      kind: 'collection',
      collection: 'members',
      done: 0,
      total: null,
      finished: false,
    } as const
    const both = withReport(withReport(begun, report(1000, null), 0), members, 0)
    expect(waitedFor(begun)).toBe('an answer')
    expect(waitedFor(both)).toBe('companies, members')
    expect(waitedFor(withReport(both, report(1000, 1000, true), 0))).toBe('members')
    const many = (['boards', 'statuses', 'priorities'] as const).reduce(
      (run, collection) => withReport(run, { ...members, collection }, 0),
      both,
    )
    expect(waitedFor(many)).toBe('companies, boards and 3 more')
    expect(heardOf(withReport(both, report(2000, null), 0))).not.toBe(heardOf(both))
    expect(heardOf(withReport(both, report(1000, null), 5))).toBe(heardOf(both))
  })

  it('says how much of a partial collection was read', () => {
    expect(partialWords(withReport(begun, report(61_000, 100_412), 0), 'companies')).toBe(
      '61,000 of 100,412 companies were read.',
    )
    expect(partialWords(begun, 'members')).toBe('Members could not be read.')
    expect(partialWords(begun, 'members', true)).toBe('Members were not read.')
    const cut = withReport(withReport(begun, report(1000, 5000), 0), report(2000, 2000, true), 0)
    expect(partialWords(cut, 'companies')).toBe('2,000 of 5,000 companies were read.')
    expect(partialWords(withReport(begun, report(25, 25, true), 0), 'companies')).toBe(
      '25 companies were read.',
    )
  })
})
