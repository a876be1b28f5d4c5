// What is wrong in the data folder is told, and what is secret is told nowhere.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSimulator } from '../../../simulator/simulator.ts'
import { filesIn, temporaryFolder } from '../store/fixtures.ts'
import { startApp, valuesFor, connected, relationship, overridden } from './app.ts'

const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const

test('what is wrong in the data folder is told with the first question', async () => {
  const app = startApp()
  await connected(app)
  writeFileSync(join(app.folder, 'connections.json'), '{')
  const again = startApp({ folder: app.folder })
  const info = await again.value('app:info', {})
  expect(info).toMatchObject({
    version: '1.2.3',
    userName: 'dana',
    keystore: 'system',
    dataFolder: app.folder,
  })
  expect(info.notices).toHaveLength(1)
  expect(await again.value('connections:list', {})).toHaveLength(1)
})

test('of hundreds of damaged files the first are told one by one, and how many more the log has', async () => {
  const app = startApp()
  const { id } = await connected(app)
  await relationship(app, id)
  const damaged = (at: number): string => `rel-00000000-0000-4000-8000-${String(at).padStart(12, '0')}.json`
  for (let at = 0; at < 120; at += 1) writeFileSync(join(app.folder, 'relationships', damaged(at)), '')
  const again = startApp({ folder: app.folder })
  expect(await again.value('relationships:list', {})).toHaveLength(1)
  const { notices } = await again.value('app:info', {})
  expect(notices).toHaveLength(21)
  expect(notices[0]).toContain('was damaged')
  expect(notices.at(-1)).toBe('Further notices: 100. The log in the data folder has all of them.')
  expect(again.log.filter((line) => line.includes('was damaged'))).toHaveLength(120)
})

test('a planted key is in no file, no answer, no progress and no log', async () => {
  const key = 'planted/Private+Key=7f3a91'
  const path = join(temporaryFolder(), 'out.syncwright.json')
  const demo = createSimulator({ size: 'small' })
  const app = startApp({ savePath: () => path, demo })
  const { id: connectionId } = await app.value('connections:save', {
    id: null,
    values: valuesFor(demo),
    privateKey: key,
  })
  const made = await relationship(app, connectionId)
  const { name: _name, environment: _environment, ...credentials } = valuesFor(demo)
  const { id } = await overridden(app, made, { enabled: true, ...credentials }, key)
  const target = { connectionId, overrideOf: null }
  await app.call('connections:test', { callId: 'a', credentials, privateKey: key, target: null, needs })
  await app.call('connections:test', {
    callId: 'a',
    credentials: { ...credentials, site: 'no such site' },
    privateKey: null,
    target,
    needs,
  })
  expect(await app.code('reference:refresh', { callId: 'b', target })).toBe('keys-rejected')
  expect(
    await app.code('samples:read', {
      callId: 'c',
      target: { connectionId, overrideOf: id },
      boards: [],
      since: null,
      limit: 5,
    }),
  ).toBe('keys-rejected')
  await app.value('files:export', { ids: [id] })
  const everything = [
    ...filesIn(app.folder).map(({ content }) => content),
    readFileSync(path, 'utf8'),
    ...app.answers,
    JSON.stringify(app.progress),
    ...app.log,
  ].join('\n')
  for (const spelling of [
    key,
    encodeURIComponent(key),
    Buffer.from(key).toString('base64').replace(/=+$/, ''),
  ]) {
    expect(everything).not.toContain(spelling)
  }
})
