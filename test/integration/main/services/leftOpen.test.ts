// No setting is lost silently: what an import cannot match is named by the relationship until somebody decides.
import { expect, test } from 'vitest'
import { exportRelationships } from '../../../../shared/files/exportRelationships.ts'
import { targetRelationship } from '../../../support/relationships.ts'
import { startApp, valuesFor } from '../handlers/app.ts'

/** An optional setting, so that nothing but this tells of it. */
const owner = { id: 5042, name: 'Robin Hale', identifier: 'rhale' }
const leftOpen = [{ field: 'owner', name: 'Robin Hale' }]

async function imported() {
  const app = startApp()
  const { privateKey } = app.demo.credentials
  const { id: connectionId } = await app.value('connections:save', {
    id: null,
    values: valuesFor(app.demo),
    privateKey,
  })
  const target = { connectionId, overrideOf: null }
  await app.value('reference:refresh', { callId: 'r', target })
  const file = targetRelationship({ owner }, { id: 'promoted' })
  const text = exportRelationships([file], new Date('2026-11-23T10:00:00Z'))
  const { importId } = await app.value('files:readImport', { fileName: 'pilot.syncwright.json', text })
  await app.value('files:applyImport', {
    importId,
    ids: [file.id],
    decisions: [{ id: file.id, connectionId, choices: [] }],
  })
  const detail = await app.value('relationships:get', { id: file.id })
  const save = (input: { note?: string; settled?: string[]; attachments?: boolean }) => {
    const { settled = [], note = '', attachments = detail.draft.settings.syncAttachments } = input
    const settings = { ...detail.draft.settings, syncAttachments: attachments }
    const draft = { ...detail.draft, settings }
    const baseRevision = detail.revision.number
    return app.value('relationships:save', {
      id: file.id,
      draft,
      baseRevision,
      note,
      overrideKey: null,
      settled,
    })
  }
  return { app, detail, save }
}

test('an import names it on the relationship, also after another setting was saved', async () => {
  const { detail, save } = await imported()
  expect(detail.draft.settings.owner).toBeNull()
  expect(detail.leftOpen).toEqual(leftOpen)
  expect((await save({ attachments: !detail.draft.settings.syncAttachments })).leftOpen).toEqual(leftOpen)
})

test('a copy of the relationship names it too', async () => {
  const { app, detail } = await imported()
  expect((await app.value('relationships:duplicate', { id: detail.id })).leftOpen).toEqual(leftOpen)
})

test('what is meant to be empty is said in a revision, and no more above the form', async () => {
  const { save } = await imported()
  const settled = await save({ settled: ['owner'], note: 'Left empty: Owner (Robin Hale)' })
  expect(settled.leftOpen).toEqual([])
  expect(settled.revision).toMatchObject({ number: 2, note: 'Left empty: Owner (Robin Hale)' })
})
