// Draft and effective form belong together: what counts survives the way to a file and back, what is hidden does not count.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsOf } from '../../../../shared/findings/findingsOf.ts'
import { previewSample } from '../../../../shared/preview/preview.ts'
import { diffRelationships } from '../../../../shared/relationship/diffRelationships.ts'
import { draftOf, effective } from '../../../../shared/relationship/effective.ts'
import { relationshipSchema } from '../../../../shared/relationship/relationship.ts'
import { connectionRef, draft } from '../../../support/drafts.ts'
import { connection, reference } from '../../../support/relationships.ts'

describe('effective', () => {
  test('is the same again after a way back to a draft', () => {
    fc.assert(
      fc.property(draft, connectionRef, (given, ref) => {
        const once = effective('a', given, ref)
        expect(effective('a', draftOf(once, given.connectionId), ref)).toEqual(once)
        expect(effective('a', draftOf(once, given.connectionId, given.settings), ref)).toEqual(once)
      }),
    )
  })

  test('is what the schema of its role accepts', () => {
    fc.assert(
      fc.property(draft, connectionRef, (given, ref) => {
        const relationship = effective('a', given, ref)
        expect(relationshipSchema.parse(relationship)).toEqual(relationship)
      }),
    )
  })

  test('keeps hidden values in the draft and out of what counts', () => {
    fc.assert(
      fc.property(draft, (given) => {
        const { settings } = effective('a', given, connection)
        expect('boards' in settings).toBe(given.role === 'source')
        expect('serviceBoard' in settings).toBe(given.role === 'target')
        expect('defaultMember' in settings.timeEntries).toBe(given.settings.timeEntries.sync)
      }),
    )
  })

  test('never makes findings, comparison or preview fail', () => {
    fc.assert(
      fc.property(draft, fc.boolean(), (given, hasReference) => {
        const relationship = effective('a', given, connection)
        const known = hasReference ? reference() : null
        const findings = findingsOf({ relationship, reference: known, now: new Date('2026-11-23T10:00:00Z') })
        expect(findings.every(({ message, next }) => message !== '' && next !== '')).toBe(true)
        expect(diffRelationships(relationship, relationship)).toEqual([])
        const tickets = [
          { key: 'INC1', summary: 'Printer', comments: [{ type: 'internal' as const, body: 'x' }] },
        ]
        expect(previewSample({ relationship, reference: known, flow: 'inbound', tickets }).rows).toHaveLength(
          1,
        )
        const own = [{ id: 7, board: { id: 4 }, company: { id: 250 } }]
        const outbound = {
          relationship,
          reference: known,
          flow: 'outbound' as const,
          tickets: own,
          since: null,
        }
        expect(previewSample(outbound).rows).toHaveLength(1)
      }),
    )
  })
})
