// Kept samples on disk: one file each, listed by their heads, damaged ones set aside, never more than there is room for.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSamples } from '../../../../main/store/sampleStore.ts'
import { sampleLimits } from '../../../../shared/preview/sample/keptSample.ts'
import type { Tickets } from '../../../../shared/preview/sample/tickets.ts'
import { storeContext, temporaryFolder } from './fixtures.ts'

const partner: Tickets = {
  flow: 'inbound',
  tickets: [
    { key: 'INC1', summary: 'The "tickets" of Monday\u2028\u{1F600}' },
    { key: 'INC2', summary: null, comments: [{ type: 'internal', body: 'Ring back' }] },
  ],
}
const own: Tickets = { flow: 'outbound', tickets: [{ id: 7001, summary: 'Printer offline' }] }
const head = { name: 'Monday’s "tickets"', connectionId: 'acme' }

const open = (folder: string, context = storeContext()) => createSamples({ ...context, dataFolder: folder })
const only = (folder: string): string =>
  join(folder, 'samples', readdirSync(join(folder, 'samples'))[0] ?? '')

async function kept(folder: string, sample: Tickets = partner) {
  const result = await open(folder).keep(head, sample)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

test.each([partner, own])('a kept $flow sample is listed and loaded after a restart', async (sample) => {
  const folder = temporaryFolder()
  const { id } = await kept(folder, sample)
  const again = open(folder)
  expect(await again.list()).toEqual([
    {
      ...head,
      id,
      flow: sample.flow,
      keptAt: '2026-11-23T10:00:00.000Z',
      rows: sample.tickets.length,
      bytes: Buffer.byteLength(sample.tickets.map((ticket) => JSON.stringify(ticket)).join(',\n')),
    },
  ])
  expect(await again.load(id)).toEqual({ ok: true, value: sample })
})

test('the file carries a small head before the tickets in their published format', async () => {
  const folder = temporaryFolder()
  await kept(folder)
  const content: unknown = JSON.parse(readFileSync(only(folder), 'utf8'))
  expect(content).toMatchObject({ kind: 'syncwright.sample', version: 1, rows: 2, tickets: partner.tickets })
})

test('a sample without tickets is kept like any other', async () => {
  const folder = temporaryFolder()
  await kept(folder, { flow: 'inbound', tickets: [] })
  expect(await open(folder).list()).toMatchObject([{ rows: 0, bytes: 0 }])
})

test('a removed sample is gone, and one that is not there is no failure', async () => {
  const folder = temporaryFolder()
  const { id } = await kept(folder)
  const store = open(folder)
  expect(await store.remove(id)).toEqual({ ok: true, value: null })
  expect(await store.remove('../../connections')).toEqual({ ok: true, value: null })
  expect(await store.list()).toEqual([])
  expect(await store.load(id)).toMatchObject({ ok: false, error: { code: 'unknown-item' } })
})

test('the samples of a connection go together, those of others stay', async () => {
  const folder = temporaryFolder()
  const store = open(folder)
  await store.keep(head, partner)
  await store.keep(head, own)
  await store.keep({ name: 'Other', connectionId: 'other' }, own)
  expect(await store.removeWhere(({ connectionId }) => connectionId === 'acme')).toEqual({
    ok: true,
    value: null,
  })
  expect(await store.list()).toMatchObject([{ name: 'Other' }])
})

test.each([
  ['cut off in its tickets', (text: string) => text.slice(0, -20)],
  ['with a ticket that is none', (text: string) => text.replace('"key":"INC2"', '"key":""')],
])('a file %s is set aside when it is loaded', async (_case, damage) => {
  const folder = temporaryFolder()
  const { id } = await kept(folder)
  writeFileSync(only(folder), damage(readFileSync(only(folder), 'utf8')))
  const context = storeContext()
  expect(await open(folder, context).load(id)).toMatchObject({ ok: false, error: { code: 'file-damaged' } })
  expect(context.notices).toHaveLength(1)
  expect(readdirSync(join(folder, 'samples'))).toEqual([expect.stringContaining('.corrupt-')])
})

test.each(['', '{', '[]', '{"version":1,"tickets":[]}'])(
  'a file whose head is %j is set aside when samples are listed',
  async (content) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'samples'))
    writeFileSync(join(folder, 'samples', 'sample-a.json'), content)
    const context = storeContext()
    expect(await open(folder, context).list()).toEqual([])
    expect(context.notices).toHaveLength(1)
  },
)

test('a file of a newer version is left untouched', async () => {
  const folder = temporaryFolder()
  const { id } = await kept(folder)
  const newer = readFileSync(only(folder), 'utf8').replace('"version":1', '"version":2')
  writeFileSync(only(folder), newer)
  const context = storeContext()
  expect(await open(folder, context).list()).toEqual([])
  expect(await open(folder, context).load(id)).toMatchObject({ error: { code: 'file-too-new' } })
  expect(readFileSync(only(folder), 'utf8')).toBe(newer)
  expect(context.notices).toEqual([])
})

test('a copy of a file under another name is not a second sample', async () => {
  const folder = temporaryFolder()
  await kept(folder)
  writeFileSync(join(folder, 'samples', 'sample-copy.json'), readFileSync(only(folder)))
  expect(await open(folder).list()).toHaveLength(1)
})

test.each(['one', 'all'] as const)('more than the limit for %s is refused with a sentence', async (limit) => {
  const folder = temporaryFolder()
  await kept(folder)
  const limits = { ...sampleLimits, [limit]: 100 }
  const refused = await createSamples({ ...storeContext(), dataFolder: folder, limits }).keep(head, partner)
  expect(refused).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
  expect(await open(folder).list()).toHaveLength(1)
})

test('a folder that cannot be written to is said, and nothing is listed', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'samples'), 'a file in the way')
  expect(await open(folder).keep(head, partner)).toMatchObject({ error: { code: 'write-failed' } })
  expect(await open(folder).list()).toEqual([])
})
