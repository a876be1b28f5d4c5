// Partner ticket into ConnectWise: verdicts, reasons, warnings and the exact requests.
import { describe, expect, test } from 'vitest'
import type { PartnerTicket } from '../../../../../../shared/preview/sample/sample.ts'
import { sourceRelationship } from '../../../../../support/relationships.ts'
import { type Options, preview, bodyOf } from './inboundPreview.ts'

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
