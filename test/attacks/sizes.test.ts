// Attacks by size: texts that patterns choke on, counts and lists without end, answers far deeper or longer than sense.
import { describe, expect, test } from 'vitest'
import { cleanPasted, readPastedMail } from '../../shared/connection/pastedText.ts'
import { readSite } from '../../shared/connection/siteAddress.ts'
import { type App, startApp, valuesFor } from '../integration/main/handlers/app.ts'
import { createSimulator } from '../simulator/simulator.ts'

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
