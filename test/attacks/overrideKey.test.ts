// Attacks that try to lead the private key of an override to another host, or to lend it.
import { describe, expect, test } from 'vitest'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { temporaryFolder } from '../integration/main/store/fixtures.ts'
import { valuesFor } from '../integration/main/handlers/app.ts'
import { emptyOverride } from '../../shared/relationship/draft.ts'
import { targetRelationship } from '../support/relationships.ts'
import { startListening } from './listeningApp.ts'
import { saveOverride, withOverride } from './overrides.ts'

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: false } as const

describe('the key of an override', () => {
  test('is not sent where an imported file of the same id says, with the override on or off, also after a restart', async () => {
    const folder = temporaryFolder()
    const { app, hostsGiven, key } = startListening({ folder })
    const { id, target } = await withOverride(app)
    const { connection } = targetRelationship()
    for (const enabled of [true, false, true]) {
      const apiOverride = enabled ? { site: 'evil.example.test', companyId: 'acme' } : null
      const file = exportRelationships([targetRelationship({}, { id, apiOverride, connection })], new Date())
      const { importId } = await app.value('files:readImport', { fileName: 'a.json', text: file })
      await app.value('files:applyImport', { importId, ids: [id] })
    }
    expect(await app.code('reference:refresh', { callId: 'r', target })).toBe('key-needed')
    const restarted = startListening({ folder })
    expect(await restarted.app.code('reference:refresh', { callId: 'r', target })).toBe('key-needed')
    expect([...hostsGiven(key), ...restarted.hostsGiven(key)]).toEqual([])
  })

  test('stays with its host when the draft names another one, and works again when that is taken back', async () => {
    const { app, hostsGiven, key } = startListening()
    const { id, target } = await withOverride(app)
    expect((await saveOverride(app, id, 'evil.example.test')).overrideKey).toBe('needed')
    expect(await app.code('reference:refresh', { callId: 'r', target })).toBe('key-needed')
    expect((await saveOverride(app, id, 'override.example.test')).overrideKey).toBe('saved')
    expect(await app.code('reference:refresh', { callId: 'r', target })).toBe('ok')
    expect(hostsGiven(key)).toEqual(['override.example.test'])
  })

  test('is not lent to a test of the connection, nor the connection’s to the override', async () => {
    const { app, hostsGiven, key } = startListening()
    const { target, connectionId } = await withOverride(app)
    const { name: _name, environment: _environment, site: _site, ...rest } = valuesFor(app.demo)
    const ask = (site: string, of: typeof target | { connectionId: string; overrideOf: null }) =>
      app.value('connections:test', {
        callId: 't',
        credentials: { ...rest, site },
        privateKey: null,
        target: of,
        needs,
      })
    const { stages } = await ask('acme.example.test', target)
    expect(stages.find(({ stage }) => stage === 'keys')).toMatchObject({ ok: false, code: 'key-needed' })
    await ask('override.example.test', { connectionId, overrideOf: null })
    expect(hostsGiven(key)).toEqual([])
  })
})

test('an override that is off holds no key to be lent', async () => {
  const { app, hostsGiven, key } = startListening()
  const { id, target } = await withOverride(app)
  const { draft, revision } = await app.value('relationships:get', { id })
  await app.value('relationships:save', {
    id,
    draft: { ...draft, apiOverride: { ...emptyOverride(), site: 'evil.example.test' } },
    baseRevision: revision.number,
    note: '',
    overrideKey: null,
  })
  await app.call('reference:refresh', { callId: 'r', target })
  expect(hostsGiven(key)).toEqual([])
})
