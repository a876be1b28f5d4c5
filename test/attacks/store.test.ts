// Attacks on what is saved: two processes at once, files that vanish, bits that change, other users.
import {
  chmodSync,
  cpSync,
  existsSync,
  lutimesSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../main/demo/world/random.ts'
import { keepPrivate } from '../../main/disk/privacy.ts'
import { createLog } from '../../main/log/log.ts'
import { createRedactor } from '../../main/log/redaction.ts'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { startApp, valuesFor, connected } from '../integration/main/handlers/app.ts'
import { filesIn, temporaryFolder } from '../integration/main/store/fixtures.ts'
import { targetRelationship } from '../support/relationships.ts'
import { changeKills } from '../soak/changeKills.ts'
import { twoWriters } from '../soak/twoWriters.ts'

test('two processes that save at once lose nothing that was acknowledged', { timeout: 120_000 }, async () => {
  const { problems, saved } = await twoWriters(temporaryFolder(), 25)
  expect(problems).toEqual([])
  expect(saved).toBeGreaterThan(25)
})

test.each([
  ['import', 2],
  ['replace', 1],
  ['move', 1],
] as const)(
  'a process that is killed in the middle of changes (%s) leaves all of one or nothing',
  { timeout: 120_000 },
  async (kind, times) => {
    const { problems } = await changeKills(temporaryFolder(), kind, times)
    expect(problems).toEqual([])
  },
)

async function filled() {
  const folder = temporaryFolder()
  const app = startApp({ folder })
  const { id: connectionId } = await connected(app)
  const target = { connectionId, overrideOf: null }
  await app.value('reference:refresh', { callId: 'r', target })
  const create = { contractName: 'Contoso', partner: 'Contoso', role: 'source', connectionId } as const
  const { id } = await app.value('relationships:create', create)
  return { folder, connectionId, id, target }
}

/** Everything the window shows of what is stored, and what was said at the start. */
async function shown(folder: string, target: { connectionId: string; overrideOf: null }) {
  const app = startApp({ folder })
  const connections = await app.value('connections:list', {})
  const relationships = await app.value('relationships:list', {})
  const details = await Promise.all(
    relationships.map(({ id }) => app.value('relationships:revisions', { id })),
  )
  const reference = await app.value('reference:get', { target })
  const { notices } = await app.value('app:info', {})
  return { content: JSON.stringify({ connections, relationships, details, reference }), notices }
}

describe('a store file that vanished while its copy is there', () => {
  test.each([
    ['connections.json', 'The list of connections was missing'],
    ['keys.json', 'The keystore file was missing'],
    ['relationships', 'was missing; the last good copy is in use'],
  ])('%s comes back, and that is said', async (name, words) => {
    const { folder, target } = await filled()
    const before = await shown(folder, target)
    const path = join(folder, name)
    const vanishing = statSync(path).isFile()
      ? [path]
      : readdirSync(path)
          .filter((each) => !each.includes('last-good'))
          .map((each) => join(path, each))
    for (const each of vanishing) rmSync(each)
    const after = await shown(folder, target)
    expect(after.content).toBe(before.content)
    expect(after.notices).toEqual([expect.stringContaining(words)])
    expect((await shown(folder, target)).notices).toEqual([])
  })

  test('is not written over by the next save', async () => {
    const { folder } = await filled()
    rmSync(join(folder, 'connections.json'))
    const app = startApp({ folder })
    await app.value('connections:save', { id: null, values: valuesFor(app.demo, 'Second'), privateKey: null })
    expect((await app.value('connections:list', {})).map(({ name }) => name)).toEqual([
      'Acme production',
      'Second',
    ])
  })

  test('stays away when it was deleted on purpose', async () => {
    const { folder, id, target } = await filled()
    const app = startApp({ folder })
    await app.value('relationships:remove', { id })
    const { content, notices } = await shown(folder, target)
    expect(JSON.parse(content).relationships).toEqual([])
    expect(notices).toEqual([])
  })
})

describe('a bit that changes by itself', () => {
  test.each([1, 2, 3])('is noticed, or changes nothing that is shown (seed %i)', async (seed) => {
    const random = createRandom(seed)
    const { folder, target } = await filled()
    const before = await shown(folder, target)
    const stored = filesIn(folder).filter(
      ({ path }) => path.endsWith('.json') && !/last-good|readiness/.test(path),
    )
    for (let flip = 0; flip < 12; flip += 1) {
      const copy = temporaryFolder()
      cpSync(folder, copy, { recursive: true })
      const path = join(copy, relative(folder, random.pick(stored).path))
      const changed = readFileSync(path)
      const at = random.int(0, changed.length - 1)
      changed[at] = (changed[at] ?? 0) ^ (1 << random.int(0, 7))
      writeFileSync(path, changed)
      const after = await shown(copy, target)
      const unnoticed = after.content !== before.content && after.notices.length === 0
      expect(unnoticed, `${path} at ${at}`).toBe(false)
    }
  })
})

describe.skipIf(process.platform === 'win32')('other users of the computer read none of it', () => {
  const readable = (folder: string): string[] =>
    ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].filter(
      (name) => (statSync(join(folder, name)).mode & 0o077) !== 0,
    )

  test('as it is written: drafts, bin, keys and lists', async () => {
    const { folder, id } = await filled()
    const app = startApp({ folder })
    const { draft, revision } = await app.value('relationships:get', { id })
    const kept = { id, baseRevision: revision.number, keyTyped: false, windowId: 'w' }
    await app.value('drafts:keep', { ...kept, draft: { ...draft, partner: 'Other' } })
    await app.value('relationships:remove', { id })
    expect(readable(folder)).toEqual([])
  })

  test('nor of what a former version left', async () => {
    const { folder } = await filled()
    for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
      chmodSync(join(folder, name), statSync(join(folder, name)).isDirectory() ? 0o755 : 0o644)
    await keepPrivate(folder, process.platform)
    expect(readable(folder)).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('something else in the place of the lock', () => {
  test.each<[string, (path: string) => void]>([
    ['a link to nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
    ['a link to a file of a user', (path) => symlinkSync('/etc/hosts', path)],
    [
      'the number of a process of somebody else',
      (path) => writeFileSync(path, JSON.stringify({ pid: 1, host: hostname() })),
    ],
    ['a lock without end', (path) => writeFileSync(path, `{"pid":${'9'.repeat(100_000)}`)],
  ])('%s that nobody renews stops no save and leads nowhere', async (_name, plant) => {
    const { folder, id } = await filled()
    const path = join(folder, 'store.lock')
    plant(path)
    lutimesSync(path, 0, 0)
    const app = startApp({ folder })
    const { draft, revision } = await app.value('relationships:get', { id })
    const save = {
      id,
      draft: { ...draft, partner: 'Other' },
      baseRevision: revision.number,
      note: '',
      overrideKey: null,
    }
    expect(await app.code('relationships:save', save)).toBe('ok')
    expect(existsSync(path)).toBe(false)
    expect(existsSync('/etc/hosts')).toBe(true)
  })
})

test('a text in the log can begin no entry of its own and act in no terminal', async () => {
  const folder = temporaryFolder()
  const log = createLog({ folder, redactor: createRedactor() })
  const forged = '[2026-11-23 10:00:00.000] [error] forged'
  log.info(`A file called x\n${forged}\r\n${forged}\u2028${forged}\u0085${forged}\u001b[2K\u202e was read`, {
    deep: `\n${forged}`,
  })
  const text = readFileSync(join(folder, 'logs', 'main.log'), 'utf8')
  expect(
    text.split(/\r?\n|\u2028|\u0085/).filter((line) => line.startsWith('[') && line.includes('forged')),
  ).toEqual([])
  expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028]/u)
})

test('an import that fails in the middle leaves everything as it was', async () => {
  const { folder, connectionId, target } = await filled()
  const before = await shown(folder, target)
  const connection = { ...targetRelationship().connection, site: 'acme.example.test', companyId: 'northwind' }
  const many = Array.from({ length: 20 }, (_, index) =>
    targetRelationship({}, { id: `many-${index}`, connection }),
  )
  const text = exportRelationships(many, new Date('2026-11-23T10:00:00Z'))
  // Every revision asks for the time; after some of them something breaks.
  let left = 8
  const stopped = Promise.withResolvers<void>()
  const now = () => {
    if (left === 0) stopped.resolve()
    if (left === 0) throw new Error('gone')
    left -= 1
    return new Date()
  }
  const app = startApp({ folder, now })
  const { importId, entries } = await app.value('files:readImport', { fileName: 'many.json', text })
  expect(entries[0]?.connectionId).toBe(connectionId)
  await app.call('files:applyImport', { importId, ids: many.map(({ id }) => id) })
  await stopped.promise
  const after = await shown(folder, target)
  expect(after.content).toBe(before.content)
})
