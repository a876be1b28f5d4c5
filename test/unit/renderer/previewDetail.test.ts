// One ticket in words: the story, the facts, who reads which part, and the links to settings.
import { describe, expect, it } from 'vitest'
import { besideSettings, fieldLinks, rowText, wordsOf } from '../../../renderer/preview/list/codeWords.ts'
import { createNames } from '../../../renderer/preview/ticket/requests/recordNames.ts'
import { partWords } from '../../../renderer/preview/ticket/partWords.ts'
import { readersOf, staying } from '../../../renderer/preview/ticket/readers.ts'
import { openSession, type Settings } from '../../../renderer/preview/judging/judgingSession.ts'
import { inboundFacts, outboundFacts, storyOf } from '../../../renderer/preview/ticket/story.ts'
import type { PreviewItem } from '../../../shared/preview/result/previewResult.ts'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship, targetRelationship } from '../../support/relationships.ts'

const settings = (relationship: Relationship): Settings => ({
  relationship,
  reference: reference(),
  since: null,
})
const names = (relationship: Relationship) => createNames(relationship, reference())

function detailOf(relationship: Relationship, ticket: PartnerTicket | ServiceTicket) {
  const data =
    'key' in ticket
      ? { flow: 'inbound' as const, tickets: [ticket] }
      : { flow: 'outbound' as const, tickets: [ticket] }
  const detail = openSession(data, settings(relationship)).detail(0)
  if (!detail) throw new Error('The sample has a ticket.')
  return detail
}

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

describe('readers', () => {
  const item = (
    audience: PreviewItem['audience'],
    verdict: PreviewItem['verdict'] = 'send',
  ): PreviewItem => ({
    kind: 'note',
    label: audience.join(),
    verdict,
    reasons: [],
    warnings: [],
    audience,
  })
  const items = [
    item(['customer', 'staff', 'invoice']),
    item(['staff']),
    item(['staff', 'invoice']),
    item(['customer', 'staff'], 'stay'),
    item([]),
  ]

  it('puts each part that goes under its widest audience, once', () => {
    expect(
      readersOf(items).map(({ audience, parts }) => [audience, parts.map(({ item: { label } }) => label)]),
    ).toEqual([
      ['customer', ['customer,staff,invoice']],
      ['staff', ['staff', '']],
      ['invoice', ['staff,invoice']],
    ])
  })

  it('names the others who read it', () =>
    expect(readersOf(items)[0]?.parts[0]?.also).toEqual(['staff', 'invoice']))

  it('keeps what stays apart', () => expect(staying(items)).toEqual([items[3]]))
})

describe('codes', () => {
  it.each([
    [[], [], ''],
    [['summary-missing'], ['summary-truncated'], 'The ticket has no title'],
    [[], ['summary-truncated', 'member-fallback'], 'Title cut · Default member used'],
    [['company-required', 'status-required', 'priority-required'], [], 'No company chosen · 2 more'],
  ] as const)('are said in a row as its reasons, else its warnings', (reasons, warnings, text) =>
    expect(rowText({ verdict: 'fail', reasons, warnings })).toBe(text),
  )

  it('keeps a code it has no words for', () => expect(wordsOf('new-code').sentence).toBe('new-code'))

  it('links each setting once, and none that is linked already', () => {
    const links = fieldLinks(
      ['status-required', 'status-not-on-board'],
      targetRelationship(),
      new Set(['timeEntries.sync']),
    )
    expect(links.get('status-required')).toEqual([{ path: 'status', label: 'Status' }])
    expect(links.get('status-not-on-board')).toEqual([{ path: 'serviceBoard', label: 'Service board' }])
    expect(
      fieldLinks(['time-entries-off'], targetRelationship(), new Set(['timeEntries.sync'])).get(
        'time-entries-off',
      ),
    ).toEqual([])
  })
})

describe('what no setting changes', () => {
  it.each([
    ['not-changed-since-start', 'The start date above the list decides this.'],
    ['not-a-service-ticket', 'No setting changes this: the ticket itself would have to be different.'],
    ['company-required', ''],
    ['summary-truncated', ''],
  ])('%s says so', (code, text) => expect(besideSettings(code, targetRelationship())).toBe(text))
})

describe('the parts of a ticket in words', () => {
  const relationship = targetRelationship({ commentTypes: ['internal', 'discussion'] })
  const wordsFor = (ticket: PartnerTicket | ServiceTicket) =>
    partWords(detailOf(relationship, ticket), relationship)

  it('say what, whose and why for what the partner sends, in the order of its items', () => {
    expect(
      wordsFor({
        key: 'A',
        summary: 'A',
        comments: [
          { type: 'public', author: 'Mara Lindqvist', body: ' Please\ncall ' },
          { type: 'resolution', body: ' ' },
        ],
        attachments: [{ fileName: 'log.txt', size: 2048 }],
        timeEntries: [{ memberEmail: 'oskar@example.test', workRole: 'Engineer', hours: 0.75 }],
      }),
    ).toEqual([
      { title: 'Please call', meta: 'Mara Lindqvist · Discussion', why: 'Discussion is ticked' },
      { title: '(empty)', meta: 'Resolution', why: '' },
      { title: 'log.txt, 2 KB', meta: '', why: 'Sync attachments is on' },
      {
        title: 'Time entry, 0.75 h, Engineer',
        meta: 'oskar@example.test',
        why: 'Sync time entries is on',
      },
    ])
  })

  it('name every type and origin of a ConnectWise note', () => {
    expect(
      wordsFor({
        id: 7,
        summary: 'A',
        notes: [
          { text: 'Both', detailDescriptionFlag: true, internalAnalysisFlag: true, resolutionFlag: true },
          { text: 'Of the parent', noteType: 'TimeEntryNote', ticket: { id: 6 }, mergedFlag: true },
        ],
        documents: [{ title: 'Photo' }],
        timeEntries: [{ member: { identifier: 'dreyes' } }],
      }),
    ).toEqual([
      { title: 'Both', meta: 'Discussion, Internal, Resolution', why: 'Discussion and Internal are ticked' },
      {
        title: 'Of the parent',
        meta: 'without a type · from a time entry · from ticket 6 · merged',
        why: '',
      },
      { title: 'Photo', meta: '', why: 'Sync attachments is on' },
      { title: 'Time entry', meta: 'dreyes', why: 'Sync time entries is on' },
    ])
  })
})
