// One ticket told in words, and its facts.
import { describe, expect, it } from 'vitest'
import { createNames } from '../../../../../renderer/preview/ticket/requests/recordNames.ts'
import { inboundFacts, outboundFacts, storyOf } from '../../../../../renderer/preview/ticket/story.ts'
import type { PartnerTicket, ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'
import { detailOf } from './detailOf.ts'

const names = (relationship: Relationship) => createNames(relationship, reference())

const storyText = (relationship: Relationship, ticket: PartnerTicket | ServiceTicket) =>
  storyOf(detailOf(relationship, ticket), relationship, names(relationship))
    .map(({ text }) => text)
    .join('')

const partner: PartnerTicket = {
  key: 'INC1',
  summary: 'Printer offline',
  status: 'Open',
  requester: { name: 'Mara Lindqvist' },
  comments: [
    { type: 'public', body: 'a' },
    { type: 'internal', body: 'b' },
  ],
}

const own: ServiceTicket = {
  id: 7,
  summary: 'Printer',
  board: { id: 4, name: 'Help Desk' },
  company: { id: 250, name: 'Contoso Ltd' },
  status: { id: 32, name: 'In progress' },
  priority: { id: 6, name: 'Priority 3 - Medium' },
}

describe('the story', () => {
  const target = targetRelationship()
  const source = sourceRelationship()

  it.each([
    [
      'a created ticket',
      target,
      partner,
      'Would be created on Help Desk as New, owner Dana Reyes. 2 requests, 1 of 2 parts stays behind.',
    ],
    [
      'a refused ticket',
      target,
      { ...partner, summary: '' },
      'ConnectWise would refuse this ticket, so none of its parts would arrive.',
    ],
    [
      'a refused part',
      target,
      { ...partner, timeEntries: [{ hours: 1 }] },
      'ConnectWise would take the ticket and refuse a part of it.',
    ],
    [
      'a sent ticket',
      source,
      own,
      'Would be sent to Contoso. 1 request; no notes, attachments or time entries.',
    ],
    ['a skipped ticket', source, { ...own, board: null }, 'Would not be sent to Contoso.'],
  ])('tells %s', (_, relationship, ticket, text) => expect(storyText(relationship, ticket)).toBe(text))
})

describe('facts', () => {
  it('say what the partner’s values become', () => {
    const relationship = targetRelationship()
    const { row } = detailOf(relationship, { ...partner, summary: 'x'.repeat(130) })
    expect(
      inboundFacts({ ...partner, summary: 'x'.repeat(130) }, row.requests, names(relationship)).map(
        ({ from, value, note }) => [from, value, note],
      ),
    ).toEqual([
      ['Title', 'x'.repeat(100), 'Cut at 100 of 130'],
      ['Status “Open”', 'New', ''],
      ['Priority', 'Priority 3 - Medium', ''],
      ['Requester', 'Mara Lindqvist', 'As given by the partner'],
    ])
  })

  it('say nothing of a ticket that would not be created', () => {
    const relationship = targetRelationship()
    expect(inboundFacts(partner, [], names(relationship))).toEqual([])
  })

  it('say what keeps a ConnectWise ticket back and what would change on it', () => {
    const relationship = sourceRelationship()
    const kept = { ...own, board: { id: 9, name: 'Other' } }
    const board = outboundFacts(kept, detailOf(relationship, kept), names(relationship))[0]
    expect(board).toMatchObject({ value: 'Other', note: 'Not selected', warn: true })
    const status = outboundFacts(own, detailOf(relationship, own), names(relationship))[2]
    expect(status).toEqual({
      from: 'Status “In progress”',
      to: 'status',
      value: 'New',
      note: 'Changes',
      warn: false,
    })
  })
})
