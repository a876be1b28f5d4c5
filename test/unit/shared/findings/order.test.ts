// The order of findings, what they say of whom, and what other rooms ask them for.
import { describe, expect, test } from 'vitest'
import { raisedCodesOf } from '../../../../shared/findings/raisedCodes.ts'
import { findingSeverities, type FindingCode } from '../../../../shared/findings/findingSeverities.ts'
import { isToChoose } from '../../../../shared/findings/toChoose.ts'
import { unjudgedCollections } from '../../../../shared/findings/unjudged.ts'
import { collectionNames } from '../../../../shared/reference/collectionNames.ts'
import {
  connection,
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../support/relationships.ts'
import { found, messageOf } from './found.ts'

describe('findings of one severity', () => {
  test('stand in the order of the form, whatever rule found them, and what is above the form first', () => {
    const relationship = targetRelationship({ owner: { id: 900, name: 'Gone' }, commentTypes: [] })
    expect(found(relationship).map(({ code }) => code)).toEqual(['owner-unknown', 'comment-types-required'])
    expect(found(targetRelationship({ commentTypes: [] }), null).map(({ code }) => code)).toEqual([
      'snapshot-missing',
      'comment-types-required',
    ])
  })

  test('of one list stand in its order, the tenth after the second', () => {
    const boards = Array.from({ length: 12 }, (_, at) => ({ id: 900 + at, name: `B${at}` }))
    const relationship = sourceRelationship({ boards, defaultBoard: boards[0] ?? null })
    const fields = found(relationship).flatMap(({ code, field }) => (code === 'board-unknown' ? [field] : []))
    expect(fields).toEqual([...boards.map((_, at) => `boards[${at}]`), 'defaultBoard'])
  })
})

test('findings of several rules in one list stand in the order of the list', () => {
  const boards = [4, 5, 6, 900].map((id) => ({ id, name: `B${id}` }))
  const rows = boards.slice(0, 3).map((board) => ({ ...board, inactiveFlag: board.id === 5 }))
  const relationship = sourceRelationship({
    boards: boards.toReversed(),
    defaultBoard: { id: 4, name: 'B4' },
  })
  const errors = found(relationship, reference({ boards: rows })).filter(
    ({ severity }) => severity === 'error',
  )
  expect(errors.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'board-unknown boards[0]',
    'board-inactive boards[2]',
  ])
  const reversed = sourceRelationship({ boards, defaultBoard: { id: 4, name: 'B4' } })
  const others = found(reversed, reference({ boards: rows })).filter(({ severity }) => severity === 'error')
  expect(others.map(({ code }) => code)).toEqual(['board-inactive', 'board-unknown'])
})

test('what stands above the form comes first among its equals', () => {
  const old = { ...reference(), fetchedAt: '2026-10-01T00:00:00Z' }
  const relationship = targetRelationship({ status: { id: 39, name: 'Closed', boardId: 4 } })
  expect(
    found(relationship, old)
      .map(({ code }) => code)
      .slice(0, 2),
  ).toEqual(['snapshot-stale', 'status-closed'])
})

describe('sentences', () => {
  test('name the ConnectWise whose lists are missing, and what of it is not said', () => {
    expect(messageOf('snapshot-missing', targetRelationship(), null)).toBe(
      'There is no reference data of na.myconnectwise.net, company acme.',
    )
    const blank = targetRelationship({}, { connection: { ...connection, site: ' ', companyId: '' } })
    expect(messageOf('snapshot-missing', blank, null)).toBe(
      'There is no reference data of (no site), company (none).',
    )
    expect(messageOf('snapshot-missing', blank)).toBe(
      'The reference data is of na.myconnectwise.net, company acme, not of (no site), company (none).',
    )
  })

  test.each([
    ['Contoso', 'leave to Contoso.'],
    [' ', 'leave to the partner.'],
  ])('name the partner who is called %j', (partner, words) => {
    expect(
      messageOf('internal-notes-leave', sourceRelationship({ commentTypes: ['internal'] }, { partner })),
    ).toContain(words)
    const time = { ...timeEntriesOn, includeNotes: true }
    const withTime = sourceRelationship({ commentTypes: ['discussion'], timeEntries: time }, { partner })
    expect(messageOf('internal-time-notes-leave', withTime)).toContain(
      words.replace('leave to', 'leaves to').replace('.', ' as well.'),
    )
  })

  test('name the parts of an override that are missing, blanks being none', () => {
    const override = (site: string, companyId: string) =>
      messageOf('override-incomplete', targetRelationship({}, { apiOverride: { site, companyId } }))
    expect(override(' ', ' ')).toBe('The API settings are overridden, but this is missing: site, company ID.')
    expect(override('na.myconnectwise.net', '')).toContain('missing: company ID.')
  })
})

test('a company ID is the same whatever its case and the blanks around it', () => {
  const relationship = targetRelationship({}, { connection: { ...connection, companyId: ' ACME ' } })
  expect(messageOf('snapshot-missing', relationship)).toBeUndefined()
})

describe('absent lists', () => {
  const everything = {
    commentTypes: ['discussion' as const],
    timeEntries: { ...timeEntriesOn, includeNotes: true },
  }
  const reverse = {
    ...reverseSyncOn,
    filter: {
      boards: [{ id: 900, name: 'x' }],
      companies: [{ id: 900, name: 'x' }],
      statuses: [{ id: 900, name: 'x' }],
      priorities: [{ id: 900, name: 'x' }],
    },
    fieldFilter: { id: 900, caption: 'x' },
  }
  const gone = { id: 900, name: 'x' }
  const chosen = { company: gone, status: gone, priority: gone, source: gone, owner: gone }
  const content = ['internal-time-notes-leave', 'time-notes-duplicate']

  test.each([
    ['source', sourceRelationship({ ...everything, ...chosen, boards: [gone], defaultBoard: gone })],
    ['target', targetRelationship({ ...everything, ...chosen, serviceBoard: gone, reverseSync: reverse })],
  ])('judge nothing of a %s', (_, relationship) => {
    const none = Object.fromEntries(collectionNames.map((name) => [name, undefined]))
    expect(
      found(relationship, reference(none))
        .map(({ code }) => code)
        .sort(),
    ).toEqual(content)
  })

  test.each(collectionNames)(
    'without %s a complete relationship of either role has nothing found',
    (name) => {
      for (const relationship of [sourceRelationship(everything), targetRelationship(everything)])
        expect(
          found(relationship, reference({ [name]: undefined }))
            .map(({ code }) => code)
            .sort(),
        ).toEqual(content)
    },
  )

  test('are told one by one, boards that may not be read by the first three of them', () => {
    expect(unjudgedCollections(reference({}, { unreadBoards: [4, 5, 6, 7, 8] }))[0]).toContain(
      'The statuses of “Help Desk”, “Field Work”, number 6 and 2 more may not be read',
    )
    expect(unjudgedCollections(reference({ boards: undefined }, { unreadBoards: [4] })).at(-1)).toContain(
      'The statuses of number 4 may',
    )
  })
})

test('other rooms ask for a code anywhere, and for the errors at a field', () => {
  const relationship = targetRelationship({
    status: { id: 900, name: 'Gone', boardId: 4 },
    owner: { id: 901, name: 'Gone' },
    commentTypes: ['resolution'],
  })
  const codes = raisedCodesOf(relationship, reference())
  expect(codes.has('status-unknown')).toBe(true)
  expect(codes.has('status-inactive')).toBe(false)
  expect(codes.errorsAt('status')).toEqual(['status-unknown'])
  expect(codes.errorsAt('owner', 'status', 'company').toSorted()).toEqual(['owner-unknown', 'status-unknown'])
  expect(codes.errorsAt('commentTypes')).toEqual([])
  // The age of a snapshot is nothing of theirs.
  expect(
    raisedCodesOf(relationship, { ...reference(), fetchedAt: '2001-01-01T00:00:00Z' }).has('snapshot-stale'),
  ).toBe(false)
})

test('what is still to choose is every code that says that something is required, and no other', () => {
  const codes = Object.keys(findingSeverities) as FindingCode[]
  expect(codes.filter((code) => isToChoose({ code }))).toEqual(
    codes.filter((code) => code.endsWith('-required')),
  )
})
