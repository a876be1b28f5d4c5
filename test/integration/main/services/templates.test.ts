// Templates through the real stores: what they leave out, what a new relationship begins with, here and elsewhere.
import { describe, expect, test } from 'vitest'
import { type App, startApp, connected } from '../handlers/app.ts'

async function demoTarget(app: App) {
  const [target] = (await app.value('relationships:list', {})).filter(({ role }) => role === 'target')
  if (!target) throw new Error('the demo organisation has no target relationship')
  return target.id
}

const begin = (app: App, connectionId: string, templateId: string) =>
  app.value('relationships:create', {
    contractName: 'Next customer',
    partner: 'Next',
    role: 'target',
    connectionId,
    templateId,
  })

async function saved() {
  const app = startApp({ openDemo: true })
  const id = await demoTarget(app)
  const template = await app.value('templates:save', { relationshipId: id, name: 'Standard' })
  return { app, id, template }
}

describe('templates', () => {
  test('leave out what differs per customer and keep the rest', async () => {
    const { app, id, template } = await saved()
    const { draft } = await app.value('relationships:get', { id })
    expect(template.settings).toEqual({
      ...draft.settings,
      company: null,
      owner: null,
      reverseSync: {
        ...draft.settings.reverseSync,
        filter: { ...draft.settings.reverseSync.filter, companies: [] },
      },
    })
  })

  test('begin a relationship in the same ConnectWise as they are', async () => {
    const { app, template } = await saved()
    const { draft } = await begin(app, 'demo', template.id)
    expect(draft.settings).toEqual(template.settings)
    expect(draft.contractName).toBe('Next customer')
  })

  test('begin one in another ConnectWise with what its lists know by name, the rest open', async () => {
    const { app, template } = await saved()
    const { id } = await connected(app)
    const unread = await begin(app, id, template.id)
    expect(unread.draft.settings.serviceBoard).toBeNull()
    await app.value('reference:refresh', { callId: 'r', target: { connectionId: id, overrideOf: null } })
    const read = await begin(app, id, template.id)
    expect(read.draft.settings.serviceBoard?.name).toBe(template.settings.serviceBoard?.name)
  })

  test('of one name replace each other, and go when they are deleted', async () => {
    const { app, id, template } = await saved()
    const again = await app.value('templates:save', { relationshipId: id, name: ' Standard ' })
    expect(again.id).toBe(template.id)
    await app.value('templates:remove', { id: template.id })
    expect(await app.value('templates:list', {})).toEqual([])
    expect(await app.code('templates:remove', { id: template.id })).toBe('unknown-item')
  })
})
