// A disk without room: a sentence, nothing half-stored, and what was saved stays.
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Attempt } from '../../../support/process/fullDisk.ts'
import { withoutRights } from '../../../support/process/withoutRights.ts'
import { startApp, valuesFor, connected } from '../handlers/app.ts'
import { filesIn, temporaryFolder } from './fixtures.ts'

const script = join(import.meta.dirname, '../../../support/process/fullDisk.ts')

/** Runs the script with files limited to this many blocks of 512 bytes (1024 in some shells). */
const withLimit = async (blocks: number, ...args: string[]) => {
  const command = `ulimit -f ${blocks}; exec "$0" "$@"`
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    command,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    script,
    ...args,
  ])
  const told: { attempts: Attempt[]; refresh: string; exported: string } = JSON.parse(stdout)
  return told
}

async function prepared() {
  const app = startApp()
  const { id: connectionId } = await connected(app)
  const { id } = await app.value('relationships:create', {
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'source',
    connectionId,
  })
  return { app, id, connectionId }
}

describe.skipIf(process.platform === 'win32')('when the disk is full', () => {
  test('a save is stored whole or told as not stored, and a restart finds the last whole one', async () => {
    const { app, id, connectionId } = await prepared()
    const { attempts, refresh, exported } = await withLimit(24, app.folder, id, connectionId)
    const codes = attempts.map(({ code }) => code)
    expect(codes[0]).toBe('ok')
    expect(codes.at(-1)).toBe('write-failed')
    let last = 0
    for (const { boards, code, stored } of attempts) {
      if (code === 'ok') last = boards
      expect(stored, `after ${boards} boards, ${code}`).toBe(last)
    }
    expect(refresh).toBe('write-failed')
    expect(['ok', 'write-failed']).toContain(exported)

    const again = startApp({ folder: app.folder })
    const { draft } = await again.value('relationships:get', { id })
    expect(draft.settings.boards).toHaveLength(last)
    expect((await again.value('app:info', {})).notices).toEqual([])
    expect(await again.value('reference:get', { target: { connectionId, overrideOf: null } })).toBeNull()
    expect(filesIn(app.folder).filter(({ path }) => path.includes('.tmp'))).toEqual([])
    if (exported === 'write-failed') expect(existsSync(join(app.folder, 'export.json'))).toBe(false)
  })
})

/** Takes the right to write from everything below a folder, or gives it back. */
function setWritable(folder: string, writable: boolean): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const path of [folder, ...names.map((name) => join(folder, name))])
    chmodSync(path, (statSync(path).isDirectory() ? 0o555 : 0o444) | (writable ? 0o200 : 0))
}

describe.skipIf(process.platform === 'win32')('when the data folder is read-only', () => {
  test('every save is told as not stored, everything can be read, and nothing has changed', async () => {
    const { app, id, connectionId } = await prepared()
    const { draft, revision } = await app.value('relationships:get', { id })
    const before = filesIn(app.folder)
    setWritable(app.folder, false)
    const reader = startApp({ folder: app.folder, demo: app.demo, safeStorage: app.safeStorage })
    const values = valuesFor(app.demo)
    const target = { connectionId, overrideOf: null }
    const save = { id, draft, baseRevision: revision.number, note: '', overrideKey: null }
    const failures = await withoutRights(async () => [
      await reader.call('connections:save', { id: null, values, privateKey: 'some-private-key' }),
      await reader.call('connections:save', { id: connectionId, values, privateKey: null }),
      await reader.call('relationships:save', save),
      await reader.call('relationships:remove', { id }),
      await reader.call('reference:refresh', { callId: 'r', target }),
      await reader.call('samples:keep', {
        keepId: 'k',
        name: 'Monday',
        connectionId,
        flow: 'inbound',
        from: 0,
        last: true,
        text: '[{"key":"INC1","summary":"Printer"}]',
      }),
    ])
    for (const failure of failures)
      expect(failure).toMatchObject({
        ok: false,
        error: { code: 'write-failed', message: expect.stringContaining('may not write') },
      })
    await withoutRights(async () => {
      expect((await reader.value('relationships:get', { id })).revision).toEqual(revision)
      expect(await reader.value('connections:list', {})).toHaveLength(1)
      expect((await reader.value('app:info', {})).notices).toEqual([])
    })
    setWritable(app.folder, true)
    expect(filesIn(app.folder)).toEqual(before)
  })
})

describe.skipIf(process.platform === 'win32')('a connection whose samples cannot be deleted', () => {
  test('stays in the bin, and goes whole when it is tried again', async () => {
    const { app, connectionId: id } = await prepared()
    const target = { connectionId: id, overrideOf: null }
    await app.value('reference:refresh', { callId: 'r', target })
    const text = '[{"key":"INC1","summary":"Printer"}]'
    const sample = { keepId: 'k', name: 'Monday', connectionId: id, flow: 'inbound' } as const
    await app.value('samples:keep', { ...sample, from: 0, last: true, text })
    const samples = join(app.folder, 'samples')
    await app.value('connections:remove', { id, force: true })
    // As a folder of everybody's, so that somebody without rights can be asked at all.
    setWritable(app.folder, true)
    chmodSync(samples, 0o555)
    const refused = await withoutRights(() => app.code('bin:delete', { kind: 'connection', id }))
    expect(refused).toBe('write-failed')
    expect(await app.value('bin:list', {})).toMatchObject([{ kind: 'connection', id }])
    chmodSync(samples, 0o755)
    await app.value('bin:delete', { kind: 'connection', id })
    expect(await app.value('bin:list', {})).toEqual([])
    const left = filesIn(app.folder).filter(({ content }) => content.includes(id))
    expect(left.filter(({ path }) => !path.includes('relationships') && !path.includes('readiness'))).toEqual(
      [],
    )
  })
})

test('a data folder that cannot be written to is a sentence at every save, and reading goes on', async () => {
  // A file where the folder should be refuses everything, also for an administrator.
  const folder = join(temporaryFolder(), 'taken')
  writeFileSync(folder, '')
  const app = startApp({ folder })
  const values = valuesFor(app.demo)
  const saved = await app.call('connections:save', { id: null, values, privateKey: 'some-private-key' })
  expect(saved).toMatchObject({ ok: false, error: { code: 'write-failed', next: expect.any(String) } })
  expect(await app.value('connections:list', {})).toEqual([])
  expect(await app.value('relationships:list', {})).toEqual([])
  expect(await app.code('demo:open', {})).toBe('write-failed')
})
