// Which kind a file is of, and which version of it.
import { describe, expect, test } from 'vitest'
import {
  fileKinds,
  foreignFile,
  kindOf,
  largestFile,
  openDocument,
  openFile,
} from '../../../../shared/files/fileKind.ts'

const kind = 'syncwright.bundle'

test.each([
  [{ kind }, kind],
  [{ kind: 'toString' }, null],
  [{ kind: 7 }, null],
  [{}, null],
  [[{ kind }], null],
  [null, null],
  ['syncwright.bundle', null],
])('the kind of %j is %j', (value, expected) => {
  expect(kindOf(value)).toBe(expected)
})

test('a file of another kind is called what it is', () => {
  const messageOf = (value: unknown) => {
    const parsed = foreignFile(value, 'sample')
    return parsed.ok ? '' : parsed.error.message
  }
  expect(messageOf({ kind })).toBe('The file is a field bundle, not a sample.')
  expect(messageOf({})).toBe('The file is not a sample of Syncwright.')
})

describe('the version', () => {
  test.each([undefined, null, '1', 1.5, 0, -1])('%j is none', (version) => {
    expect(openDocument(kind, { kind, version })).toMatchObject({
      error: { code: 'file-invalid' },
      problems: [{ path: 'version', message: 'Expected a whole number from 1.' }],
    })
  })

  test('that is newer is refused with a sentence', () => {
    expect(openDocument(kind, { kind, version: 2 })).toMatchObject({
      error: {
        code: 'file-too-new',
        message: 'The file has version 2; this Syncwright reads field bundles up to version 1.',
      },
    })
  })

  test('of today leaves the content as it is, without the address of its schema', () => {
    expect(openDocument(kind, { $schema: 'https://example.test', kind, version: 1, a: 2 })).toEqual({
      ok: true,
      value: { kind, version: 1, a: 2 },
    })
  })
})

test('a file is refused unread beyond the size of its kind, and read up to it', () => {
  const { bytes } = fileKinds[kind].bounds
  const read = () => ({ ok: true as const, value: 'read' })
  expect(openFile(kind, ' '.repeat(bytes + 1), read)).toMatchObject({
    error: { code: 'file-too-large', message: 'The file is larger than a field bundle may be (64 MB).' },
  })
  expect(openFile(kind, `{}${' '.repeat(bytes - 2)}`, read)).toEqual({ ok: true, value: 'read' })
  expect(openFile(kind, '{', read)).toMatchObject({ error: { code: 'file-damaged' } })
  expect(largestFile).toBe(Math.max(...Object.values(fileKinds).map((each) => each.bounds.bytes)))
})
