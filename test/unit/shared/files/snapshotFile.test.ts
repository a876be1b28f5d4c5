// The reference snapshot: sorted rows out, and each bad row named on the way in.
import { describe, expect, test } from 'vitest'
import { exportSnapshot, parseSnapshotFile } from '../../../../shared/files/snapshotFile.ts'
import { collectionNames } from '../../../../shared/reference/collectionNames.ts'
import { snapshotText } from '../../../support/files.ts'
import { snapshot } from '../../../support/relationships.ts'

const changed = (
  change: (file: Record<string, never> & { collections: Record<string, unknown[]> }) => void,
): string => {
  const file = JSON.parse(snapshotText())
  change(file)
  return JSON.stringify(file)
}
const problemsOf = (text: string) => {
  const file = parseSnapshotFile(text)
  return file.ok ? [] : file.problems.map(({ path, message }) => `${path}: ${message}`)
}

describe('exportSnapshot', () => {
  test('gives the same bytes after a way through a file', () => {
    const file = parseSnapshotFile(snapshotText())
    expect(file.ok && exportSnapshot(file.value)).toBe(snapshotText())
  })

  test('sorts rows by id and keeps the published order of members', () => {
    const text = exportSnapshot(
      snapshot({
        sources: [
          { name: 'Phone', id: 9 },
          { name: 'Email', id: 3, defaultFlag: true },
        ],
      }),
    )
    const file = JSON.parse(text)
    expect(Object.keys(file)).toEqual(['kind', 'version', 'connection', 'fetchedAt', 'collections'])
    expect(JSON.stringify(file.collections.sources)).toBe(
      '[{"id":3,"name":"Email","defaultFlag":true},{"id":9,"name":"Phone"}]',
    )
  })

  test('names partial collections at the end', () => {
    expect(exportSnapshot(snapshot({}, { partial: ['members'] }))).toMatch(
      /"partial": \[\n {4}"members"\n {2}\]\n\}\n$/,
    )
  })
})

describe('parseSnapshotFile', () => {
  test('leaves out members the product does not use and collections that are absent', () => {
    const text = changed(({ collections }) => {
      delete collections['members']
      collections['boards'] = [{ id: 4, name: 'Help Desk', location: { id: 1 } }]
    })
    const file = parseSnapshotFile(text)
    expect(file.ok && file.value.collections.members).toBeUndefined()
    expect(file.ok && file.value.collections.boards).toEqual([{ id: 4, name: 'Help Desk' }])
  })

  test.each([
    [
      'a bad row',
      changed(({ collections }) => void (collections['boards'] = [{ id: 4 }, { id: 'x' }])),
      ['collections.boards[1].id: Expected a number, found text.'],
    ],
    [
      'an unknown collection',
      changed(({ collections }) => void (collections['teams'] = [])),
      ['collections.teams: Unknown member.'],
    ],
    [
      'a collection that is no list',
      changed(({ collections }) => void (collections['boards'] = {} as never)),
      ['collections.boards: Expected a list, found an object.'],
    ],
  ])('names the place of %s', (_name, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })

  test.each(collectionNames)('names the place of a bad row of %s', (name) => {
    const text = changed(({ collections }) => void (collections[name] = [{ id: 1 }, null]))
    expect(problemsOf(text)).toEqual([`collections.${name}[1]: Expected an object, found null.`])
  })

  test('names the places of bad rows of several collections, a hundred at most', () => {
    const text = changed(({ collections }) => {
      collections['boards'] = Array.from({ length: 99 }, () => null)
      collections['statuses'] = [null, null, null]
    })
    expect(problemsOf(text).slice(98)).toEqual([
      'collections.boards[98]: Expected an object, found null.',
      'collections.statuses[0]: Expected an object, found null.',
    ])
  })

  test('names the place of an unknown partial collection', () => {
    expect(problemsOf(exportSnapshot(snapshot({}, { partial: ['members', 'teams' as never] })))[0]).toMatch(
      /^partial\[1\]: Expected one of companies, /,
    )
  })

  test('stops counting bad rows at a hundred', () => {
    const rows = Array.from({ length: 100_000 }, () => 0)
    expect(problemsOf(changed(({ collections }) => void (collections['boards'] = rows)))).toHaveLength(100)
  })

  test('refuses a relationships export with its name', () => {
    const file = parseSnapshotFile('{"kind":"syncwright.relationships","version":1}')
    expect(!file.ok && file.error.message).toBe(
      'The file is a relationships export, not a reference snapshot.',
    )
  })
})
