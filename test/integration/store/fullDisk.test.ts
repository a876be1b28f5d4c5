// A disk without room: a sentence, nothing half-stored, and what was saved stays.
import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Attempt } from '../../support/fullDisk.ts'
import { startApp, valuesFor } from '../ipc/app.ts'
import { filesIn, temporaryFolder } from './fixtures.ts'

const script = join(import.meta.dirname, '../../support/fullDisk.ts')

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
  const { id: connectionId } = await app.value('connections:save', {
    id: null,
    values: valuesFor(app.demo),
    privateKey: app.demo.credentials.privateKey,
  })
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
