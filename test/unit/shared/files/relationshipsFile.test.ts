// Reading a relationships export: everything unusable is refused with a sentence and its places.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../../shared/files/text/decodeText.ts'
import { exportRelationships } from '../../../../shared/files/exportRelationships.ts'
import { parseRelationshipsFile } from '../../../../shared/files/relationshipsFile.ts'
import { exportText, exportedAt, reexport, withSetting } from '../../../support/files.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const problemsOf = (text: string) => {
  const file = parseRelationshipsFile(text)
  return file.ok ? [] : file.problems.map(({ path, message }) => `${path}: ${message}`)
}
const codeOf = (text: string) => {
  const file = parseRelationshipsFile(text)
  return file.ok ? 'ok' : file.error.code
}
const messageOf = (text: string) => {
  const file = parseRelationshipsFile(text)
  return file.ok ? '' : file.error.message
}

describe('parseRelationshipsFile', () => {
  test('accepts an unfinished configuration', () => {
    const unfinished = sourceRelationship({
      company: null,
      boards: [],
      defaultBoard: null,
      status: null,
      priority: null,
    })
    expect(codeOf(exportText(unfinished))).toBe('ok')
  })

  test('accepts and drops what a closed gate hides', () => {
    const text = withSetting('timeEntries', { sync: false, defaultMember: 'anything', includeNotes: 3 })
    const file = parseRelationshipsFile(text)
    expect(file.ok && file.value.relationships[0]?.settings.timeEntries).toEqual({ sync: false })
  })

  test('reads comment types in any order and keeps one', () => {
    const file = parseRelationshipsFile(withSetting('commentTypes', ['resolution', 'internal', 'resolution']))
    expect(file.ok && file.value.relationships[0]?.settings.commentTypes).toEqual(['internal', 'resolution'])
  })

  test('takes null for absent where a reference may carry more than id and name', () => {
    const without = withSetting('status', { id: 31, name: 'New' })
    expect(reexport(withSetting('status', { id: 31, name: 'New', boardId: null }))).toBe(reexport(without))
    const owner = { id: 42, name: 'Dana Reyes' }
    expect(reexport(withSetting('owner', { ...owner, identifier: null }))).toBe(
      reexport(withSetting('owner', owner)),
    )
  })

  test.each(['contractName', 'partner'])('names a %s that is longer than the store keeps', (name) => {
    const long = targetRelationship({}, { [name]: 'x'.repeat(2001) })
    expect(problemsOf(exportText(long))).toEqual([
      `relationships[0].${name}: Must be at most 2000 characters.`,
    ])
    expect(codeOf(exportText(targetRelationship({}, { [name]: 'x'.repeat(2000) })))).toBe('ok')
  })

  test('reads a file with a byte order mark', () => {
    expect(codeOf(`\uFEFF${exportText()}`)).toBe('ok')
  })

  test.each([
    ['an empty file', '', 'file-damaged', 'The file is empty.'],
    ['blanks only', ' \n\t', 'file-damaged', 'The file is empty.'],
    [
      'a cut file',
      exportText().slice(0, 500),
      'file-damaged',
      'The file is not JSON: line 19, column 6: it ends too early: the file was cut.',
    ],
    ['a list', '[]', 'file-foreign', 'The file is not a relationships export of Syncwright.'],
    ['null', 'null', 'file-foreign', 'The file is not a relationships export of Syncwright.'],
    [
      'a foreign kind',
      '{"kind":"toString","version":1}',
      'file-foreign',
      'The file is not a relationships export of Syncwright.',
    ],
    [
      'another of our kinds',
      '{"kind":"syncwright.reference","version":1}',
      'file-foreign',
      'The file is a reference snapshot, not a relationships export.',
    ],
    [
      'a newer version',
      '{"kind":"syncwright.relationships","version":2}',
      'file-too-new',
      'The file has version 2; this Syncwright reads relationships exports up to version 1.',
    ],
    [
      'a file too large',
      `"${'x'.repeat(17_000_000)}"`,
      'file-too-large',
      'The file is larger than a relationships export may be (16 MB).',
    ],
  ])('refuses %s', (_name, text, code, message) => {
    expect([codeOf(text), messageOf(text)]).toEqual([code, message])
  })

  test.each([
    [
      'a version that is no number',
      '{"kind":"syncwright.relationships","version":"1"}',
      ['version: Expected a whole number from 1.'],
    ],
    [
      'missing members',
      '{"kind":"syncwright.relationships","version":1}',
      ['exportedAt: Missing: expected text.', 'relationships: Missing: expected a list.'],
    ],
    [
      'a wrong id',
      withSetting('status', { id: '31', name: 'New' }),
      ['relationships[0].settings.status.id: Expected a number, found text.'],
    ],
    [
      'a fraction as id',
      withSetting('status', { id: 3.5, name: 'New' }),
      ['relationships[0].settings.status.id: Expected a whole number, found 3.5.'],
    ],
    [
      'an id out of range',
      withSetting('status', { id: 1e12, name: 'New' }),
      ['relationships[0].settings.status.id: Must be at most 2147483647.'],
    ],
    ['an unknown member', withSetting('boards', []), ['relationships[0].settings.boards: Unknown member.']],
    [
      'a prototype key',
      exportText().replace('"role"', '"__proto__": {}, "role"'),
      ['relationships[0].__proto__: Unknown member.'],
    ],
    [
      'an unknown role',
      exportText().replace('"target"', '"both"'),
      ['relationships[0].role: Expected one of source, target, found “both”.'],
    ],
    [
      'an unknown comment type',
      withSetting('commentTypes', ['public']),
      [
        'relationships[0].settings.commentTypes[0]: Expected one of internal, discussion, resolution, found “public”.',
      ],
    ],
    [
      'a gate that is no switch',
      withSetting('timeEntries', { sync: 1 }),
      ['relationships[0].settings.timeEntries.sync: Expected one of false, true, found a number.'],
    ],
    [
      'a time that is none',
      exportText().replace('2026-11-23T10:00:00Z', 'today'),
      ['exportedAt: Expected a date and time such as 2026-11-23T10:00:00Z, found “today”.'],
    ],
    [
      'an id twice',
      exportText(targetRelationship(), sourceRelationship()),
      ['relationships[1].id: The id 5b1c9d3e-6f0a-4a55-9c7e-2f7e3c1a9b10 occurs twice.'],
    ],
    [
      'nesting without end',
      withSetting('owner', { id: 1, name: '', deep: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) }),
      [`relationships[0].settings.owner.deep${'[0]'.repeat(14)}[0…: Nested deeper than 64 levels.`],
    ],
    [
      'a list without end',
      withSetting(
        'commentTypes',
        Array.from({ length: 10_001 }, () => 0),
      ),
      ['relationships[0].settings.commentTypes: Holds more than 10,000 entries.'],
    ],
  ])('names the places of %s', (_name, text, problems) => {
    expect(codeOf(text)).toBe('file-invalid')
    expect(problemsOf(text)).toEqual(problems)
  })

  test('a damaged file is refused with a sentence, or what was read can be exported again', () => {
    const bytes = new TextEncoder().encode(
      exportText(sourceRelationship(), targetRelationship({}, { id: 'b' })),
    )
    const damage = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(damage, fc.nat({ max: bytes.length }), fc.boolean(), (flips, end, isCut) => {
        const damaged = Uint8Array.from(bytes)
        for (const [at, value] of flips) damaged[at] = value
        const text = decodeText(isCut ? damaged.slice(0, end) : damaged)
        const file = text.ok ? parseRelationshipsFile(text.value) : text
        if (file.ok)
          expect(reexport(exportRelationships(file.value.relationships, exportedAt))).toMatch(/^\{/)
        else expect(file.error.message).toMatch(/^The file .*\.$/s)
      }),
      { numRuns: 400 },
    )
  })
})
