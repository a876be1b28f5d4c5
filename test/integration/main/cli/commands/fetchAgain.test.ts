// `fetch-reference` into a file that is there: its rows count as read before, until `--anew` or another company says otherwise.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Snapshot, snapshotSchema } from '../../../../../shared/reference/collections.ts'
import { cliScript } from '../../../../support/cli.ts'
import { serve } from '../../connectwise/served.ts'

const folder = mkdtempSync(join(tmpdir(), 'syncwright-fetch-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Keys = Awaited<ReturnType<typeof serve>>['keys']

/** Reads into a file; answers how it ended and what the file holds. */
async function fetchInto(file: string, keys: Keys, ...more: string[]) {
  const { site, companyId, publicKey, clientId, privateKey } = keys
  const identity = [
    '--site',
    site,
    '--company-id',
    companyId,
    '--public-key',
    publicKey,
    '--client-id',
    clientId,
  ]
  const child = spawn(process.execPath, [cliScript, 'fetch-reference', ...identity, '--out', file, ...more], {
    cwd: folder,
    env: { ...process.env, SYNCWRIGHT_PRIVATE_KEY: privateKey },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (text) => {
    stderr += text
  })
  const status = await new Promise((resolve) => child.once('exit', resolve))
  const snapshot: Snapshot = snapshotSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  return { status, stderr, snapshot }
}

it('says that a damaged file is none to compare with', async () => {
  const { keys } = await serve()
  writeFileSync(join(folder, 'damaged.reference.json'), '{ "kind": "syncwright.ref')
  const { status, stderr } = await fetchInto('damaged.reference.json', keys)
  expect(status).toBe(0)
  expect(stderr).toMatch(
    /damaged\.reference\.json: The file is not JSON: .*\. So nothing in it counts as read before\./,
  )
})

describe('a list that comes back empty', () => {
  it('keeps the rows of the file, ends with 1, and is taken with --anew', async () => {
    const { demo, keys } = await serve()
    const first = await fetchInto('acme.reference.json', keys)
    expect(first.status).toBe(0)
    demo.faults.add('companies-empty')
    const second = await fetchInto('acme.reference.json', keys)
    expect(second.status).toBe(1)
    expect(second.snapshot.partial).toEqual(['companies'])
    expect(second.snapshot.collections).toEqual(first.snapshot.collections)
    expect(second.stderr).toMatch(
      /ConnectWise returned 0 companies, but \d+ were read before: those are kept\./,
    )
    expect(second.stderr).toContain('--anew takes what ConnectWise says.')
    const anew = await fetchInto('acme.reference.json', keys, '--anew')
    expect(anew.status).toBe(0)
    expect(anew.snapshot.collections.companies).toEqual([])
    expect(anew.snapshot.partial).toBeUndefined()
  })

  it('is named in partial where there is no file yet', async () => {
    const { keys } = await serve({ faults: ['companies-empty'] })
    const { status, snapshot, stderr } = await fetchInto('new.reference.json', keys)
    expect(status).toBe(1)
    expect(snapshot.partial).toEqual(['companies'])
    expect(stderr).toContain('ConnectWise returned 0 companies.')
  })

  it('is complete where the role only sees its own', async () => {
    const { keys } = await serve({ faults: ['my-companies'] })
    const { status, snapshot } = await fetchInto('mine.reference.json', keys)
    expect(status).toBe(0)
    expect(snapshot.partial).toBeUndefined()
  })
})

describe('rows of the file', () => {
  it('of another company do not count', async () => {
    const { demo, keys } = await serve()
    const { snapshot } = await fetchInto('other.reference.json', keys)
    const connection = { ...snapshot.connection, companyId: 'elsewhere' }
    writeFileSync(join(folder, 'other.reference.json'), JSON.stringify({ ...snapshot, connection }))
    demo.faults.add('companies-empty')
    const { snapshot: later } = await fetchInto('other.reference.json', keys)
    expect(later.collections.companies).toEqual([])
    expect(later.partial).toEqual(['companies'])
  })

  it('are brought up to date with few requests', async () => {
    const { demo, keys } = await serve({ now: () => new Date(Date.now() - 7 * 86_400_000) })
    const first = await fetchInto('warm.reference.json', keys)
    demo.requests.length = 0
    const second = await fetchInto('warm.reference.json', keys)
    expect(second.snapshot.collections).toEqual(first.snapshot.collections)
    const perList = Map.groupBy(demo.requests, ({ path }) => path.replace(/\/count$/, ''))
    expect(Math.max(...[...perList.values()].map((each) => each.length))).toBe(2)
  })

  it('that are no snapshot are replaced', async () => {
    const { keys } = await serve()
    writeFileSync(join(folder, 'text.json'), 'not a snapshot')
    expect((await fetchInto('text.json', keys)).status).toBe(0)
  })
})

describe('boards', () => {
  it('whose statuses may not be read are named, and the rest is fine', async () => {
    const { keys } = await serve({ faults: ['board-refused'] })
    const { status, snapshot, stderr } = await fetchInto('board.reference.json', keys)
    expect(status).toBe(0)
    expect(snapshot.unreadBoards).toEqual([4])
    expect(snapshot.collections.statuses?.some(({ board }) => board?.id === 4)).toBe(false)
    expect(stderr).toContain('The statuses of one board may not be read: Help Desk.')
  })
})
