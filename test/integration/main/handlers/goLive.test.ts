// Going live through the real handlers: what one window ticks the others hear, and a test of saved keys counts wherever it is run.
import { expect, test } from 'vitest'
import { type GoLive, notBegun, type Tick } from '../../../../shared/golive/goLive.ts'
import { testedFor } from '../../../../shared/golive/steps.ts'
import { connected, otherOverride, overridden, relationship, startApp, valuesFor } from './app.ts'

const target = { connectionId: 'demo', overrideOf: null }

async function watched() {
  const app = startApp({ openDemo: true })
  const [first, second] = await app.value('relationships:list', {})
  const [connection] = await app.value('connections:list', {})
  if (!first || !second || !connection) throw new Error('the demo organisation is not there')
  const watching = app.call('goLive:watch', { callId: 'w', id: first.id })
  const heard = () =>
    app.progress.flatMap((progress): { goLive: GoLive; tested: Tick | null }[] => {
      const { callId, report } = Object(progress)
      return callId === 'w' && report.kind === 'goLive' ? [report] : []
    })
  const end = async () => {
    await app.value('calls:cancel', { callId: 'w' })
    return (await watching).ok
  }
  return { app, id: first.id, other: second.id, connection, heard, end }
}

test('who watches hears what is there, then every change, until it stops', async () => {
  const { app, id, other, heard, end } = await watched()
  const ticked = { ...notBegun, automatic: true }
  await app.value('goLive:put', { id, goLive: ticked })
  await app.value('goLive:put', { id: other, goLive: ticked })
  expect(await end()).toBe(true)
  await app.value('goLive:put', { id, goLive: notBegun })
  expect(heard().map(({ goLive }) => goLive)).toEqual([notBegun, ticked])
})

test('a test of saved keys is known to every relationship that works with them', async () => {
  const { app, connection, heard, end } = await watched()
  const { site, companyId, publicKey, clientId } = connection
  const needs = { role: 'target' as const, timeEntries: true, attachments: true, reverseSync: false }
  const run = (changed: { companyId?: string } = {}) =>
    app.value('connections:test', {
      callId: 't',
      credentials: { site, companyId: changed.companyId ?? companyId, publicKey, clientId },
      privateKey: null,
      target,
      needs,
    })
  await run({ companyId: 'nobody' })
  expect(heard().at(-1)?.tested).toBeNull()
  expect((await run()).ok).toBe(true)
  expect(heard().at(-1)?.tested).toMatchObject({ of: 'keys', for: expect.stringContaining(publicKey) })
  await end()
})

test('who watches hears of the keys a relationship works with after it was saved with others', async () => {
  const { app, id, connection, heard, end } = await watched()
  const { site, companyId, publicKey, clientId } = connection
  await app.value('connections:test', {
    callId: 't',
    credentials: { site, companyId, publicKey, clientId },
    privateKey: null,
    target,
    needs: { role: 'target', timeEntries: true, attachments: true, reverseSync: false },
  })
  const own = heard().at(-1)?.tested
  expect(own).not.toBeNull()
  const saved = await overridden(
    app,
    await app.value('relationships:get', { id }),
    otherOverride,
    'typed key',
  )
  expect(heard().at(-1)?.tested).toBeNull()
  await overridden(app, saved, { ...otherOverride, enabled: false }, null)
  expect(heard().at(-1)?.tested).toEqual(own)
  await end()
})

test('a test of typed keys counts once they are saved, for relationships made later as well', async () => {
  const app = startApp()
  const { name: _, environment: __, ...credentials } = valuesFor(app.demo)
  const { ok } = await app.value('connections:test', {
    callId: 't',
    credentials,
    privateKey: app.demo.credentials.privateKey,
    target: null,
    needs: { role: 'target', timeEntries: true, attachments: true, reverseSync: false },
  })
  expect(ok).toBe(true)
  const connection = await connected(app)
  const { id } = await relationship(app, connection.id)
  const watching = app.call('goLive:watch', { callId: 'w', id })
  const heard = app.progress.map((progress) => Object(progress)).find(({ callId }) => callId === 'w')
  expect(heard.report.tested).toMatchObject({ for: testedFor(connection, connection.keyId) })
  await app.value('calls:cancel', { callId: 'w' })
  await watching
})
