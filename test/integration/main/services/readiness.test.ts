// After a refresh every relationship tells which saved values ConnectWise no longer has like that.
import { expect, it } from 'vitest'
import { startApp, connected } from '../handlers/app.ts'

it('names the relationships whose owner left and whose status was renamed', async () => {
  const app = startApp()
  const { id: connectionId } = await connected(app)
  const target = { connectionId, overrideOf: null }
  await app.value('reference:refresh', { callId: 'first', target })
  const created = await app.value('relationships:create', {
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'target',
    connectionId,
  })
  const { draft } = created
  draft.settings.serviceBoard = { id: 4, name: 'Help Desk' }
  draft.settings.status = { id: 31, name: 'New', boardId: 4 }
  draft.settings.owner = { id: 42, name: 'Dana Reyes', identifier: 'dreyes' }
  await app.value('relationships:save', {
    id: created.id,
    draft,
    baseRevision: 1,
    note: '',
    overrideKey: null,
  })
  const stale = async () => (await app.value('relationships:list', {}))[0]?.readiness.stale
  expect(await stale()).toBe(0)

  const { members } = app.demo.world
  const statuses = app.demo.world.statuses.get(4)
  // Changed in ConnectWise after the first reading, by somebody else.
  const later = { lastUpdated: new Date(Date.now() + 60_000).toISOString() }
  Object.assign(members.find(42) ?? {}, { inactiveFlag: true, _info: later })
  Object.assign(statuses?.find(31) ?? {}, { name: 'Brand new', _info: later })
  members.touch()
  statuses?.touch()
  await app.value('reference:refresh', { callId: 'second', target })
  expect(await stale()).toBe(2)
})
