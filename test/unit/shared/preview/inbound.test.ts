// Partner ticket into ConnectWise: verdicts, reasons, warnings and the exact requests.
import { describe, expect, test } from 'vitest'
import { prepareInbound } from '../../../../shared/preview/rules/inbound.ts'
import type { PreviewRequest, PreviewRow } from '../../../../shared/preview/previewResult.ts'
import type { PartnerTicket } from '../../../../shared/preview/sample/sample.ts'
import type { Reference } from '../../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

type Options = { relationship?: Relationship; reference?: Reference | null }

const preview = (changes: Partial<PartnerTicket>, options: Options = {}): PreviewRow => {
  const ticket = { key: 'INC001', summary: 'Printer offline', ...changes }
  const prepared = prepareInbound({
    relationship: targetRelationship(),
    reference: reference(),
    ...options,
  })
  const { key, verdict, reasons, warnings, ...more } = prepared.row(ticket)
  expect(prepared.judge(ticket)).toEqual({ key, verdict, reasons, warnings })
  return { key, verdict, reasons, warnings, ...more }
}

const bodyOf = (request: PreviewRequest | undefined): unknown =>
  request && ('multipart' in request ? request.multipart : request.body)
const ticketBody = (changes: Partial<PartnerTicket>, options: Options = {}) =>
  bodyOf(preview(changes, options).requests[0])

const landed = {
  company: { id: 250 },
  board: { id: 4 },
  status: { id: 31 },
  priority: { id: 6 },
  source: { id: 3 },
  owner: { id: 42 },
}

describe('the new ticket', () => {
  test('carries every value that is set, and nothing else', () => {
    expect(
      preview({
        description: 'Reported by Dana.',
        status: 'Open',
        priority: 'P1',
        requester: { name: 'Mara Lindqvist', email: 'mara@example.test' },
        createdAt: '2026-11-23T10:00:00Z',
      }),
    ).toEqual({
      key: 'INC001',
      verdict: 'create',
      reasons: [],
      warnings: [],
      requests: [
        {
          method: 'POST',
          path: '/service/tickets',
          body: {
            summary: 'Printer offline',
            ...landed,
            contactName: 'Mara Lindqvist',
            contactEmailAddress: 'mara@example.test',
            externalXRef: 'INC001',
            initialDescription: 'Reported by Dana.',
          },
        },
      ],
      items: [],
    })
  })

  test('leaves out what is null, empty or not chosen', () => {
    expect(
      ticketBody(
        { description: ' \n', requester: { name: '', email: null } },
        { relationship: sourceRelationship({ priority: null, source: null, owner: null }) },
      ),
    ).toEqual({
      summary: 'Printer offline',
      company: { id: 250 },
      board: { id: 4 },
      status: { id: 31 },
      externalXRef: 'INC001',
    })
  })

  test('lands on the default board for role source', () => {
    const relationship = sourceRelationship({
      defaultBoard: { id: 5, name: 'Field Work' },
      status: { id: 51, name: 'New', boardId: 5 },
    })
    expect(ticketBody({}, { relationship })).toMatchObject({ board: { id: 5 }, status: { id: 51 } })
  })

  test('keeps a title of 100 characters', () => {
    const summary = 'x'.repeat(100)
    const row = preview({ summary })
    expect(row.warnings).toEqual([])
    expect(bodyOf(row.requests[0])).toEqual({ summary, ...landed, externalXRef: 'INC001' })
  })

  test('cuts a longer title and keeps it in full above the description', () => {
    const summary = `${'x'.repeat(99)}🖨 offline`
    const row = preview({ summary, description: 'Since Monday.' })
    expect(row.warnings).toEqual(['summary-truncated'])
    expect(bodyOf(row.requests[0])).toMatchObject({
      summary: 'x'.repeat(99),
      initialDescription: `${summary}\n\nSince Monday.`,
    })
  })

  test('keeps a cut title where there is no description', () => {
    const summary = 'x'.repeat(101)
    expect(ticketBody({ summary })).toMatchObject({ initialDescription: summary })
  })

  test('shows a title behind a screenful of blanks', () => {
    expect(ticketBody({ summary: `${' '.repeat(120)}Printer` })).toMatchObject({ summary: 'Printer' })
  })

  test.each([
    ['cuts the key', { key: 'k'.repeat(101) }, { externalXRef: 'k'.repeat(100) }],
    ['cuts the contact name', { requester: { name: 'n'.repeat(63) } }, { contactName: 'n'.repeat(62) }],
  ])('%s', (_, changes, expected) => {
    expect(ticketBody(changes)).toMatchObject(expected)
  })

  test('leaves out an e-mail address over 250 characters, and says so', () => {
    const email = (length: number) => `${'e'.repeat(length - 13)}@example.test`
    expect(preview({ requester: { email: email(250) } }).warnings).toEqual([])
    const row = preview({ requester: { name: 'Mara', email: email(251) } })
    expect(row.warnings).toEqual(['contact-email-omitted'])
    expect(bodyOf(row.requests[0])).not.toHaveProperty('contactEmailAddress')
  })
})

describe('a ticket fails', () => {
  const deleted = reference({ companies: [{ id: 250, name: 'Contoso Ltd', deletedFlag: true }] })

  test.each<[string, Partial<PartnerTicket>, Options, string[]]>([
    ['without a summary', { summary: null }, {}, ['summary-missing']],
    ['with an empty summary', { summary: '' }, {}, ['summary-missing']],
    ['with a blank summary', { summary: ' \n\t ' }, {}, ['summary-missing']],
    ['for a deleted company', {}, { reference: deleted }, ['company-deleted']],
    [
      'with a status the snapshot knows on another board',
      {},
      { relationship: targetRelationship({ status: { id: 51, name: 'New', boardId: 4 } }) },
      ['status-not-on-board'],
    ],
    [
      'with a status whose boardId is another board',
      {},
      {
        relationship: targetRelationship({ status: { id: 51, name: 'New', boardId: 5 } }),
        reference: null,
      },
      ['status-not-on-board'],
    ],
    [
      'with a status the snapshot lacks and whose boardId is another board',
      {},
      { relationship: targetRelationship({ status: { id: 99, name: 'New', boardId: 5 } }) },
      ['status-not-on-board'],
    ],
    [
      'with a status of another board where the landing board is gone',
      {},
      { relationship: targetRelationship({ serviceBoard: { id: 900, name: 'Gone' } }) },
      ['status-not-on-board'],
    ],
    [
      'for every required value not chosen',
      { summary: '' },
      {
        relationship: targetRelationship({ company: null, serviceBoard: null, status: null, priority: null }),
      },
      [
        'summary-missing',
        'company-required',
        'service-board-required',
        'status-required',
        'priority-required',
      ],
    ],
    [
      'for every required value of role source not chosen',
      {},
      {
        relationship: sourceRelationship({ company: null, defaultBoard: null, status: null, priority: null }),
      },
      ['company-required', 'default-board-required', 'status-required'],
    ],
  ])('%s', (_, changes, options, reasons) => {
    const row = preview(
      { comments: [{ type: 'public', body: 'Hello' }], attachments: [{ fileName: 'a.txt' }], ...changes },
      options,
    )
    expect(row).toMatchObject({ verdict: 'fail', reasons, requests: [] })
    for (const item of row.items) expect(item).toMatchObject({ verdict: 'stay', reasons, warnings: [] })
  })

  test.each<[string, Options]>([
    ['a deleted company without reference data', { reference: null }],
    [
      'a status of an unknown board',
      {
        relationship: targetRelationship({ status: { id: 99, name: 'New' } }),
      },
    ],
    [
      'a status of a board that is gone',
      {
        relationship: targetRelationship({
          serviceBoard: { id: 900, name: 'Gone' },
          status: { id: 31, name: 'New', boardId: 900 },
        }),
        reference: reference({ statuses: [{ id: 31, timeEntryNotAllowed: true }] }),
      },
    ],
    [
      'collections that were not read to the end',
      {
        reference: reference(
          {
            companies: [{ id: 250, deletedFlag: true }],
            boards: [{ id: 4, timeEntryLockedFlag: true }],
            statuses: [{ id: 31, board: { id: 5 }, timeEntryNotAllowed: true }],
          },
          { partial: ['companies', 'boards', 'statuses'] },
        ),
      },
    ],
  ])('but not for what nobody knows: %s', (_, options) => {
    const entry = { start: '2026-11-20T09:00:00Z', hours: 1 }
    expect(preview({ timeEntries: [entry] }, options).verdict).toBe('create')
  })
})

describe('comments', () => {
  const comments: PartnerTicket['comments'] = [
    { type: 'resolution', author: 'Oskar', body: ' Archive on. \n' },
    { type: 'internal', body: 'Over quota.' },
    { type: 'public', author: 'Mara', body: 'I cannot send.' },
    { type: 'public', body: ' \n ' },
    { type: 'internal', body: null },
  ]

  test('become notes with exactly one flag, in the order of the sample and with their text as it is', () => {
    const { requests } = preview({ comments })
    expect(requests.slice(1)).toEqual([
      {
        method: 'POST',
        path: '/service/tickets/{id}/notes',
        body: { text: ' Archive on. \n', resolutionFlag: true },
      },
      {
        method: 'POST',
        path: '/service/tickets/{id}/notes',
        body: { text: 'I cannot send.', detailDescriptionFlag: true },
      },
    ])
  })

  test('are all listed, sent or not, with who would read them', () => {
    const { items } = preview({ comments })
    expect(items).toEqual([
      {
        kind: 'note',
        label: 'Resolution by Oskar: Archive on.',
        verdict: 'send',
        reasons: [],
        warnings: [],
        audience: ['customer', 'staff', 'invoice'],
      },
      {
        kind: 'note',
        label: 'Internal: Over quota.',
        verdict: 'stay',
        reasons: ['comment-type-not-selected'],
        warnings: [],
        audience: ['staff'],
      },
      {
        kind: 'note',
        label: 'Discussion by Mara: I cannot send.',
        verdict: 'send',
        reasons: [],
        warnings: [],
        audience: ['customer', 'staff'],
      },
      {
        kind: 'note',
        label: 'Discussion: (empty)',
        verdict: 'stay',
        reasons: ['note-empty'],
        warnings: [],
        audience: ['customer', 'staff'],
      },
      {
        kind: 'note',
        label: 'Internal: (empty)',
        verdict: 'stay',
        reasons: ['comment-type-not-selected', 'note-empty'],
        warnings: [],
        audience: ['staff'],
      },
    ])
  })

  test('that name no type are of no selected one, and stay', () => {
    const relationship = targetRelationship({ commentTypes: ['internal', 'discussion', 'resolution'] })
    const row = preview({ comments: [{ type: null, body: 'Hello' }, { body: 'Hi' }] }, { relationship })
    expect(row.requests).toHaveLength(1)
    expect(row.items[0]).toEqual({
      kind: 'note',
      label: 'Comment without a type: Hello',
      verdict: 'stay',
      reasons: ['comment-type-not-selected'],
      warnings: [],
      audience: [],
    })
  })

  test('go as internal notes when internal is selected', () => {
    const relationship = targetRelationship({ commentTypes: ['internal'] })
    expect(preview({ comments }, { relationship }).requests.slice(1).map(bodyOf)).toEqual([
      { text: 'Over quota.', internalAnalysisFlag: true },
    ])
  })

  test('all stay when no comment type is selected, and the ticket is still created', () => {
    const relationship = targetRelationship({ commentTypes: [] })
    const row = preview({ comments }, { relationship })
    expect([row.verdict, row.requests.length]).toEqual(['create', 1])
  })
})

describe('attachments', () => {
  const attachments: PartnerTicket['attachments'] = [
    { fileName: 'log.txt', contentType: 'text/plain', size: 2048 },
    { fileName: 'dump', size: 0, contentType: null },
    {},
  ]

  test('become multipart uploads without anything that is not known', () => {
    const { requests } = preview({ attachments })
    const upload = (title: string, file: object) => ({
      method: 'POST',
      path: '/system/documents',
      multipart: { recordType: 'Ticket', recordId: '{id}', title, file },
    })
    expect(requests.slice(1)).toEqual([
      upload('log.txt', { fileName: 'log.txt', contentType: 'text/plain', size: 2048 }),
      upload('dump', { fileName: 'dump', size: 0 }),
      upload('attachment', { fileName: 'attachment' }),
    ])
  })

  test('stay when they are off', () => {
    const row = preview({ attachments }, { relationship: targetRelationship({ syncAttachments: false }) })
    expect(row.requests).toHaveLength(1)
    expect(row.items[0]).toEqual({
      kind: 'attachment',
      label: 'log.txt, 2 KB',
      verdict: 'stay',
      reasons: ['attachments-off'],
      warnings: [],
      audience: ['customer', 'staff'],
    })
  })
})

test('requests follow the order ticket, notes, attachments, time entries', () => {
  const { requests, items } = preview({
    timeEntries: [{ start: '2026-11-20T09:00:00Z', hours: 1 }],
    attachments: [{ fileName: 'a.txt' }],
    comments: [{ type: 'public', body: 'Hello' }],
  })
  expect(requests.map(({ path }) => path)).toEqual([
    '/service/tickets',
    '/service/tickets/{id}/notes',
    '/system/documents',
    '/time/entries',
  ])
  expect(items.map(({ kind }) => kind)).toEqual(['note', 'attachment', 'timeEntry'])
})
