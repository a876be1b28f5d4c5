// Texts that no server takes: half characters and NUL are cleaned before anything is measured, and that is told.
import { expect, test } from 'vitest'
import { prepareInbound } from '../../../../../shared/preview/rules/inbound.ts'
import type { PartnerTicket } from '../../../../../shared/preview/sample/sample.ts'
import { reference, targetRelationship, timeEntriesOn } from '../../../../support/relationships.ts'

const half = '\ud83d'
const preview = (changes: Partial<PartnerTicket>) => {
  const ticket = { key: 'K-1', summary: 'Printer offline', ...changes }
  const prepared = prepareInbound({
    relationship: targetRelationship({ timeEntries: { ...timeEntriesOn, includeNotes: true } }),
    reference: reference(),
  })
  const row = prepared.row(ticket)
  expect(prepared.judge(ticket).warnings).toEqual(row.warnings)
  expect(JSON.stringify(row.requests)).not.toMatch(/\\u0000|\\ud83d/)
  return row
}
const body = (changes: Partial<PartnerTicket>) => {
  const [request] = preview(changes).requests
  return request && 'body' in request ? request.body : undefined
}

test.each<[string, Partial<PartnerTicket>, object]>([
  ['title', { summary: `A${half}\0B` }, { summary: 'A\ufffdB' }],
  ['description', { description: '\0x' }, { initialDescription: 'x' }],
  ['requester', { requester: { name: `\udc00M` } }, { contactName: '\ufffdM' }],
  ['address', { requester: { email: 'm\0@example.test' } }, { contactEmailAddress: 'm@example.test' }],
  ['key', { key: 'K\0-1' }, { externalXRef: 'K-1' }],
])('the %s is cleaned', (_, changes, expected) => {
  expect(body(changes)).toMatchObject(expected)
  expect(preview(changes).warnings).toEqual(['text-cleaned'])
})

test('lengths count what is left', () => {
  const summary = `${'x'.repeat(99)}\0\0\0`
  expect(preview({ summary }).warnings).toEqual(['text-cleaned'])
  expect(body({ summary })).toMatchObject({ summary: 'x'.repeat(99) })
  const email = `${'x'.repeat(250)}\0`
  expect(body({ requester: { email } })).toMatchObject({ contactEmailAddress: 'x'.repeat(250) })
})

test('what is blank without NUL is blank', () => {
  expect(preview({ summary: ' \0 ' }).reasons).toEqual(['summary-missing'])
  const { items } = preview({ comments: [{ type: 'public', body: '\0' }] })
  expect(items[0]).toMatchObject({ verdict: 'stay', reasons: ['note-empty'], warnings: [] })
})

test('parts that go are told, parts that stay are not', () => {
  const { items, requests, warnings } = preview({
    comments: [
      { type: 'public', body: half },
      { type: 'internal', body: half },
    ],
    attachments: [{ fileName: `a${half}.txt`, contentType: 'text/plain' }],
    timeEntries: [
      { memberName: 'dreyes', workRole: 'Engineer', start: '2026-11-20T09:00Z', hours: 1, notes: half },
    ],
  })
  expect(warnings).toEqual(['text-cleaned'])
  expect(items.map((item) => item.warnings.length)).toEqual([1, 0, 1, 1])
  expect(
    requests.slice(1).map((request) => ('body' in request ? request.body : request.multipart)),
  ).toMatchObject([
    { text: '\ufffd' },
    { title: 'a\ufffd.txt', file: { fileName: 'a\ufffd.txt' } },
    { notes: '\ufffd' },
  ])
})

test('a ticket that was judged before is judged by the settings of now', () => {
  const ticket: PartnerTicket = {
    key: 'K-1',
    summary: 'Printer',
    comments: [{ type: 'internal', body: half }],
  }
  const warned = (commentTypes: Parameters<typeof targetRelationship>[0]) =>
    prepareInbound({ relationship: targetRelationship(commentTypes), reference: reference() }).judge(ticket)
      .warnings
  expect(warned({ commentTypes: ['discussion'] })).toEqual([])
  expect(warned({ commentTypes: ['internal'] })).toEqual(['text-cleaned'])
  expect(warned({ commentTypes: ['discussion'] })).toEqual([])
})
