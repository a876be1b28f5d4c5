// Every finding code on configurations and snapshots where it fires and where it does not.
import { describe, expect, test } from 'vitest'
import { type FindingCode, findingSeverities } from '../../../../shared/findings/findingSeverities.ts'
import { findingsOf, isReady } from '../../../../shared/findings/findingsOf.ts'
import { unjudgedCollections } from '../../../../shared/findings/unjudged.ts'
import type { Collections } from '../../../../shared/reference/collections.ts'
import { collectionNames } from '../../../../shared/reference/collectionNames.ts'
import {
  connection,
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../support/relationships.ts'
import { boardCases } from './boardCases.ts'
import { connectionCases } from './connectionCases.ts'
import { contentCases } from './contentCases.ts'
import { peopleCases } from './peopleCases.ts'
import { recordCases } from './recordCases.ts'
import { requiredCases } from './requiredCases.ts'

const now = new Date('2026-11-23T10:00:00Z')
const cases = [
  ...requiredCases,
  ...recordCases,
  ...boardCases,
  ...peopleCases,
  ...contentCases,
  ...connectionCases,
]

describe('find', () => {
  test.each(cases)('$code: $when', ({ code, relationship, reference, app, fields }) => {
    const found = findingsOf({ relationship, reference, now, app }).filter((finding) => finding.code === code)
    expect(found.map(({ field }) => field)).toEqual(fields)
    for (const finding of found) {
      expect(finding).toMatchObject({ severity: findingSeverities[code] })
      expect(finding.message).toMatch(/^\S.*\.$/)
      expect(finding.next).toMatch(/^\S.*\.$/)
    }
  })

  const codes = Object.keys(findingSeverities) as FindingCode[]
  test.each(codes)('%s has a case that fires and one that does not', (code) => {
    const own = cases.filter((one) => one.code === code)
    expect(own.some(({ fields }) => fields.length > 0)).toBe(true)
    expect(own.some(({ fields }) => fields.length === 0)).toBe(true)
  })

  test.each([
    ['target', targetRelationship({ commentTypes: ['discussion'] })],
    ['source', sourceRelationship({ commentTypes: ['discussion'] })],
  ])('a complete %s that fits its snapshot has no findings', (_role, relationship) => {
    expect(findingsOf({ relationship, reference: reference(), now })).toEqual([])
  })

  test('rows with only an id and a name raise nothing', () => {
    const sparse: Collections = {
      companies: [{ id: 250, name: 'Contoso Ltd' }],
      boards: [
        { id: 4, name: 'Help Desk' },
        { id: 5, name: 'Field Work' },
      ],
      statuses: [{ id: 31, name: 'New' }],
      priorities: [{ id: 6, name: 'Priority 3 - Medium' }],
      sources: [{ id: 3, name: 'Email' }],
      members: [{ id: 42 }],
      workRoles: [{ id: 11, name: 'Engineer' }],
      customFields: [{ id: 28 }],
      companyStatuses: [],
    }
    for (const relationship of [sourceRelationship(), targetRelationship()])
      expect(findingsOf({ relationship, reference: reference(sparse), now }).map(({ code }) => code)).toEqual(
        ['resolution-notes-on-invoices'],
      )
  })

  test('a snapshot in which nothing was read to the end raises nothing about records', () => {
    const partial = reference({ companies: [], boards: [], members: [] }, { partial: collectionNames })
    const relationship = sourceRelationship({ commentTypes: ['discussion'] })
    expect(findingsOf({ relationship, reference: partial, now })).toEqual([])
  })

  test('lists errors, then warnings, then infos, each in the order of the form', () => {
    const relationship = sourceRelationship({
      boards: [],
      company: null,
      owner: { id: 42, name: 'Dana' },
      commentTypes: ['internal', 'resolution'],
      timeEntries: { ...timeEntriesOn, defaultMember: null, includeNotes: true },
    })
    expect(findingsOf({ relationship, reference: reference(), now }).map(({ code }) => code)).toEqual([
      'company-required',
      'boards-required',
      'default-board-not-selected',
      'member-required',
      'internal-notes-leave',
      'time-notes-duplicate',
      'reference-renamed',
      'resolution-notes-on-invoices',
    ])
  })

  test('stays one line and readable whatever the names of a file hold', () => {
    const name = `Evil\nname\u202E${'x'.repeat(10_000)}`
    const other = { id: 900, name }
    const override = { site: name, companyId: name }
    const relationships = [
      sourceRelationship(
        { boards: [other], defaultBoard: other, status: { id: 31, name } },
        { partner: name },
      ),
      sourceRelationship({ commentTypes: ['internal'] }, { partner: name }),
      targetRelationship({}, { apiOverride: override }),
      targetRelationship({}, { apiOverride: override, connection: { ...connection, name, ...override } }),
      targetRelationship({
        reverseSync: { ...reverseSyncOn, fieldFilter: { id: 28, caption: name } },
        serviceBoard: { id: 5, name },
      }),
    ]
    const evil = reference({
      statuses: [{ id: 31, name, board: { id: 4, name } }],
      customFields: [{ id: 28, caption: 'Sync', fieldTypeIdentifier: name }],
    })
    const messages = relationships.flatMap((relationship) =>
      [evil, null].flatMap((reference) =>
        findingsOf({ relationship, reference, now }).map(({ message }) => message),
      ),
    )
    expect(messages.filter((message) => message.includes('Evil name')).length).toBeGreaterThan(10)
    for (const message of messages) {
      expect(message).toMatch(/^\S.*\.$/)
      expect(message).not.toMatch(/\p{Bidi_Control}/u)
      expect(message.length).toBeLessThan(800)
    }
  })

  test('names the records it is about', () => {
    const relationship = targetRelationship({ status: { id: 51, name: 'New' } })
    const [first] = findingsOf({ relationship, reference: reference(), now })
    expect(first?.message).toBe('Status “New” belongs to board “Field Work”, not “Help Desk”.')
  })
})

describe('isReady', () => {
  test('holds with warnings and fails with an error', () => {
    const ready = findingsOf({ relationship: targetRelationship(), reference: reference(), now })
    expect(isReady(ready)).toBe(true)
    expect(isReady(findingsOf({ relationship: targetRelationship(), reference: null, now }))).toBe(false)
  })
})

describe('unjudged', () => {
  test('names every collection that is absent or partial', () => {
    expect(unjudgedCollections(reference())).toEqual([])
    expect(unjudgedCollections(null)).toEqual([])
    expect(unjudgedCollections(reference({ sources: undefined }, { partial: ['members'] }))).toEqual([
      'Sources were not read, so the source is not judged.',
      'Members were not read completely: what is missing there may exist all the same.',
    ])
    expect(unjudgedCollections(reference({}, { unreadBoards: [5, 77] }))).toEqual([
      'The statuses of “Field Work”, number 77 may not be read: what is missing there may exist all the same.',
    ])
  })
})
