// Bundles that other tools packed again open; what leads out, hides or was changed is refused by its name.
import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openBundle } from '../../../../main/files/openBundle.ts'
import { packBundle } from '../../../../main/files/packBundle.ts'
import { bundleAt, content, entries, zipOf } from '../../../support/bundles.ts'

const text = (value: string | Uint8Array): Uint8Array => (typeof value === 'string' ? strToU8(value) : value)
const hash = (value: string | Uint8Array) => createHash('sha256').update(text(value)).digest('hex')

/** The entries of a bundle with a list that names each of them. */
const listed = (): Record<string, string | Uint8Array> => {
  const { 'manifest.json': _, ...others } = entries()
  const files = Object.entries(others).map(([path, value]) => ({ path, sha256: hash(value) }))
  return { 'manifest.json': JSON.stringify({ kind: 'syncwright.bundle', version: 1, files }), ...others }
}
const renamed = (rename: (name: string) => string, more: Record<string, string> = {}) =>
  zipOf({
    ...Object.fromEntries(Object.entries(listed()).map(([name, value]) => [rename(name), value])),
    ...more,
  })

const opened = async (bytes: Uint8Array) => {
  const bundle = await openBundle(bytes, null)
  if (!bundle.ok) throw new Error(bundle.error.message)
  return bundle
}
const message = async (bytes: Uint8Array) => {
  const bundle = await openBundle(bytes, null)
  return bundle.ok ? 'opened' : bundle.error.message
}

describe('a bundle that was packed again opens', () => {
  test.each<[string, Uint8Array]>([
    ['in a folder of its own', renamed((name) => `office/${name}`)],
    ['in a folder whose name is not English', renamed((name) => `Büro (1)/${name}`)],
    ['with backslashes', renamed((name) => name.replaceAll('/', '\\'))],
    ['with backslashes in a folder', renamed((name) => `office\\${name.replaceAll('/', '\\')}`)],
    ['with names that begin in their folder', renamed((name) => `./${name}`)],
    ['with doubled strokes', renamed((name) => name.replaceAll('/', '//'))],
    [
      'by macOS',
      renamed((name) => `office/${name}`, {
        '__MACOSX/office/._manifest.json': 'x',
        '__MACOSX/._office': 'x',
        'office/.DS_Store': 'x',
        'office/._relationships.syncwright.json': 'x',
      }),
    ],
    [
      'by Windows',
      renamed((name) => name, {
        'Thumbs.db': 'x',
        'references/desktop.ini': 'x',
        'samples/': '',
        'references\\': '',
      }),
    ],
  ])('%s', async (_, bytes) => {
    const bundle = await opened(bytes)
    expect(bundle.value).toMatchObject({ relationships: [{}], snapshots: [{}], samples: [{ name: 'one' }] })
    expect(bundle).not.toHaveProperty('notices')
  })

  test('without compression, in another order', async () => {
    const files = Object.entries(listed()).toReversed()
    const bytes = zipSync(Object.fromEntries(files.map(([name, value]) => [name, text(value)])), { level: 0 })
    expect((await opened(bytes)).value.relationships).toHaveLength(1)
  })

  test.each([
    ['readme.txt', '“readme.txt” is no part of the bundle and was passed over.'],
    ['samples/deep/evil.json', '“samples/deep/evil.json” is no part of the bundle and was passed over.'],
    ['samples/second.json', '“samples/second.json” is no part of the bundle and was passed over.'],
    ['evil\u202e.exe', '“evil\uFFFD.exe” is no part of the bundle and was passed over.'],
  ])('with another file in it, which is named: %s', async (name, notice) => {
    const bundle = await opened(renamed((each) => each, { [name]: 'MZ' }))
    expect(bundle.notices).toEqual([notice])
    expect(bundle.value.samples).toHaveLength(1)
  })

  test('with a file beside its folder, which is named', async () => {
    const bundle = await opened(renamed((each) => `office/${each}`, { 'notes.txt': 'x' }))
    expect(bundle.notices).toEqual(['“notes.txt” is no part of the bundle and was passed over.'])
  })
})

/** The zip with the attributes of one entry's record in the list of entries changed. */
function withAttributes(bytes: Uint8Array, name: string, madeBy: number, mode: number): Uint8Array {
  const changed = Buffer.from(bytes)
  const at = changed.lastIndexOf(name) - 46
  changed.writeUInt8(madeBy, at + 5)
  changed.writeUInt32LE((mode << 16) >>> 0, at + 38)
  return changed
}

describe('a bundle is refused, and what is wrong is named', () => {
  const good = renamed((name) => name)
  const locked = Buffer.from(good)
  locked.writeUInt16LE(1, locked.lastIndexOf('samples/one.json') - 46 + 8)
  const exchanged = zipOf({ ...listed(), 'samples/one.json': '[{"key":"B","summary":"Other"}]' })
  const { 'samples/one.json': _, ...missing } = listed()

  test.each<[string, Uint8Array, string]>([
    [
      'a path that leads out',
      renamed((name) => name, { '../evil.json': '[]' }),
      '“../evil.json”, whose path leads out',
    ],
    [
      'one that leads out within',
      renamed((name) => name, { 'samples\\..\\..\\evil.json': '[]' }),
      'whose path leads out',
    ],
    [
      'an absolute path',
      renamed((name) => name, { '/etc/passwd': '' }),
      '“/etc/passwd”, whose path leads out',
    ],
    ['a drive', renamed((name) => name, { 'C:\\evil.json': '' }), 'whose path leads out'],
    ['a link', withAttributes(good, 'samples/one.json', 3, 0o120777), '“samples/one.json” is a link'],
    [
      'a second manifest',
      renamed((name) => name, { 'office/manifest.json': '{}' }),
      'a second manifest, “office/manifest.json”',
    ],
    [
      'one in a second folder',
      renamed((name) => `a/${name}`, { 'b/manifest.json': '{}' }),
      'a second manifest, “b/manifest.json”',
    ],
    ['a changed file', exchanged, '“samples/one.json” was changed after the bundle was written'],
    ['a missing file', zipOf(missing), 'names “samples/one.json”, which is not in it'],
    ['the same file in two spellings', renamed((name) => name, { './samples/one.json': '[]' }), 'twice'],
    ['bytes after its end', Buffer.concat([good, Buffer.from('--boundary--')]), 'bytes follow after its end'],
    ['a password of the zip', locked, '“samples/one.json” is locked with a password of the zip'],
    ['an Excel workbook', zipOf({ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'x' }), 'an Excel workbook'],
    ['another zip', zipOf({ 'readme.txt': 'x' }), 'no manifest.json'],
    ['a manifest two folders down', renamed((name) => `a/b/${name}`), 'no manifest.json'],
    [
      'an unknown member of the manifest',
      zipOf(entries({ 'manifest.json': '{"kind":"syncwright.bundle","version":1,"more":1}' })),
      'more: Unknown member',
    ],
  ])('%s', async (_, bytes, words) => {
    expect(await message(bytes)).toContain(words)
  })

  test('attributes of a plain file are no link', async () => {
    expect(await message(withAttributes(good, 'samples/one.json', 3, 0o100644))).toBe('opened')
    expect(await message(withAttributes(good, 'samples/one.json', 0, 0o120777))).toBe('opened')
  })
})

test('a bundle of our own says nothing when it is opened', async () => {
  expect(await opened(await packBundle(content(), bundleAt, null))).not.toHaveProperty('notices')
})
