// What holds for every ticket, whatever is in it: generated tickets with any Unicode, nulls, flags, times and sizes.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepareInbound } from '../../../shared/preview/inbound.ts'
import { prepareOutbound } from '../../../shared/preview/outbound.ts'
import type { Judgement, PreviewRow } from '../../../shared/preview/result.ts'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample.ts'
import type { Relationship } from '../../../shared/settings/schema.ts'
import { commentTypes } from '../../../shared/settings/schema.ts'
import { reference, sourceRelationship, targetRelationship } from '../../support/relationships.ts'

const unit = fc.constantFrom('grapheme', 'binary', 'grapheme-ascii')
const words = unit.chain((unit) => fc.string({ unit, maxLength: 180 }))
const text = fc.oneof(words, fc.string({ maxLength: 400 }), fc.constantFrom(null, undefined, '', '  '))
const flag = fc.constantFrom(true, false, null, undefined)
const time = fc.oneof(
  text,
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-11-20T09:00:00Z', '2026-11-20', '2026-11-20T10:00:00+01:00', '0001-01-01'),
)
const hours = fc.option(fc.double())
const ref = (...ids: number[]) => fc.option(fc.record({ id: fc.constantFrom(...ids), name: text }))
const list = <T>(item: fc.Arbitrary<T>) => fc.option(fc.array(item, { maxLength: 5 }))

const partnerTicket: fc.Arbitrary<PartnerTicket> = fc.record(
  {
    key: words,
    summary: fc.oneof(text, fc.constant('Printer offline')),
    description: text,
    requester: fc.option(fc.record({ name: text, email: text })),
    comments: list(
      fc.record({ type: fc.constantFrom('public', 'internal', 'resolution'), author: text, body: text }),
    ),
    attachments: list(fc.record({ fileName: text, size: fc.option(fc.double()), contentType: text })),
    timeEntries: list(
      fc.record({
        memberName: fc.oneof(text, fc.constant('Dana Reyes')),
        memberEmail: text,
        workRole: fc.oneof(text, fc.constant('engineer')),
        start: time,
        end: time,
        hours,
        notes: text,
      }),
    ),
  },
  { requiredKeys: ['key'] },
)

const serviceTicket: fc.Arbitrary<ServiceTicket> = fc.record(
  {
    id: fc.integer(),
    recordType: fc.constantFrom('ServiceTicket', 'ProjectTicket', null, undefined),
    board: ref(4, 5, 9),
    status: ref(31, 32, 39, 51),
    priority: ref(6, 7),
    company: ref(250, 251),
    closedFlag: flag,
    customFields: list(fc.record({ id: fc.constantFrom(27, 28), value: fc.oneof(flag, fc.string()) })),
    _info: fc.option(fc.record({ lastUpdated: time })),
    notes: list(
      fc.record({
        text,
        noteType: fc.constantFrom('TicketNote', 'TimeEntryNote', null),
        detailDescriptionFlag: flag,
        internalAnalysisFlag: flag,
        resolutionFlag: flag,
        mergedFlag: flag,
        ticket: ref(7001),
        member: fc.option(fc.record({ name: text })),
      }),
    ),
    documents: list(fc.record({ title: text, fileName: text, size: fc.option(fc.double()) })),
    timeEntries: list(
      fc.record({ member: fc.option(fc.record({ name: text })), actualHours: hours, notes: text }),
    ),
  },
  { requiredKeys: ['id'] },
)

const settings = fc.record({
  commentTypes: fc.subarray([...commentTypes]),
  syncAttachments: fc.boolean(),
  timeEntries: fc.oneof(
    fc.constant({ sync: false as const }),
    fc.record({
      sync: fc.constant(true as const),
      defaultWorkRole: fc.constantFrom(null, { id: 11, name: 'Engineer' }),
      defaultMember: fc.constantFrom(null, { id: 42, name: 'Dana Reyes' }),
      includeNotes: fc.boolean(),
    }),
  ),
  company: fc.constantFrom(null, { id: 250, name: 'Contoso Ltd' }),
  status: fc.constantFrom(null, { id: 31, name: 'New', boardId: 4 }, { id: 51, name: 'New' }),
})
const relationship: fc.Arbitrary<Relationship> = fc
  .tuple(settings, fc.boolean())
  .map(([changes, source]) => (source ? sourceRelationship(changes) : targetRelationship(changes)))
const known = fc.constantFrom(null, reference())

function expectConsistent(row: PreviewRow, judged: Judgement, good: 'create' | 'send'): void {
  const { key, verdict, reasons, warnings, items } = row
  expect(judged).toEqual({ key, verdict, reasons, warnings })
  expect(verdict === good).toBe(reasons.length === 0)
  expect(new Set(reasons).size).toBe(reasons.length)
  expect(new Set(warnings).size).toBe(warnings.length)
  for (const item of items) {
    expect(item.verdict === 'send').toBe(item.reasons.length === 0)
    expect(warnings).toEqual(expect.arrayContaining([...item.warnings]))
    expect(item.label).not.toBe('')
  }
}

const length = (list: readonly unknown[] | null | undefined): number => list?.length ?? 0
const count = (row: PreviewRow, kind: string): number => row.items.filter((item) => item.kind === kind).length
const sent = (row: PreviewRow): number => row.items.filter(({ verdict }) => verdict === 'send').length

describe('every partner ticket', () => {
  test('gets a consistent row in which each of its parts stands once', () => {
    fc.assert(
      fc.property(relationship, known, partnerTicket, (relationship, reference, ticket) => {
        const { judge, row: rowOf } = prepareInbound({ relationship, reference })
        const row = rowOf(ticket)
        expectConsistent(row, judge(ticket), 'create')
        expect(count(row, 'note')).toBe(length(ticket.comments))
        expect(count(row, 'attachment')).toBe(length(ticket.attachments))
        expect(count(row, 'timeEntry')).toBe(length(ticket.timeEntries))
        expect(row.requests.length).toBe(row.requests.length === 0 ? 0 : 1 + sent(row))
      }),
    )
  })

  test('gets a summary of at most 100 units that begins its title and halves no character', () => {
    fc.assert(
      fc.property(words, (summary) => {
        const { row } = prepareInbound({ relationship: targetRelationship(), reference: null })
        const [request] = row({ key: 'K', summary }).requests
        const cut =
          request && 'body' in request && 'summary' in request.body ? request.body.summary : undefined
        if (summary.trim() === '') expect(cut).toBeUndefined()
        else {
          expect(summary.trimStart()).toContain(String(cut).trimStart())
          expect(String(cut).length).toBeLessThanOrEqual(100)
          if (summary.isWellFormed()) expect(String(cut).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('every ConnectWise ticket gets a consistent row in which each of its parts stands once', () => {
  fc.assert(
    fc.property(
      relationship,
      known,
      fc.option(time),
      serviceTicket,
      (relationship, reference, since, ticket) => {
        const { judge, row: rowOf } = prepareOutbound({ relationship, reference, since: since ?? null })
        const row = rowOf(ticket)
        expectConsistent(row, judge(ticket), 'send')
        expect(count(row, 'note')).toBe(length(ticket.notes))
        expect(count(row, 'attachment')).toBe(length(ticket.documents))
        expect(count(row, 'timeEntry')).toBe(length(ticket.timeEntries))
        if (row.verdict === 'skip') expect([sent(row), row.warnings, row.requests]).toEqual([0, [], []])
      },
    ),
  )
})
