// An administrator's policy in the data folder, through the real handlers: refused sites, locked settings, and a broken file.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportRelationships } from '../../../../../shared/files/exportRelationships.ts'
import { temporaryFolder } from '../../store/fixtures.ts'
import { startApp, valuesFor } from '../../handlers/app.ts'
import { connection, targetRelationship } from '../../../../support/relationships.ts'

const managed = (content: unknown, folder = temporaryFolder()) => {
  writeFileSync(join(folder, 'policy.json'), typeof content === 'string' ? content : JSON.stringify(content))
  return startApp({ folder })
}
const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const

test('without a policy everything is allowed', async () => {
  expect(await startApp().value('app:info', {})).toMatchObject({ policy: { path: null } })
})

test('a site that is not allowed is neither saved, tested nor read', async () => {
  const before = startApp()
  const { privateKey } = before.demo.credentials
  const values = valuesFor(before.demo)
  const { id } = await before.value('connections:save', { id: null, values, privateKey })
  const app = managed({ allowedSites: ['na.myconnectwise.net'] }, before.folder)
  const { name: _name, environment: _environment, ...credentials } = values
  expect(await app.code('connections:save', { id: null, values, privateKey })).toBe('site-not-allowed')
  expect(
    await app.code('connections:test', { callId: 't', credentials, privateKey, target: null, needs }),
  ).toBe('site-not-allowed')
  const target = { connectionId: id, overrideOf: null }
  expect(await app.code('reference:refresh', { callId: 'r', target })).toBe('site-not-allowed')
  const { connectionId } = await app.value('demo:open', {})
  expect(connectionId).toBe('demo')
})

test.each([
  ['a connection', targetRelationship()],
  [
    'an override',
    targetRelationship(
      {},
      {
        connection: { ...connection, site: 'eu.myconnectwise.net' },
        apiOverride: { site: 'na.myconnectwise.net', companyId: 'acme' },
      },
    ),
  ],
])('an import that brings %s of a site that is not allowed stores nothing', async (_what, file) => {
  const app = managed({ allowedSites: ['eu.myconnectwise.net'] })
  const text = exportRelationships([file], new Date(0))
  const { importId } = await app.value('files:readImport', { fileName: 'a', text })
  expect(await app.code('files:applyImport', { importId, ids: [file.id] })).toBe('site-not-allowed')
  expect(await app.value('relationships:list', {})).toEqual([])
  expect(await app.value('connections:list', {})).toEqual([])
})

test('locked settings hold whatever is saved or imported, and say why', async () => {
  const reason = 'Attachments stay in the house.'
  const app = managed({ locked: { syncAttachments: { value: false, reason } }, updateCheck: false })
  expect(await app.value('app:info', {})).toMatchObject({
    policy: { policy: { updateCheck: false, locked: { syncAttachments: { value: false, reason } } } },
  })
  const file = targetRelationship({ syncAttachments: true })
  const text = exportRelationships([file], new Date(0))
  const { importId } = await app.value('files:readImport', { fileName: 'a', text })
  await app.value('files:applyImport', { importId, ids: [file.id] })
  const { draft, revision } = await app.value('relationships:get', { id: file.id })
  expect(draft.settings.syncAttachments).toBe(false)
  const again = await app.value('files:readImport', { fileName: 'a', text })
  expect(again.entries).toMatchObject([{ state: 'same' }])
  const saved = await app.value('relationships:save', {
    id: file.id,
    draft: { ...draft, settings: { ...draft.settings, syncAttachments: true } },
    baseRevision: revision.number,
    note: '',
    overrideKey: null,
  })
  expect(saved.draft.settings.syncAttachments).toBe(false)
})

test.each(['{', '[]', '{"allowedSites":1}'])(
  'a policy that cannot be read (%s) reaches nothing and says so',
  async (text) => {
    const app = managed(text)
    const values = valuesFor(app.demo)
    expect(await app.code('connections:save', { id: null, values, privateKey: 'k' })).toBe('site-not-allowed')
    const { notices } = await app.value('app:info', {})
    expect(notices.join()).toMatch(/policy .* cannot be read/)
  },
)
