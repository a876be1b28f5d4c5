// Proves the thread beside main: large values go over whole, failures come back with their code, and main keeps turning.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { createBackground } from '../../../../main/background/background.ts'
import type { Snapshot } from '../../../../shared/reference/collections.ts'

const source = resolve(import.meta.dirname, '../../../../main/background/worker.ts')
const spawned: Worker[] = []
const run = createBackground(() => {
  const worker = new Worker(source, { execArgv: ['--disable-warning=ExperimentalWarning'] })
  spawned.push(worker)
  return worker
})
const folder = mkdtempSync(join(tmpdir(), 'syncwright-background-'))

const snapshotOf = (count: number): Snapshot => ({
  kind: 'syncwright.reference',
  version: 1,
  connection: { name: 'Acme', environment: 'production', site: 'acme.example.test', companyId: 'acme' },
  fetchedAt: '2026-11-23T10:00:00Z',
  collections: {
    companies: Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      identifier: `C${index}`,
      name: `Company number ${index}`,
      deletedFlag: false,
    })),
  },
})

test('a large snapshot is written, read back and searched beside main', async () => {
  const path = join(folder, 'large.reference.json')
  const snapshot = snapshotOf(20_000)
  await run('writeSnapshot', path, snapshot)
  expect(await run('readSnapshot', path)).toEqual({ kind: 'snapshot', snapshot })
  const place = { path, print: '1' }
  const query = { text: 'number 19999', limit: 5, showHidden: false }
  expect((await run('searchCompanies', place, query))?.rows).toContainEqual(
    expect.objectContaining({ id: 20_000 }),
  )
  expect(await run('findCompanies', place, [7, 70_000])).toMatchObject([{ id: 7 }])
})

test('a file that changed is read anew, one that cannot be read is said to be so', async () => {
  const path = join(folder, 'changing.reference.json')
  const query = { text: 'company', limit: 100, showHidden: true }
  await run('writeSnapshot', path, snapshotOf(3))
  expect((await run('searchCompanies', { path, print: '1' }, query))?.total).toBe(3)
  await run('writeSnapshot', path, snapshotOf(4))
  expect((await run('searchCompanies', { path, print: '2' }, query))?.total).toBe(4)
  writeFileSync(path, '{ cut off')
  expect(await run('searchCompanies', { path, print: '3' }, query)).toBeNull()
  expect(await run('readSnapshot', path)).toEqual({ kind: 'damaged' })
})

test('a locked bundle is packed and opened beside main, which goes on turning meanwhile', async () => {
  let turns = 0
  const beat = setInterval(() => (turns += 1), 5)
  const content = { relationships: [], snapshots: [snapshotOf(3000)], samples: [], credentials: null }
  const bytes = await run('packBundle', content, new Date('2026-11-23T10:00:00Z'), 'pass')
  const opened = await run('openBundle', bytes, 'pass')
  clearInterval(beat)
  expect(opened).toMatchObject({ ok: true, value: { snapshots: content.snapshots } })
  expect(turns).toBeGreaterThan(20)
  expect(await run('openBundle', bytes, 'wrong')).toMatchObject({ error: { code: 'passphrase-wrong' } })
})

test('what the file system says keeps its code on the way back', async () => {
  writeFileSync(join(folder, 'file'), '')
  await expect(run('writeSnapshot', join(folder, 'file/x.json'), snapshotOf(1))).rejects.toMatchObject({
    code: expect.stringMatching(/^(ENOTDIR|EEXIST|ENOENT)$/),
  })
})

test('nothing that does not parse is written', async () => {
  const path = join(folder, 'bad.json')
  await run('writeSnapshot', path, snapshotOf(1))
  const before = readFileSync(path, 'utf8')
  await expect(run('writeSnapshot', path, { kind: 'no' } as never)).rejects.toThrow()
  expect(readFileSync(path, 'utf8')).toBe(before)
})

test('a thread that dies fails its job, and the next job gets a new one', async () => {
  const place = { path: join(folder, 'large.reference.json'), print: '1' }
  const query = { text: 'number 5', limit: 1, showHidden: false }
  const asked = run('searchCompanies', { ...place, print: 'dying' }, query)
  const alive = spawned.filter(({ threadId }) => threadId !== -1)
  await Promise.all([expect(asked).rejects.toThrow('ended before'), ...alive.map((each) => each.terminate())])
  expect((await run('searchCompanies', place, query))?.rows).toHaveLength(1)
})
