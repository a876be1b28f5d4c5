// What holds for every ticket, whatever is in it: generated tickets with any Unicode, nulls, flags, times and sizes.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepareInbound } from '../../../../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../../../../shared/preview/rules/outbound.ts'
import type { Judgement, PreviewRow } from '../../../../../shared/preview/result/previewResult.ts'
import { type Relationship, commentTypes } from '../../../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'
import { partnerTicket, serviceTicket, time, words } from '../../../../support/tickets.ts'

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
        const title = summary.toWellFormed().replaceAll('\0', '')
        if (title.trim() === '') expect(cut).toBeUndefined()
        else {
          expect(title.trimStart()).toContain(String(cut).trimStart())
          expect(String(cut).length).toBeLessThanOrEqual(100)
          expect(String(cut).isWellFormed()).toBe(true)
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
