// Field bundles: what goes in comes out, the same content gives the same bytes, and nothing hostile gets through.
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBundle } from '../../../../main/files/openBundle.ts'
import { packBundle } from '../../../../main/files/packBundle.ts'
import { bundleAt, content, credentials, entries, replaced, zipOf } from '../../../support/bundles.ts'
import { exportText } from '../../../support/files.ts'

const passphrase = 'correct horse battery'
const pack = (more = {}, phrase: string | null = null) => packBundle(content(more), bundleAt, phrase)

async function refusal(bytes: Uint8Array, phrase: string | null = null) {
  const opened = await openBundle(bytes, phrase)
  if (opened.ok) throw new Error('The bundle was opened.')
  expect(opened.error.message).toMatch(/^[^\n]+\.$/)
  return opened.error
}

describe('a bundle', () => {
  test('brings back what was packed', async () => {
    const opened = await openBundle(await pack(), null)
    if (!opened.ok) throw new Error(opened.error.message)
    const { samples, ...rest } = content()
    expect(opened.value).toMatchObject(rest)
    expect(opened.value.samples.map(({ name, tickets }) => [name, tickets])).toEqual(
      samples.map(({ name, tickets }) => [name, tickets]),
    )
  })

  test('has the same bytes for the same content, whatever order it was found in', async () => {
    const { relationships, snapshots, samples } = content()
    const shuffled = {
      relationships: relationships.toReversed(),
      snapshots: snapshots.toReversed(),
      samples: samples.toReversed(),
    }
    expect(Buffer.from(await pack(shuffled)).equals(await pack())).toBe(true)
  })

  test('holds exactly the published entries', async () => {
    const text = Buffer.from(await pack()).toString('latin1')
    for (const name of [
      'manifest.json',
      'relationships.syncwright.json',
      'references/acme-production.reference.json',
      'samples/monday-s-tickets.json',
      'samples/monday-s-tickets-2.json',
    ])
      expect(text).toContain(name)
    expect(text).not.toContain('credentials')
  })

  test('made by hand opens without a list of its entries', async () => {
    expect(await openBundle(zipOf(entries()), null)).toMatchObject({
      ok: true,
      value: { samples: [{ name: 'one', connection: null }] },
    })
  })

  test('opens with the folders other tools add', async () => {
    expect((await openBundle(zipOf(entries({ 'references/': '', 'samples/': '' })), null)).ok).toBe(true)
  })
})

describe('credentials', () => {
  let sealed: Uint8Array = new Uint8Array()
  beforeAll(async () => {
    sealed = await pack({ credentials }, passphrase)
  })

  test('travel only behind a passphrase', async () => {
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('planted')
    expect(Buffer.from(await pack({ credentials })).toString('latin1')).not.toContain('credentials')
    const opened = await openBundle(sealed, passphrase)
    expect(opened.ok && opened.value.credentials).toEqual(credentials)
  })

  test('without a lock are refused', async () => {
    const bytes = zipOf(entries({ 'credentials.json': JSON.stringify(credentials) }))
    const { code, message, detail } = await refusal(bytes)
    expect(code).toBe('file-invalid')
    expect(`${message}${detail}`).not.toContain('planted')
  })

  test('behind the wrong passphrase, or none, stay where they are', async () => {
    expect((await refusal(sealed)).code).toBe('passphrase-needed')
    expect((await refusal(sealed, 'correct horse batterz')).code).toBe('passphrase-wrong')
    expect((await refusal(sealed, '')).code).toBe('passphrase-wrong')
  })

  test('of a cut or changed file do not come out', async () => {
    const changed = Uint8Array.from(sealed)
    changed[sealed.length - 20] = (changed[sealed.length - 20] ?? 0) ^ 1
    for (const bytes of [sealed.subarray(0, sealed.length - 10), sealed.subarray(0, 200), changed])
      expect((await refusal(bytes, passphrase)).code).toBe('file-damaged')
  })

  test('locked in another way, or with more work than ever used, are refused', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateIdentity()))
    expect((await refusal(await encrypter.encrypt(await pack()), passphrase)).code).toBe('file-foreign')
    expect((await refusal(replaced(sealed, ' 18\n', ' 20\n'), passphrase)).code).toBe('file-damaged')
  })
})

describe('a hostile or damaged bundle gets one sentence', () => {
  const good = zipOf(entries())
  const withEntry = (name: string, text: string | Uint8Array) => zipOf(entries({ [name]: text }))
  /** Says of itself that its first entry unpacks to 2 GB. */
  const bomb = Uint8Array.from(good)
  new DataView(bomb.buffer).setUint32(Buffer.from(good).indexOf('PK\x01\x02') + 24, 0x7fffffff, true)

  test.each<[title: string, bytes: Uint8Array, code: string]>([
    ['nothing', new Uint8Array(), 'file-damaged'],
    ['no zip', new TextEncoder().encode('{"kind":"syncwright.relationships"}'), 'file-damaged'],
    ['two letters', new TextEncoder().encode('PK'), 'file-damaged'],
    ['a foreign zip', zipOf({ 'readme.txt': 'hello' }), 'file-foreign'],
    ['a cut file', good.subarray(0, good.length - 1), 'file-damaged'],
    ['half a file', good.subarray(0, good.length / 2), 'file-damaged'],
    [
      'a newer version',
      withEntry('manifest.json', '{"kind":"syncwright.bundle","version":2}'),
      'file-too-new',
    ],
    [
      'a newer version with new entries',
      zipOf(entries({ 'manifest.json': '{"kind":"syncwright.bundle","version":9}', 'new.bin': 'x' })),
      'file-too-new',
    ],
    [
      'a version that is none',
      withEntry('manifest.json', '{"kind":"syncwright.bundle","version":"1"}'),
      'file-invalid',
    ],
    [
      'another kind',
      withEntry('manifest.json', '{"kind":"syncwright.reference","version":1}'),
      'file-foreign',
    ],
    ['a manifest that is no JSON', withEntry('manifest.json', 'oops'), 'file-damaged'],
    ['no relationships', zipOf(entries({ 'relationships.syncwright.json': undefined })), 'file-damaged'],
    [
      'bad relationships',
      withEntry('relationships.syncwright.json', exportText().replace('"target"', '"boss"')),
      'file-invalid',
    ],
    [
      'newer relationships',
      withEntry('relationships.syncwright.json', '{"kind":"syncwright.relationships","version":2}'),
      'file-too-new',
    ],
    [
      'a bad snapshot',
      withEntry('references/acme.reference.json', '{"kind":"syncwright.reference","version":1}'),
      'file-invalid',
    ],
    ['a bad sample', withEntry('samples/one.json', '[{"key":"A","summary":"x"},{"key":{}}]'), 'file-invalid'],
    ['a path out of the bundle', withEntry('../evil.json', '[]'), 'file-invalid'],
    ['a path out of its folder', withEntry('samples/../../evil.json', '[]'), 'file-invalid'],
    ['an absolute path', withEntry('/etc/evil.json', '[]'), 'file-invalid'],
    ['a drive', withEntry('C:\\evil.json', '[]'), 'file-invalid'],
    ['a zip in a zip', withEntry('samples/one.json', good), 'file-foreign'],
    ['the same entry in two spellings', withEntry('MANIFEST.json', '{}'), 'file-damaged'],
    [
      'the same entry twice',
      replaced(withEntry('samples/two.json', '[]'), 'samples/two.json', 'samples/one.json'),
      'file-damaged',
    ],
    ['a bomb', bomb, 'file-damaged'],
    ['a manifest that fills the memory', withEntry('manifest.json', ' '.repeat(5_000_000)), 'file-damaged'],
    [
      'too many entries',
      zipOf(
        entries(
          Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`samples/s${index}.json`, '[]'])),
        ),
      ),
      'file-damaged',
    ],
    ['deep nesting', withEntry('manifest.json', '['.repeat(100_000)), 'file-invalid'],
    [
      'deep JSON in the manifest',
      withEntry(
        'manifest.json',
        `{"kind":"syncwright.bundle","version":1,"files":${'['.repeat(900)}${']'.repeat(900)}}`,
      ),
      'file-invalid',
    ],
  ])('%s', async (_title, bytes, code) => {
    expect((await refusal(bytes)).code).toBe(code)
  })

  test('a byte changed anywhere is noticed or harms nothing', async () => {
    const packed = await pack()
    const step = Math.ceil(packed.length / 400)
    for (let at = 0; at < packed.length; at += step) {
      const changed = Uint8Array.from(packed)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      const opened = await openBundle(changed, null)
      // Times and attributes of an entry are not read, so they may say anything.
      if (opened.ok) expect(opened.value.relationships).toEqual(content().relationships)
      else expect(opened.error.message).toMatch(/^[^\n]+\.$/)
    }
  })

  test('an entry that the list does not name, or that was exchanged, is noticed', async () => {
    const packed = await pack()
    expect(
      (await refusal(replaced(packed, 'samples/monday-s-tickets-2.json', 'samples/monday-s-tickets-3.json')))
        .code,
    ).toBe('file-damaged')
  })

  test('an entry that unpacks to more than it says is stopped', async () => {
    const honest = zipOf(entries({ 'samples/one.json': '[                                            ]' }))
    const large = deflateRawSync(new Uint8Array(50_000_000))
    const view = Buffer.from(honest)
    const at = view.indexOf('samples/one.json')
    const forged = Buffer.concat([view.subarray(0, at + 16), large, view.subarray(at + 16)])
    await refusal(new Uint8Array(forged))
  })
})
