// The sample library shows every rule, and its requests are written down line by line in the golden files.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sampleLibrary } from '../../../../../shared/preview/library/library.ts'
import { previewSample } from '../../../../../shared/preview/preview.ts'
import {
  type PreviewResult,
  failReasons,
  fallbackErrors,
  patchErrors,
  previewWarnings,
  skipReasons,
  stayReasons,
  ticketErrors,
} from '../../../../../shared/preview/result/previewResult.ts'
import { partnerTicketSchema, serviceTicketSchema } from '../../../../../shared/preview/sample/sample.ts'
import {
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../../support/relationships.ts'

const withNotes = { ...timeEntriesOn, includeNotes: true }
const target = targetRelationship({
  timeEntries: withNotes,
  reverseSync: { ...reverseSyncOn, fieldFilter: { id: 28, caption: 'Sync to partner' } },
})
const source = sourceRelationship({ timeEntries: withNotes })
const known = reference()

const inbound = (relationship = target): PreviewResult =>
  previewSample({
    flow: 'inbound',
    relationship,
    reference: known,
    tickets: sampleLibrary(relationship, known).inbound.map(({ ticket }) => ticket),
  })
const outbound = (relationship: typeof target | typeof source): PreviewResult =>
  previewSample({
    flow: 'outbound',
    relationship,
    reference: known,
    since: '2026-11-01',
    tickets: sampleLibrary(relationship, known).outbound.map(({ ticket }) => ticket),
  })

/** A row as the golden file holds it: verdict, codes and requests. */
const essence = ({ rows }: PreviewResult): unknown =>
  rows.map(({ key, verdict, reasons, warnings, requests }) => ({ key, verdict, reasons, warnings, requests }))

const golden = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8'))

describe('the library', () => {
  test.each([
    ['inbound', inbound()],
    ['outbound-source', outbound(source)],
    ['outbound-target', outbound(target)],
  ])('leads to the %s requests written down', (name, result) => {
    expect(essence(result)).toEqual(golden(name))
  })

  test('has a purpose and a key of its own for every ticket, and fits the sample format', () => {
    const library = sampleLibrary(target, null)
    for (const entries of [library.inbound, library.outbound]) {
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
      expect(entries.every(({ purpose }) => purpose.length > 0)).toBe(true)
    }
    for (const { ticket } of library.inbound) expect(partnerTicketSchema.parse(ticket)).toEqual(ticket)
    for (const { ticket } of library.outbound) expect(serviceTicketSchema.parse(ticket)).toEqual(ticket)
  })

  test('begins with a ticket that goes through', () => {
    expect(inbound().rows[0]?.verdict).toBe('create')
    expect(outbound(source).rows[0]?.verdict).toBe('send')
    expect(outbound(target).rows[0]?.verdict).toBe('send')
  })

  test('shows what a ticket alone can cause', () => {
    const rows = [...inbound().rows, ...outbound(source).rows, ...outbound(target).rows]
    const seen = new Set<string>(
      rows.flatMap(({ reasons, warnings, items }) => [
        ...reasons,
        ...warnings,
        ...items.flatMap((item) => item.reasons),
      ]),
    )
    const bySettings = new Set<string>([
      'reverse-sync-off',
      'status-filtered',
      'priority-filtered',
      'attachments-off',
      'time-entries-off',
      'status-missing-on-board',
      'time-entry-not-allowed',
      'member-ambiguous',
      'reference-not-read',
      'board-may-lock-time',
      'time-notes-reach-customer',
      ...ticketErrors,
      ...fallbackErrors,
      ...patchErrors,
    ])
    const all = [...skipReasons, ...failReasons, ...stayReasons, ...previewWarnings]
    expect(all.filter((code) => !seen.has(code) && !bySettings.has(code))).toEqual([])
  })
})

test('counts both verdicts of a flow, also of an empty sample', () => {
  expect(inbound().summary).toEqual({ create: 16, fail: 5 })
  const nothing = { relationship: source, reference: null, tickets: [] }
  expect(previewSample({ ...nothing, flow: 'inbound' })).toEqual({
    flow: 'inbound',
    summary: { create: 0, fail: 0 },
    notRead: [],
    rows: [],
  })
  expect(previewSample({ ...nothing, flow: 'outbound', since: null }).summary).toEqual({ send: 0, skip: 0 })
})
