// The draft beside earlier settings: which tickets change, how each is marked, and what a flow says of it.
import { describe, expect, it } from 'vitest'
import {
  changedPositions,
  compareWith,
  createComparer,
  newParts,
} from '../../../../../renderer/preview/judging/comparison.ts'
import {
  changesByKey,
  newsOf,
  newsText,
  sameVerdicts,
} from '../../../../../renderer/preview/list/comparisonWords.ts'
import type { JudgedWith } from '../../../../../renderer/preview/judging/judgingSession.ts'
import { entriesOf } from '../../../../../renderer/preview/judging/entries.ts'
import { joinComparisons } from '../../../../../shared/preview/compare.ts'
import type { CommentType } from '../../../../../shared/relationship/relationship.ts'
import type { Tickets } from '../../../../../shared/preview/sample/tickets.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'

const data: Tickets = {
  flow: 'inbound',
  tickets: [
    {
      key: 'A',
      summary: 'One',
      comments: [
        { type: 'internal', body: 'x' },
        { type: 'internal', body: 'y' },
      ],
    },
    { key: 'B', summary: 'Two', comments: [{ type: 'public', body: 'x' }] },
  ],
}
const outbound: Tickets = {
  flow: 'outbound',
  tickets: [
    {
      id: 7,
      summary: 'Seven',
      board: { id: 4 },
      company: { id: 250 },
      notes: [{ text: 'For staff.', internalAnalysisFlag: true }],
    },
  ],
}
const saved = targetRelationship()
const draft = (relationship: JudgedWith['relationship']): JudgedWith => ({
  relationship,
  reference: reference(),
  since: null,
})
const taking = (...commentTypes: CommentType[]) => draft(targetRelationship({ commentTypes }))
const everyType = taking('internal', 'discussion', 'resolution')

describe('the comparison with earlier settings', () => {
  it('marks tickets whose parts newly go along', () => {
    const comparison = compareWith(data, everyType, saved)
    const changes = changesByKey(comparison)
    expect([...changes]).toEqual([['A', '+2 notes']])
    expect([...changedPositions(entriesOf(data), changes)]).toEqual([0])
    expect([...newParts(comparison, 'A')]).toEqual([0, 1])
    expect(newsText(newsOf(comparison, 'inbound', 'Contoso'))).toBe(
      '2 notes newly arrive, in 1 ticket; only staff read them.',
    )
  })

  it('marks tickets whose parts newly stay', () => {
    const comparison = compareWith(data, taking('resolution'), saved)
    expect([...changesByKey(comparison)]).toEqual([['B', '\u22121 note']])
    expect(newParts(comparison, 'B').size).toBe(0)
    expect(newsText(newsOf(comparison, 'inbound', 'Contoso'))).toBe('1 note no longer arrives, in 1 ticket.')
  })

  it('says which tickets change their verdict', () => {
    const comparison = compareWith(data, draft(targetRelationship({ status: null })), saved)
    expect(changesByKey(comparison).get('A')).toContain('was Create')
    expect(newsText(newsOf(comparison, 'inbound', 'Contoso'))).toContain('2 tickets are newly refused.')
  })

  it('names the partner notes leave to', () => {
    const before = sourceRelationship({ commentTypes: ['discussion'] })
    const after = draft(sourceRelationship({ commentTypes: ['internal', 'discussion'] }))
    expect(newsText(newsOf(compareWith(outbound, after, before), 'outbound', 'Litware'))).toBe(
      '1 note newly leaves to Litware, in 1 ticket.',
    )
  })

  it('says that verdicts stay where only parts change', () => {
    expect(newsText(sameVerdicts(compareWith(data, everyType, saved)))).toBe(
      'The tickets themselves fare as before.',
    )
    expect(sameVerdicts(compareWith(data, draft(saved), saved))).toEqual([])
  })

  it('tells parts that customers read from those only staff read', () => {
    const mixed = compareWith(data, everyType, targetRelationship({ commentTypes: [] }))
    expect(newsText(newsOf(mixed, 'inbound', 'Contoso'))).toBe(
      '3 notes newly arrive, in 2 tickets; customers read 1, only staff 2.',
    )
  })

  it('says that tickets get other values where nothing else changes', () => {
    const other = draft(targetRelationship({ status: { id: 32, name: 'In progress' } }))
    const comparison = compareWith(data, other, targetRelationship({ status: { id: 31, name: 'New' } }))
    expect(newsText(newsOf(comparison, 'inbound', 'Contoso'))).toBe('2 tickets get another status.')
    expect(changesByKey(comparison).get('A')).toBe('other status')
  })

  it('says who newly reads a part that goes along as before', () => {
    const gained = { key: 'A', item: 0, kind: 'timeEntry' as const, gained: ['customer' as const], lost: [] }
    const comparison = { verdicts: [], parts: [], readers: [gained], values: [] }
    expect(newsText(newsOf(comparison, 'inbound', 'Contoso'))).toBe(
      '1 time entry is newly read by customers.',
    )
  })

  it('is the same in parts as at once', () => {
    const compare = createComparer(data, everyType, saved)
    const pieces = [compare(0, 1), compare(1, 1)]
    const whole = compareWith(data, everyType, saved)
    expect(joinComparisons(pieces)).toEqual(whole)
  })

  it('has nothing to say when nothing differs', () =>
    expect(newsOf(compareWith(data, draft(saved), saved), 'inbound', 'Contoso')).toEqual([]))
})
