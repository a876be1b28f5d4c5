// The made-up sync service and `Verify`: a faultless run is as expected, and each mistake is named, and nothing else.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySync, idleMistakes } from '../../../../../main/demo/sync/applySync.ts'
import { sampleLibrary } from '../../../../../shared/preview/library/library.ts'
import type { PartnerTicket } from '../../../../../shared/preview/sample/sample.ts'
import type { Tickets } from '../../../../../shared/preview/sample/tickets.ts'
import {
  mistakesOf,
  type SyncMistake,
  syncMistakeNames,
  syncMistakes,
} from '../../../../../shared/preview/verify/syncMistakes.ts'
import { verifySample } from '../../../../../shared/preview/verify/verify.ts'
import { verifyResultSchema } from '../../../../../shared/preview/verify/verifyResult.ts'
import { indexReference } from '../../../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import {
  reference,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../../support/relationships.ts'
import { partnerTickets, serviceTickets, snapshots } from '../../../../support/secondReading/given.ts'
import { relationships } from '../../../../support/secondReading/givenSettings.ts'

const known = reference()
const at = '2026-11-23T10:00:00Z'

function verified(
  relationship: Relationship,
  sample: Tickets,
  mistakes: readonly SyncMistake[] = [],
  given: ReturnType<typeof reference> | null = known,
) {
  const world = { reference: given, nextId: 9001, at, member: 'SyncService' }
  const actual = applySync(world, relationship, sample, mistakes)
  const result = verifySample({ relationship, reference: given, sample, actual, since: at, wholeBoard: true })
  expect(verifyResultSchema.parse(result)).toEqual(result)
  return result
}

const everything = {
  commentTypes: ['internal', 'discussion', 'resolution'] as const,
  timeEntries: { ...timeEntriesOn, includeNotes: true },
}
const wide = { ...everything, commentTypes: [...everything.commentTypes] }
const narrow = { commentTypes: ['discussion' as const], syncAttachments: false }
const configurations: Relationship[] = [
  targetRelationship(wide),
  targetRelationship(narrow),
  targetRelationship({ ...narrow, timeEntries: { sync: false } }),
  targetRelationship({ company: null }),
  sourceRelationship(wide),
  sourceRelationship(narrow),
]
/** One in which everything goes, one in which most stays. */
const pairedConfigurations = [targetRelationship(wide), targetRelationship(narrow)]
const samplesOf = (relationship: Relationship): Tickets[] => {
  const { inbound, outbound } = sampleLibrary(relationship, known)
  return [
    { flow: 'inbound', tickets: inbound.map(({ ticket }) => ticket) },
    { flow: 'outbound', tickets: outbound.map(({ ticket }) => ticket) },
  ]
}

describe('a faultless run', () => {
  test.each(configurations)('is as expected for every ticket of the sample library', (relationship) => {
    for (const sample of samplesOf(relationship)) {
      const { rows, extra } = verified(relationship, sample)
      expect(rows.filter(({ state }) => state !== 'as-expected')).toEqual([])
      expect(extra).toEqual([])
    }
  })

  test('is as expected for random tickets under random settings, those that fail included', () => {
    const numbered = fc
      .array(partnerTickets, { maxLength: 5 })
      .map((tickets): PartnerTicket[] => tickets.map((ticket, index) => ({ ...ticket, key: `T-${index}` })))
    fc.assert(
      fc.property(
        relationships,
        snapshots,
        numbered,
        fc.array(serviceTickets, { maxLength: 5 }),
        (relationship, snapshot, partners, tickets) => {
          const given = snapshot && indexReference(snapshot)
          const services = tickets.map((ticket, index) => ({ ...ticket, id: 7000 + index }))
          for (const sample of [
            { flow: 'inbound' as const, tickets: partners },
            { flow: 'outbound' as const, tickets: services },
          ]) {
            const { rows, summary } = verified(relationship, sample, [], given)
            expect(rows.flatMap(({ differences }) => differences)).toEqual([])
            expect(summary).toMatchObject({ 'as-expected': sample.tickets.length, extra: 0 })
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('a mistake of the service', () => {
  test.each(syncMistakeNames)('%s is named by its code and by nothing else', (mistake) => {
    const { code } = syncMistakes[mistake]
    const told = configurations.flatMap((relationship) =>
      samplesOf(relationship).flatMap((sample) => {
        const { rows } = verified(relationship, sample, [mistake])
        return rows.flatMap(({ state, differences }) => [
          ...differences.map((difference) => difference.code),
          ...(state === 'missing' || state === 'ambiguous' ? [state] : []),
        ])
      }),
    )
    expect(new Set<string>(told)).toEqual(new Set([code]))
  })

  test('is offered for the tickets it can happen to alone: those that are sent only get a status and a priority', () => {
    const relationship = sourceRelationship()
    const tickets = sampleLibrary(relationship, known).outbound.map(({ ticket }) => ticket)
    const sent: Tickets = {
      flow: 'outbound',
      tickets: tickets.map((ticket) => ({ ...ticket, priority: { id: 99 } })),
    }
    const world = { reference: known, nextId: 9001, at, member: 'SyncService' }
    const happens = (name: SyncMistake) => idleMistakes(world, relationship, sent, [name]).length === 0
    expect(syncMistakeNames.filter(happens)).toEqual(mistakesOf('outbound'))
    expect(mistakesOf('inbound')).toEqual(syncMistakeNames)
  })

  test('without occasion in settings and sample is told, so that a clean result is no surprise', () => {
    const keepsInternal = targetRelationship({ commentTypes: ['discussion'] })
    const tickets = [
      { key: 'K', summary: 'Title', comments: [{ type: 'internal' as const, body: 'For us.' }] },
    ]
    const made = ['internal-as-discussion', 'unselected-notes-sent'] as const
    const world = { reference: known, nextId: 9001, at, member: 'SyncService' }
    expect(idleMistakes(world, keepsInternal, { flow: 'inbound', tickets }, made)).toEqual([
      'internal-as-discussion',
    ])
    const sendsAll = targetRelationship({ commentTypes: ['discussion'], syncAttachments: true })
    const odd = [
      {
        key: 'K',
        summary: 'Title',
        description: 'D',
        attachments: [{ fileName: ' ' }, { fileName: 'a\0b' }],
      },
      { key: 'L', summary: 'Title', timeEntries: [{ start: 'noon', hours: 1 }] },
    ]
    const idle = ['attachments-sent', 'notes-lost', 'time-sent'] as const
    expect(idleMistakes(world, sendsAll, { flow: 'inbound', tickets: odd }, idle)).toEqual(idle)
  })

  test.each(syncMistakeNames)(
    '%s and any other at once are named by their two codes and by nothing else',
    (one) => {
      for (const other of syncMistakeNames.slice(syncMistakeNames.indexOf(one) + 1))
        for (const relationship of pairedConfigurations) {
          const [inbound] = samplesOf(relationship)
          const { rows } = verified(relationship, inbound ?? { flow: 'inbound', tickets: [] }, [one, other])
          const told = rows.flatMap(({ state, differences }) => [
            ...differences.map(({ code }) => code),
            ...(state === 'missing' || state === 'ambiguous' ? [state] : []),
          ])
          const allowed: readonly string[] = [syncMistakes[one].code, syncMistakes[other].code]
          expect(
            told.filter((code) => !allowed.includes(code)),
            `with ${other}`,
          ).toEqual([])
        }
    },
  )
})
