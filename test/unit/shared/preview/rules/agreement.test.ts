// Findings and preview judge the same settings: what one calls an error of created tickets, the other calls a failure.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FindingCode } from '../../../../../shared/findings/findingSeverities.ts'
import { findingsOf } from '../../../../../shared/findings/findingsOf.ts'
import { prepareInbound } from '../../../../../shared/preview/rules/inbound.ts'
import type { FailReason } from '../../../../../shared/preview/result/previewResult.ts'
import type { Collections } from '../../../../../shared/reference/collections.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'

/** What the preview gives for a finding: its own code, or nothing where no request carries the value. */
const reasonOf: Partial<Record<FindingCode, FailReason | null>> = {
  'status-blocks-time': 'time-entry-not-allowed',
  'default-board-not-selected': null,
  'snapshot-missing': null,
}

const helpDesk = { id: 4, name: 'Help Desk' }
const board = fc.constantFrom(null, helpDesk, { id: 5, name: 'Field Work' }, { id: 900, name: 'Gone' })
const boardId = fc.constantFrom(undefined, 4, 5, 900)
const status = fc.option(fc.record({ id: fc.constantFrom(31, 51, 99), name: fc.constant('New'), boardId }))
const relationship: fc.Arbitrary<Relationship> = fc
  .record({
    company: fc.constantFrom(null, { id: 250, name: 'Contoso Ltd' }),
    status: status.map(
      (chosen) => chosen && { id: chosen.id, name: chosen.name, ...boardOf(chosen.boardId) },
    ),
    priority: fc.constantFrom(null, { id: 6, name: 'Priority 3 - Medium' }),
    board,
    isSource: fc.boolean(),
  })
  .map(({ board, isSource, ...settings }) =>
    isSource
      ? sourceRelationship({ ...settings, defaultBoard: board })
      : targetRelationship({ ...settings, serviceBoard: board }),
  )
const boardOf = (id: number | undefined) => (id === undefined ? {} : { boardId: id })

const flag = fc.constantFrom(true, false, null)
const known = fc
  .record({ deletedFlag: flag, timeEntryLockedFlag: flag, timeEntryNotAllowed: flag, boardId })
  .map(
    ({ deletedFlag, timeEntryLockedFlag, timeEntryNotAllowed, boardId: id }): Partial<Collections> => ({
      companies: [{ id: 250, name: 'Contoso Ltd', deletedFlag }],
      boards: [
        { ...helpDesk, timeEntryLockedFlag },
        { id: 5, name: 'Field Work' },
      ],
      statuses: [{ id: 31, name: 'New', timeEntryNotAllowed, board: id === undefined ? null : { id } }],
    }),
  )
const partial = fc.subarray(['companies', 'boards', 'statuses'] as const)
const snapshot = fc.oneof(
  fc.constant(null),
  fc.tuple(known, partial).map(([collections, partial]) => reference(collections, { partial })),
)

const ticket = {
  key: 'INC1',
  summary: 'Printer offline',
  timeEntries: [{ start: '2026-11-20T09:00:00Z', hours: 1 }],
}

test('findings and preview agree on what ConnectWise would refuse', () => {
  fc.assert(
    fc.property(relationship, snapshot, (relationship, reference) => {
      const errors = findingsOf({ relationship, reference, now: new Date('2026-11-23T10:00:00Z') }).filter(
        ({ severity, field }) => severity === 'error' && !/^(boards|reverseSync)/.test(field),
      )
      const expected = errors.flatMap(({ code }) =>
        reasonOf[code] === undefined ? code : (reasonOf[code] ?? []),
      )
      const { reasons } = prepareInbound({ relationship, reference }).judge(ticket)
      expect(new Set(reasons)).toEqual(new Set<string>(expected))
    }),
    { numRuns: 1000 },
  )
})
