// Attacks by what somebody left in the data folder, on a stick or in a folder that was meant for something else.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lutimesSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keepPrivate } from '../../main/disk/privacy.ts'
import { createLog } from '../../main/log/log.ts'
import { createRedactor } from '../../main/log/redaction.ts'
import { startApp, valuesFor } from '../integration/main/handlers/app.ts'
import { filesIn, temporaryFolder } from '../integration/main/store/fixtures.ts'

const put = (path: string, content: string): string => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}
const journalName = '0123456789abcdef'
/** A journal of a run that never ended, with these lines. */
const plantJournal = (folder: string, ...lines: object[]): void =>
  void put(
    join(folder, 'journal', journalName, 'notes.log'),
    [{ what: 'The import' }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''),
  )

async function saveIn(folder: string) {
  const app = startApp({ folder })
  const saved = await app.code('connections:save', {
    id: null,
    values: valuesFor(app.demo),
    privateKey: null,
  })
  return { saved, notices: (await app.value('app:info', {})).notices }
}

describe('a journal', () => {
  test('loses nothing that is not its own, also where the folder leads elsewhere', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()]
    const diary = put(join(elsewhere, 'monday', 'diary.txt'), 'mine')
    const note = put(join(elsewhere, 'note.txt'), 'mine')
    symlinkSync(elsewhere, join(folder, 'journal'), 'junction')
    expect((await saveIn(folder)).saved).toBe('ok')
    expect([diary, note].every(existsSync)).toBe(true)
  })

  test.each([
    ['the data folder itself', { path: '', before: null }],
    ['a folder in it', { path: 'relationships', before: null }],
    ['content that is not there', { path: 'templates.json', before: '7' }],
    ['a folder as content', { path: 'templates.json', before: '0' }],
  ])('that names %s gives everything else back, and says so once', async (_name, bad) => {
    const folder = temporaryFolder()
    put(join(folder, 'relationships', 'kept.txt'), 'kept')
    plantJournal(folder, { path: 'first.txt', before: null }, bad, { path: 'last.txt', before: null })
    mkdirSync(join(folder, 'journal', journalName, '0'))
    const [first, last] = ['first.txt', 'last.txt'].map((name) => put(join(folder, name), 'half'))
    const { saved, notices } = await saveIn(folder)
    expect(saved).toBe('ok')
    expect([first, last].map((path) => existsSync(path ?? ''))).toEqual([false, false])
    expect(existsSync(join(folder, 'relationships', 'kept.txt'))).toBe(true)
    expect(notices).toEqual([expect.stringContaining('was taken back, but for 1 of its files')])
    expect((await saveIn(folder)).notices).toEqual([])
  })
})

test('a letter that changes by itself in unsaved changes is noticed', async () => {
  const folder = temporaryFolder()
  const app = startApp({ folder })
  const values = { id: null, values: valuesFor(app.demo), privateKey: null }
  const { id: connectionId } = await app.value('connections:save', values)
  const create = { contractName: 'Contoso', partner: 'Contoso', role: 'target', connectionId } as const
  const { id } = await app.value('relationships:create', create)
  const { draft, revision } = await app.value('relationships:get', { id })
  const kept = { id, baseRevision: revision.number, keyTyped: false, windowId: 'w' }
  await app.value('drafts:keep', { ...kept, draft: { ...draft, partner: 'Northwind' } })
  const [file] = filesIn(join(folder, 'drafts'))
  const path = file?.path ?? ''
  writeFileSync(path, readFileSync(path, 'utf8').replace('Northwind', 'Nortxwind'))
  const later = startApp({ folder })
  expect(await later.value('drafts:list', { windowId: 'v' })).toEqual([])
  expect((await later.value('app:info', {})).notices).toEqual([expect.stringContaining('were damaged')])
})

describe('a lock', () => {
  test('of another computer whose time is still to come bars nobody for ever', async () => {
    const folder = temporaryFolder()
    const lock = put(join(folder, 'store.lock'), JSON.stringify({ pid: 4, host: 'elsewhere' }))
    lutimesSync(lock, new Date('2099-01-01'), new Date('2099-01-01'))
    expect((await saveIn(folder)).saved).toBe('ok')
  })
})

describe.skipIf(process.platform === 'win32')('a name that is known beforehand', () => {
  test('writes through no link', async () => {
    const folder = temporaryFolder()
    const mine = put(join(temporaryFolder(), 'mine.txt'), 'mine')
    symlinkSync(mine, join(folder, 'connections.last-good.json.tmp'))
    expect((await saveIn(folder)).saved).toBe('ok')
    expect(readFileSync(mine, 'utf8')).toBe('mine')
  })

  test('nor the sums beside lists, the log, or the rights of what is not ours', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()]
    const [mine, list] = ['mine.txt', 'list.json'].map((name) => put(join(elsewhere, name), 'mine'))
    const app = startApp({ folder })
    const { privateKey } = app.demo.credentials
    const values = { id: null, values: valuesFor(app.demo), privateKey }
    const { id } = await app.value('connections:save', values)
    for (const name of [`references/connection-${id}.reference.sum`, 'logs/main.log']) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      symlinkSync(mine ?? '', join(folder, name))
    }
    symlinkSync(elsewhere, join(folder, 'samples'))
    chmodSync(list ?? '', 0o644)
    await app.value('reference:refresh', { callId: 'r', target: { connectionId: id, overrideOf: null } })
    createLog({ folder, redactor: createRedactor() }).info('a line')
    await keepPrivate(folder, process.platform)
    expect(readFileSync(mine ?? '', 'utf8')).toBe('mine')
    expect(statSync(list ?? '').mode & 0o777).toBe(0o644)
  })

  test.each([
    'connections.last-good.json.tmp',
    'references/connection-x.reference.json',
    'samples/sample-x.json',
    'drafts/draft-x.json',
    `journal/${journalName}/notes.log`,
  ])('keeps nobody waiting where %s is a pipe', async (name) => {
    const folder = temporaryFolder()
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    spawnSync('mkfifo', [join(folder, name)])
    expect((await saveIn(folder)).saved).toBe('ok')
    const app = startApp({ folder })
    await app.value('drafts:list', { windowId: 'w' })
    await app.value('samples:list', {})
    const target = { connectionId: 'x', overrideOf: null }
    await app.value('reference:get', { target })
    rmSync(join(folder, name), { force: true })
  })
})
