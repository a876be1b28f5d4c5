// Relationships by the calls of the page: saved as revisions, with the key of their override.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesIn } from '../store/fixtures.ts'
import { startApp, valuesFor, connected, relationship, otherOverride, overridden } from './app.ts'

describe('relationships', () => {
  test('are saved as revisions; a stale base is a conflict that leaves the key alone', async () => {
    const app = startApp()
    const { id: connectionId } = await connected(app)
    const { id, draft } = await relationship(app, connectionId)
    const changed = { ...draft, apiOverride: otherOverride }
    const saved = await app.value('relationships:save', {
      id,
      draft: changed,
      baseRevision: 1,
      note: 'override',
      overrideKey: 'override-key-1',
    })
    expect(saved).toMatchObject({
      revision: { number: 2, user: 'dana', note: 'override' },
      overrideKey: 'saved',
      draft: changed,
    })
    expect(
      await app.code('relationships:save', {
        id,
        draft,
        baseRevision: 1,
        note: '',
        overrideKey: 'override-key-2',
      }),
    ).toBe('conflict')
    const again = startApp({ folder: app.folder })
    expect(await again.value('relationships:get', { id })).toEqual(saved)
    const stored = filesIn(app.folder)
      .map(({ content }) => content)
      .join('')
    expect(stored).not.toContain('override-key')
  })

  test('without the key of their override say so', async () => {
    const app = startApp()
    const { id: connectionId } = await connected(app)
    const made = await relationship(app, connectionId)
    const { id, overrideKey } = await overridden(app, made, otherOverride, null)
    expect(overrideKey).toBe('needed')
    expect(
      await app.code('reference:refresh', { callId: 'o', target: { connectionId, overrideOf: id } }),
    ).toBe('key-needed')
  })

  test('take their override’s key and data along when they go', async () => {
    const app = startApp()
    const { id: connectionId } = await connected(app)
    const made = await relationship(app, connectionId)
    const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
    const apiOverride = { enabled: true, ...credentials, site: 'override.example.test' }
    const { id } = await overridden(app, made, apiOverride, app.demo.credentials.privateKey)
    const target = { connectionId, overrideOf: id }
    await app.value('reference:refresh', { callId: 'o', target })
    expect((await app.value('reference:get', { target }))?.connection.site).toBe('override.example.test')
    await app.value('relationships:remove', { id })
    expect(await app.code('relationships:get', { id })).toBe('unknown-item')
    expect(await app.value('reference:get', { target })).toBeNull()
    await app.value('bin:settle', { kind: 'relationship', id })
    expect(readFileSync(join(app.folder, 'keys.json'), 'utf8')).not.toContain('override:')
  })
})
