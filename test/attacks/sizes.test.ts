// Attacks by size: texts that patterns choke on, counts and lists without end, files and answers far deeper or longer than sense.
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isBundle } from '../../main/files/openBundle.ts'
import { cleanPasted, readPastedMail } from '../../shared/connection/pastedText.ts'
import { readSite } from '../../shared/connection/siteAddress.ts'
import { type App, startApp, valuesFor } from '../integration/main/handlers/app.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { entries, zipOf } from '../support/bundles.ts'
import { runHere } from '../support/process/runHere.ts'

const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const
const long = 1_000_000

/** A ConnectWise that answers some paths in its own way. */
function odd(answers: Readonly<Record<string, (request: Request) => Response | Promise<Response>>>) {
  const demo = createSimulator({ size: 'small' })
  return {
    ...demo,
    fetch: (request: Request) => {
      const { pathname } = new URL(request.url)
      const [, answer] = Object.entries(answers).find(([end]) => pathname.endsWith(end)) ?? []
      return answer ? Promise.resolve(answer(request)) : demo.fetch(request)
    },
  }
}

async function connected(app: App) {
  const values = valuesFor(app.demo)
  const { privateKey } = app.demo.credentials
  const { id } = await app.value('connections:save', { id: null, values, privateKey })
  const { name: _name, environment: _environment, ...credentials } = values
  const target = { connectionId: id, overrideOf: null }
  return { target, test: { callId: 't', credentials, privateKey: null, target, needs } }
}

const refreshed = async (app: App) => {
  const { target } = await connected(app)
  return app.value('reference:refresh', { callId: 'r', target })
}

const units = [
  ' ',
  '\t',
  '/',
  'a',
  '0',
  '<',
  '"',
  "'",
  '&',
  '.',
  '@',
  '[',
  '\\',
  'a ',
  ' a',
  '<a ',
  '\u00a0',
  '=,',
  'invalid ',
]
const filled = (unit: string): string => unit.repeat(long / unit.length)

test.each(units)(
  'a megabyte of %j as an address, a paste or a whole mail is read at once',
  { timeout: 5000 },
  (unit) => {
    const text = filled(unit)
    readSite(text)
    for (const field of ['site', 'privateKey', 'companyId'] as const) cleanPasted(field, text)
    readPastedMail(`Private key:${text}\nSite:${text}`)
  },
)

test.each<[string, (text: string) => Response]>([
  ['words', (text) => new Response(text, { status: 400 })],
  [
    'a page',
    (text) => new Response(`<html>${text}`, { status: 403, headers: { 'content-type': 'text/html' } }),
  ],
  [
    'an error',
    (text) => Response.json({ code: text, message: text, errors: [{ message: text }] }, { status: 401 }),
  ],
])(
  'megabytes of anything as %s end in a sentence, not in silence',
  { timeout: 20_000 },
  async (_name, make) => {
    let told = 0
    const next = () => make(filled(units[(told += 1) % units.length] ?? ' '))
    const app = startApp({ demo: odd({ '/members': next, '/info': next, '/boards': next }) })
    const { test: input } = await connected(app)
    for (let round = 0; round < 3; round += 1) await app.call('connections:test', input)
    for (const answer of app.answers) expect(answer.length).toBeLessThan(200_000)
  },
)

test.each([' ', '/', 'a.', 'https://', '@'])(
  'a SiteUrl of 150 kB of %j is no host',
  { timeout: 10_000 },
  async (unit) => {
    const siteUrl = unit.repeat(150_000 / unit.length)
    const info = () =>
      Response.json({ CompanyID: 'acme', Codebase: 'v2025_1/', SiteUrl: siteUrl, VersionCode: siteUrl })
    const app = startApp({
      demo: odd({ '/login/companyinfo/northwind': info, '/login/companyinfo/acme': info }),
    })
    const { test: input } = await connected(app)
    const tested = await app.value('connections:test', input)
    expect(JSON.stringify(tested).length).toBeLessThan(50_000)
  },
)

describe('a count or a list that never ends', () => {
  const row = (id: number) => ({ id, name: `Source ${id}`, lastUpdated: '2026-01-01T00:00:00Z' })

  test.each([30_000_000, 1e15, -1, 1e308, '7', null, {}, [1]])(
    'a count of %j decides about nothing',
    async (count) => {
      const app = startApp({ demo: odd({ '/sources/count': () => Response.json({ count }) }) })
      const { counts } = await refreshed(app)
      expect(counts.sources).toBeGreaterThan(0)
      expect(app.demo.requests.length).toBeLessThan(500)
    },
  )

  test('the same page for ever is asked a few times, and told', async () => {
    let asked = 0
    const page = () => {
      asked += 1
      const rows = Array.from({ length: 1000 }, (_, index) => row(index + 1))
      return Response.json(rows, { headers: { link: '<https://acme.example.test/x?page=2>; rel="next"' } })
    }
    const app = startApp({
      demo: odd({ '/sources': page, '/sources/count': () => Response.json({ count: 1e9 }) }),
    })
    const { counts } = await refreshed(app)
    expect(counts.sources).toBe(1000)
    expect(asked).toBeLessThan(20)
  })
})

describe('one list that is no list', () => {
  test.each<[string, () => Response]>([
    ['nested a hundred thousand times', () => new Response('['.repeat(100_000) + ']'.repeat(100_000))],
    [
      'of objects in objects',
      () => new Response(`[{"id":1,"name":"x","a":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]`),
    ],
    ['cut', () => new Response('[{"id":1,"name":"a"},{"id":2,')],
    [
      'of members called as what every object has',
      () =>
        new Response(
          '[{"id":1,"name":"a","__proto__":{"polluted":1}},{"constructor":{"prototype":{"polluted":1}},"id":2,"name":"b"}]',
        ),
    ],
    [
      'of numbers beyond numbers',
      () => new Response('[{"id":1e999,"name":"a"},{"id":-1,"name":"b"},{"id":9007199254740993,"name":"c"}]'),
    ],
    ['binary', () => new Response(new Uint8Array(100_000).fill(255))],
  ])('%s costs that list alone', async (_name, make) => {
    const app = startApp({ demo: odd({ '/sources': make }) })
    const { target } = await connected(app)
    const { counts, problems } = await app.value('reference:refresh', { callId: 'r', target })
    expect(counts.boards).toBeGreaterThan(0)
    expect(counts.companies).toBeGreaterThan(0)
    expect(JSON.stringify(problems).length).toBeLessThan(20_000)
    expect('polluted' in {}).toBe(false)
    const restarted = startApp({ folder: app.folder, demo: app.demo })
    expect((await restarted.value('reference:get', { target }))?.counts.boards).toBe(counts.boards)
  })
})

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
