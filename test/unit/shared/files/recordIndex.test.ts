// The rows of a snapshot as records: found by id, identifier and folded name, and what a picker would offer.
import { describe, expect, test } from 'vitest'
import { closestTo, indexRecords, recordsOf } from '../../../../shared/files/recordIndex.ts'
import { collectionNames } from '../../../../shared/reference/collectionNames.ts'
import { snapshot } from '../../../support/relationships.ts'

type Board = { id: number; name: string; inactiveFlag: boolean }
const board = (id: number, name: string, offered = true): Board => ({ id, name, inactiveFlag: !offered })
const offeredIds = (find: ReturnType<typeof recordsOf>, collection: Parameters<typeof find>[0]) =>
  find(collection)
    .all.filter(({ offered }) => offered)
    .map(({ id }) => id)

describe('recordsOf', () => {
  test('has nothing, and knows it, without a snapshot', () => {
    const find = recordsOf(null)
    for (const name of collectionNames) expect(find(name)).toMatchObject({ complete: false, all: [] })
  })

  test.each([
    ['read to the end', snapshot(), true],
    ['partial', snapshot({}, { partial: ['members'] }), false],
    ['absent', { ...snapshot(), collections: {} }, false],
  ])('says of a collection that is %s whether it is complete', (_, from, complete) => {
    expect(recordsOf(from)('members').complete).toBe(complete)
    expect(recordsOf(from)('boards').complete).toBe(from.collections.boards !== undefined)
  })

  test('finds a member by id, identifier and full name, whatever accents and case', () => {
    const members = recordsOf(snapshot())('members')
    expect(members.byId.get(43)).toEqual({
      id: 43,
      name: 'Élodie Brandt',
      identifier: 'ebrandt',
      board: null,
      offered: true,
    })
    expect(members.byName.get('elodie brandt')?.map(({ id }) => id)).toEqual([43])
    expect(members.byIdentifier.get('ebrandt')?.map(({ id }) => id)).toEqual([43])
  })

  test('keeps all records of one name, and none under an empty one', () => {
    const statuses = recordsOf(snapshot())('statuses')
    expect(statuses.byName.get('new')?.map(({ id, board }) => [id, board?.id])).toEqual([
      [31, 4],
      [51, 5],
    ])
    const companies = recordsOf(snapshot({ companies: [{ id: 1 }, { id: 2, name: '', identifier: '' }] }))(
      'companies',
    )
    expect(companies.all).toHaveLength(2)
    expect([...companies.byName.keys(), ...companies.byIdentifier.keys()]).toEqual([])
  })

  test('offers what a picker does', () => {
    const find = recordsOf(
      snapshot({
        companies: [
          { id: 1, name: 'a', status: { id: 1 } },
          { id: 2, name: 'b', deletedFlag: true },
          { id: 3, name: 'c', status: { id: 2 } },
          { id: 4, name: 'd', status: { id: 3 } },
          { id: 5, name: 'e', status: null },
        ],
        companyStatuses: [{ id: 1 }, { id: 2, inactiveFlag: true }, { id: 3, disallowSavingFlag: true }],
        boards: [{ id: 1 }, { id: 2, inactiveFlag: true }, { id: 3, projectFlag: true }],
        statuses: [{ id: 1 }, { id: 2, inactive: true }],
        members: [{ id: 1 }, { id: 2, inactiveFlag: true }],
        workRoles: [{ id: 1 }, { id: 2, inactiveFlag: true }],
        customFields: [
          { id: 1, fieldTypeIdentifier: 'Checkbox' },
          { id: 2, fieldTypeIdentifier: 'Text' },
          { id: 3 },
          { id: 4, fieldTypeIdentifier: 'CHECKBOX' },
        ],
        priorities: [{ id: 1 }],
        sources: [{ id: 1 }],
      }),
    )
    expect(offeredIds(find, 'companies')).toEqual([1, 5])
    expect(offeredIds(find, 'customFields')).toEqual([1, 4])
    for (const name of ['boards', 'statuses', 'members', 'workRoles', 'priorities', 'sources'] as const)
      expect(offeredIds(find, name)).toEqual([1])
  })

  test('says the same when it gives way between its steps', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => ({ id: index, name: `Company ${index % 700}` }))
    let ways = 0
    const find = await indexRecords(snapshot({ companies: many }), async () => void (ways += 1))
    expect(ways).toBe(2)
    const atOnce = recordsOf(snapshot({ companies: many }))('companies')
    expect(find('companies').all).toEqual(atOnce.all)
    for (const name of atOnce.byName.keys())
      expect(find('companies').byName.get(name)).toEqual(atOnce.byName.get(name))
    expect(find('boards').all).toEqual(recordsOf(snapshot())('boards').all)
  })

  test('indexes step by step the list it is told to', async () => {
    const boards = Array.from({ length: 1000 }, (_, index) => board(index, `Board ${index}`))
    let ways = 0
    const find = await indexRecords(snapshot({ boards }), async () => void (ways += 1), 'boards')
    expect(ways).toBe(2)
    expect(
      find('boards')
        .byName.get('board 999')
        ?.map(({ id }) => id),
    ).toEqual([999])
    expect(find('companies').all).toEqual(recordsOf(snapshot())('companies').all)
  })

  test('keeps three records of one name in the order they came in', () => {
    const sources = [7, 3, 5].map((id) => ({ id, name: id === 5 ? 'E-MAIL' : 'E-Mail' }))
    const { byName } = recordsOf(snapshot({ sources }))('sources')
    expect(byName.get('e-mail')?.map(({ id }) => id)).toEqual([7, 3, 5])
    expect([...byName.keys()]).toEqual(['e-mail'])
  })

  test('reads each collection once', () => {
    const find = recordsOf(snapshot())
    expect(find('boards')).toBe(find('boards'))
  })
})

describe('closestTo', () => {
  test.each([
    ['Help Desk', [board(1, 'Help Desk East'), board(2, 'Field')], 1],
    ['Help Desk', [board(1, 'Desk'), board(2, 'Help-Desk, new')], 2],
    ['Büro Süd', [board(1, 'BURO sud')], 1],
    ['Help Desk', [board(1, 'Help Desk', false), board(2, 'Desk Help')], 2],
    ['Desk', [board(1, 'Help Desk'), board(2, 'Field Desk')], 1],
  ])('%s', (name, boards, id) =>
    expect(closestTo(name, recordsOf(snapshot({ boards }))('boards'))?.id).toBe(id),
  )

  test.each([
    ['Help Desk', [board(1, 'Help Centre East')]],
    ['Help Desk', [board(1, 'Help Desk', false)]],
    ['', [board(1, '')]],
    ['Help', []],
  ])('%s has none', (name, boards) =>
    expect(closestTo(name, recordsOf(snapshot({ boards }))('boards'))).toBeNull(),
  )

  test('only what fits is meant', () => {
    const { byName } = recordsOf(snapshot({ boards: [board(1, 'Help Desk'), board(2, 'Help Desk')] }))(
      'boards',
    )
    expect(closestTo('Help Desk', { byName }, ({ id }) => id === 2)?.id).toBe(2)
  })
})

test('a record says what its row says, and no more', () => {
  const find = recordsOf(
    snapshot({
      boards: undefined,
      members: undefined,
      companies: [{ id: 1, name: 'Contoso' }],
      statuses: [
        { id: 2, name: 'New', board: { id: 4 } },
        { id: 3, name: 'Old', inactive: true },
      ],
    }),
  )
  expect([find('boards').all, find('members').all]).toEqual([[], []])
  expect(find('companies').all).toEqual([
    { id: 1, name: 'Contoso', identifier: null, board: null, offered: true },
  ])
  expect(find('statuses').all).toEqual([
    { id: 2, name: 'New', identifier: null, board: { id: 4, name: '' }, offered: true },
    { id: 3, name: 'Old', identifier: null, board: null, offered: false },
  ])
})

test('lists indexed beforehand hold the same as those indexed when they are asked for', async () => {
  let breaths = 0
  const given = snapshot()
  const find = await indexRecords(given, async () => void (breaths += 1))
  for (const name of collectionNames) {
    expect(find(name).all).toEqual(recordsOf(given)(name).all)
    expect([...find(name).byName.keys()]).toEqual([...recordsOf(given)(name).byName.keys()])
  }
  expect(find('companies')).toBe(find('companies'))
})

test('the closest name shares whole words, and not only letters', () => {
  const { byName } = recordsOf(
    snapshot({
      sources: [
        { id: 1, name: 'Mail' },
        { id: 2, name: 'E-Mail Connector' },
        { id: 3, name: 'Mailbox' },
      ],
    }),
  )('sources')
  expect(closestTo('Mail Connector', { byName })?.id).toBe(2)
  expect(closestTo('Mailb', { byName })).toBeNull()
  expect(closestTo('box', { byName })).toBeNull()
})
