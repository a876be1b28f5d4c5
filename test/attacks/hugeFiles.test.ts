// Attacks by files that are far more than they seem: rows by the million, archives that lie, locks that cost too much.
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isBundle } from '../../main/files/openBundle.ts'
import { startApp } from '../integration/main/handlers/app.ts'
import { entries, zipOf } from '../support/bundles.ts'
import { runHere } from '../support/process/runHere.ts'

describe('a file that is far more than it seems', () => {
  const many = (count: number) => `[${'{},'.repeat(count)}{}]`
  const inZip = (name: string, content: string) => zipOf(entries({ [name]: content }))

  test.each<[string, () => Uint8Array]>([
    ['two million rows in a sample', () => inZip('samples/one.json', many(2_000_000))],
    [
      'two million relationships',
      () =>
        inZip(
          'relationships.syncwright.json',
          `{"kind":"syncwright.relationships","version":1,"exportedAt":"2026-11-23T10:00:00Z","relationships":${many(2_000_000)}}`,
        ),
    ],
    [
      'five million lists in reference data',
      () =>
        inZip(
          'references/acme.reference.json',
          `{"kind":"syncwright.reference","version":1,"x":[${'[],'.repeat(4_100_000)}[]]}`,
        ),
    ],
    [
      'a manifest of five megabytes',
      () => inZip('manifest.json', `{"kind":"syncwright.bundle","version":1,"x":"${'x'.repeat(5_000_000)}"}`),
    ],
    [
      'a manifest nested deep',
      () => inZip('manifest.json', `{"kind":"syncwright.bundle","version":1,"x":${'['.repeat(50_000)}`),
    ],
    [
      '2,001 entries',
      () =>
        zipOf(
          entries(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`samples/${at}.json`, '[]']))),
        ),
    ],
    [
      'a zip in a zip in a zip',
      () => inZip('samples/one.json', Buffer.from(zipOf({ a: zipOf(entries()) })).toString('latin1')),
    ],
  ])('%s is refused with a sentence, beside main', async (_name, make) => {
    const beside: string[] = []
    const run: typeof runHere = (job, ...input) => {
      beside.push(job)
      return runHere(job, ...input)
    }
    const app = startApp({ run })
    const bytes = make()
    expect(isBundle(bytes)).toBe(true)
    const read = await app.call('files:readBundle', { fileName: 'a.zip', bytes, passphrase: null })
    expect(read).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^file-/) } })
    expect(JSON.stringify(read).length).toBeLessThan(20_000)
    expect(beside).toEqual(['openBundle'])
  })

  test.each([20, 24, 28, 42])(
    'a zip that lies about itself (byte %i of its list) is refused',
    async (offset) => {
      const app = startApp()
      for (const lie of [0xffffffff, 0x7fffffff, 1]) {
        const bytes = Buffer.from(zipOf(entries()))
        const at = bytes.indexOf('PK\u0001\u0002')
        bytes.writeUInt32LE(lie, at + offset)
        const read = await app.call('files:readBundle', { fileName: 'a.zip', bytes, passphrase: null })
        expect(read.ok).toBe(false)
      }
    },
  )

  test('a bomb behind a small size is not unpacked', async () => {
    const bytes = Buffer.from(zipOf(entries()))
    const at = 30 + 'manifest.json'.length
    const bomb = deflateRawSync(new Uint8Array(50_000_000))
    const packed = Buffer.concat([bytes.subarray(0, at), bomb, bytes.subarray(at)])
    const read = await startApp().call('files:readBundle', {
      fileName: 'a.zip',
      bytes: packed,
      passphrase: null,
    })
    expect(read.ok).toBe(false)
  })

  test.each([19, 22, 30, 63, 99, 1000])(
    'a locked bundle that asks for 2^%i rounds is refused before any',
    async (factor) => {
      const head = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} ${factor}\n${'B'.repeat(43)}\n--- ${'C'.repeat(43)}\n`
      const bytes = Buffer.concat([Buffer.from(head), Buffer.alloc(100)])
      const read = await startApp().call('files:readBundle', {
        fileName: 'a.zip',
        bytes,
        passphrase: 'x'.repeat(20),
      })
      expect(read).toMatchObject({ ok: false, error: { code: 'file-damaged' } })
    },
  )
})
