// The relationships export: the same content gives the same bytes, in the published order.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportRelationships } from '../../../../shared/files/exportRelationships.ts'
import { effective } from '../../../../shared/relationship/effective.ts'
import { connectionRef, draft } from '../../../support/drafts.ts'
import { exportText, exportedAt, reexport } from '../../../support/files.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

describe('exportRelationships', () => {
  test('gives the same bytes after a way through a file, whatever was exported', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(draft, connectionRef), { maxLength: 3 }), (given) => {
        const relationships = given.map(([one, ref], index) => effective(`r${index}`, one, ref))
        const text = exportRelationships(relationships, exportedAt)
        expect(reexport(text)).toBe(text)
      }),
    )
  })

  test('writes the published keys in their order, two blanks deep, with a final newline', () => {
    const text = exportText()
    expect(text.endsWith('}\n')).toBe(true)
    expect(
      text.startsWith(
        '{\n  "kind": "syncwright.relationships",\n  "version": 1,\n  "exportedAt": "2026-11-23T10:00:00Z",\n',
      ),
    ).toBe(true)
    const [relationship] = JSON.parse(text).relationships
    expect(Object.keys(relationship)).toEqual([
      'id',
      'contractName',
      'partner',
      'role',
      'connection',
      'apiOverride',
      'settings',
    ])
    expect(Object.keys(relationship.settings)).toEqual([
      'company',
      'serviceBoard',
      'status',
      'priority',
      'source',
      'owner',
      'commentTypes',
      'syncAttachments',
      'timeEntries',
      'reverseSync',
    ])
  })

  test('a source has boards and a default board, and no reverse sync', () => {
    const [relationship] = JSON.parse(exportText(sourceRelationship())).relationships
    expect(Object.keys(relationship.settings)).toEqual([
      'company',
      'boards',
      'defaultBoard',
      'status',
      'priority',
      'source',
      'owner',
      'commentTypes',
      'syncAttachments',
      'timeEntries',
    ])
  })

  test('sorts relationships and references by id, and drops fractions of a second', () => {
    const boards = [
      { id: 5, name: 'B' },
      { id: 4, name: 'A' },
    ]
    const text = exportRelationships(
      [
        sourceRelationship({ boards }, { id: 'b' }),
        targetRelationship({}, { id: 'B' }),
        targetRelationship({}, { id: 'a' }),
      ],
      new Date('2026-11-23T10:00:00.999Z'),
    )
    const file = JSON.parse(text)
    expect(file.exportedAt).toBe('2026-11-23T10:00:00Z')
    expect(file.relationships.map(({ id }: { id: string }) => id)).toEqual(['B', 'a', 'b'])
    expect(file.relationships[2].settings.boards.map(({ id }: { id: number }) => id)).toEqual([4, 5])
  })

  test('keeps extra names of references behind the known ones, in one order', () => {
    const one = targetRelationship({
      owner: { zeta: 1, id: 42, alpha: { b: 1, a: 2 }, name: 'Dana' },
    })
    const other = targetRelationship({
      owner: { name: 'Dana', alpha: { a: 2, b: 1 }, id: 42, zeta: 1 },
    })
    expect(exportText(one)).toBe(exportText(other))
    expect(Object.keys(JSON.parse(exportText(one)).relationships[0].settings.owner)).toEqual([
      'id',
      'name',
      'alpha',
      'zeta',
    ])
  })
})

test('references have their keys in the published order and more names behind, lists are by id', () => {
  const ref = (id: number) => ({ zone: 'x', name: `N${id}`, identifier: 'i', id, about: { b: 1, a: 2 } })
  const relationship = sourceRelationship({
    company: ref(250),
    boards: [ref(5), ref(4)],
    status: { boardId: 4, name: 'New', id: 31 },
    commentTypes: ['internal', 'discussion'],
    timeEntries: { sync: false },
  })
  const { settings } = JSON.parse(exportRelationships([relationship], exportedAt)).relationships[0]
  expect(JSON.stringify(settings.company)).toBe(
    '{"id":250,"name":"N250","identifier":"i","about":{"a":2,"b":1},"zone":"x"}',
  )
  expect(settings.boards.map(({ id }: { id: number }) => id)).toEqual([4, 5])
  expect(JSON.stringify(settings.status)).toBe('{"id":31,"name":"New","boardId":4}')
  expect(settings.commentTypes).toEqual(['internal', 'discussion'])
  expect(settings.timeEntries).toEqual({ sync: false })
  expect(exportRelationships([sourceRelationship({ boards: [], commentTypes: [] })], exportedAt)).toContain(
    '"boards": [],',
  )
})
