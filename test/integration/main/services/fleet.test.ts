// Where used and Replace everywhere through the real stores: reviewed first, one revision each, undone as one.
import { describe, expect, test } from 'vitest'
import type { RelationshipDraft } from '../../../../shared/relationship/draft.ts'
import { type App, startApp } from '../handlers/app.ts'

const connectionId = 'demo'
const target = { connectionId, overrideOf: null }

/** The demo organisation with copies of its target relationship, all owned by one member. */
async function fleetOf(app: App, copies: number) {
  const [first] = (await app.value('relationships:list', {})).filter(({ role }) => role === 'target')
  const view = await app.value('reference:get', { target })
  const people = (view?.collections.members ?? []).filter(({ inactiveFlag }) => !inactiveFlag)
  const [owner, other] = people
  if (!first || !owner || !other) throw new Error('the demo organisation has no relationship or no members')
  const ids: string[] = []
  for (let copy = 0; copy < copies; copy += 1) {
    const made = await app.value('relationships:duplicate', { id: first.id })
    await edit(app, made.id, (draft) => ({
      ...draft,
      settings: { ...draft.settings, owner: { id: owner.id, name: 'As it was saved' } },
    }))
    ids.push(made.id)
  }
  return { ids, record: { collection: 'members' as const, id: owner.id }, withId: other.id }
}

async function edit(app: App, id: string, change: (draft: RelationshipDraft) => RelationshipDraft) {
  const { draft, revision } = await app.value('relationships:get', { id })
  await app.value('relationships:save', {
    id,
    draft: change(draft),
    baseRevision: revision.number,
    note: '',
    overrideKey: null,
  })
}

const ownerOf = async (app: App, id: string) =>
  (await app.value('relationships:get', { id })).draft.settings.owner?.id
const rowsOf = (rows: { id: string; revision: number }[], ids: string[]) =>
  rows.filter(({ id }) => ids.includes(id)).map(({ id, revision }) => ({ id, revision }))

async function started() {
  const app = startApp({ openDemo: true })
  return { app, ...(await fleetOf(app, 3)) }
}

describe('the fleet', () => {
  test('names every relationship and field that uses a record', async () => {
    const { app, ids, record } = await started()
    const { name, rows } = await app.value('fleet:uses', { target, record })
    expect(name).toBe('As it was saved')
    for (const id of ids) expect(rows.find((row) => row.id === id)?.fields).toContain('owner')
  })

  test('replaces in the chosen rows alone, one noted revision each, and takes them back as one', async () => {
    const { app, ids, record, withId } = await started()
    const rows = await app.value('fleet:review', { target, record, withId })
    const chosen = ids.slice(0, 2)
    const { undo, replaced } = await app.value('fleet:replace', {
      target,
      record,
      withId,
      rows: rowsOf(rows, chosen),
      note: 'Replaced one with another',
    })
    expect(replaced).toBe(2)
    expect(await Promise.all(ids.map((id) => ownerOf(app, id)))).toEqual([withId, withId, record.id])
    const [newest] = await app.value('relationships:revisions', { id: ids[0] ?? '' })
    expect(newest?.note).toBe('Replaced one with another')
    await app.value('fleet:undo', { undo })
    expect(await Promise.all(ids.map((id) => ownerOf(app, id)))).toEqual([record.id, record.id, record.id])
    expect(await app.code('fleet:undo', { undo })).toBe('unknown-item')
  })

  test('replaces nowhere when one of the relationships has moved on since the review', async () => {
    const { app, ids, record, withId } = await started()
    const rows = await app.value('fleet:review', { target, record, withId })
    await edit(app, ids[1] ?? '', (draft) => ({ ...draft, partner: 'Renamed meanwhile' }))
    const input = { target, record, withId, rows: rowsOf(rows, ids), note: 'n' }
    expect(await app.code('fleet:replace', input)).toBe('conflict')
    expect(await ownerOf(app, ids[0] ?? '')).toBe(record.id)
  })

  test('takes nothing back when one of them was saved since', async () => {
    const { app, ids, record, withId } = await started()
    const rows = await app.value('fleet:review', { target, record, withId })
    const input = { target, record, withId, rows: rowsOf(rows, ids), note: 'n' }
    const { undo } = await app.value('fleet:replace', input)
    await edit(app, ids[1] ?? '', (draft) => ({ ...draft, partner: 'Renamed since' }))
    expect(await app.code('fleet:undo', { undo })).toBe('conflict')
    expect(await ownerOf(app, ids[0] ?? '')).toBe(withId)
  })

  test('keeps what a gate hides, and leaves an override of another site alone', async () => {
    const { app, ids, record, withId } = await started()
    const [elsewhere = '', hidden = ''] = ids
    await edit(app, elsewhere, (draft) => ({
      ...draft,
      apiOverride: { ...draft.apiOverride, enabled: true, site: 'eu.example.test', companyId: 'other' },
    }))
    const kept = { id: 424_242, name: 'Behind the gate' }
    await edit(app, hidden, (draft) => ({
      ...draft,
      settings: {
        ...draft.settings,
        timeEntries: { ...draft.settings.timeEntries, sync: false, defaultWorkRole: kept },
      },
    }))
    const rows = await app.value('fleet:review', { target, record, withId })
    expect(rows.map(({ id }) => id)).not.toContain(elsewhere)
    const input = { target, record, withId, rows: rowsOf(rows, [hidden]), note: 'n' }
    await app.value('fleet:replace', input)
    const { draft } = await app.value('relationships:get', { id: hidden })
    expect(draft.settings.timeEntries.defaultWorkRole).toEqual(kept)
    expect(draft.settings.owner?.id).toBe(withId)
  })

  test('an override of another site has uses of its own', async () => {
    const { app, ids, record } = await started()
    const [one = '', two = '', here = ''] = ids
    const elsewhere = { enabled: true, site: 'eu.example.test', companyId: 'other' }
    for (const id of [one, two])
      await edit(app, id, (draft) => ({ ...draft, apiOverride: { ...draft.apiOverride, ...elsewhere } }))
    const used = async (overrideOf: string | null) => {
      const { rows } = await app.value('fleet:uses', { target: { connectionId, overrideOf }, record })
      return rows.map(({ id }) => id).filter((id) => ids.includes(id))
    }
    expect((await used(one)).toSorted()).toEqual([one, two].toSorted())
    expect(await used(null)).toEqual([here])
    expect(await app.code('fleet:uses', { target: { connectionId, overrideOf: here }, record })).toBe(
      'unknown-item',
    )
  })

  test('refuses a record that the lists do not hold', async () => {
    const { app, record } = await started()
    expect(await app.code('fleet:review', { target, record, withId: 2_000_000_000 })).toBe('unknown-item')
  })

  test('names the records in use that are not what they were, once each', async () => {
    const { app, ids } = await started()
    const gone = { id: 2_000_000_001, name: 'Left the house' }
    for (const id of ids)
      await edit(app, id, (draft) => ({ ...draft, settings: { ...draft.settings, owner: gone } }))
    const changed = await app.value('fleet:changed', { connectionId })
    const found = changed.find(({ id }) => id === gone.id)
    expect(found).toMatchObject({ collection: 'members', name: gone.name, state: 'gone' })
    expect(found?.relationships.toSorted()).toEqual(ids.toSorted())
  })
})
