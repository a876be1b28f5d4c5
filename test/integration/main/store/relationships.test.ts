// Relationships keep every revision, notice conflicts and damage each other never.
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRelationships } from '../../../../main/store/relationshipStore.ts'
import { draft, storeContext, temporaryFolder } from './fixtures.ts'

const open = (folder: string, context = storeContext()) => createRelationships(context, folder, 'dana')
const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

test('a new relationship is its first revision', () => {
  const created = value(open(temporaryFolder()).create(draft()))
  expect(created.latest).toMatchObject({
    number: 1,
    savedAt: '2026-11-23T10:00:00.000Z',
    user: 'dana',
    note: '',
    draft: draft(),
  })
  expect(created.latest.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('every save is a revision, with values that are kept but not used', () => {
  const folder = temporaryFolder()
  const { id } = value(open(folder).create(draft()))
  const next = draft({ role: 'source', partner: 'Contoso UK' })
  next.settings.serviceBoard = { id: 4, name: 'Help Desk' }
  value(open(folder).save({ id, draft: next, baseRevision: 1, note: 'other role' }))
  const stored = value(open(folder).get(id))
  expect(stored.revisions.map(({ number, note }) => [number, note])).toEqual([
    [1, ''],
    [2, 'other role'],
  ])
  expect(stored.latest.draft).toEqual(next)
  expect(stored.revisions[0]?.draft).toEqual(draft())
})

test('equal drafts have equal hashes whatever the order of their members', () => {
  const store = open(temporaryFolder())
  const one = draft()
  one.settings.company = { id: 1, name: 'A', identifier: 'a' }
  const other = draft()
  other.settings.company = { identifier: 'a', name: 'A', id: 1 }
  expect(value(store.create(one)).latest.hash).toBe(value(store.create(other)).latest.hash)
  expect(value(store.create(draft())).latest.hash).not.toBe(value(store.create(one)).latest.hash)
})

test('a save on top of another revision is a conflict and stores nothing', () => {
  const folder = temporaryFolder()
  const { id } = value(open(folder).create(draft()))
  const [mine, theirs] = [open(folder), open(folder)]
  value(theirs.save({ id, draft: draft({ partner: 'Theirs' }), baseRevision: 1, note: '' }))
  expect(mine.save({ id, draft: draft({ partner: 'Mine' }), baseRevision: 1, note: '' })).toMatchObject({
    ok: false,
    error: {
      code: 'conflict',
      message: 'Revision 2 was saved by dana in the meantime. Nothing was overwritten.',
    },
  })
  expect(value(mine.get(id)).latest.draft.partner).toBe('Theirs')
})

test('a damaged file costs no other relationship, and its last good copy comes back', () => {
  const folder = temporaryFolder()
  const [one, other] = [value(open(folder).create(draft())), value(open(folder).create(draft()))]
  const context = storeContext()
  writeFileSync(join(folder, 'relationships', `rel-${one.id}.json`), '{"version":1,')
  const ids = open(folder, context)
    .list()
    .map(({ id }) => id)
  expect(ids.toSorted()).toEqual([one.id, other.id].toSorted())
  expect(context.notices).toHaveLength(1)
})

test('ids that differ only in case are two files', () => {
  const folder = temporaryFolder()
  const store = open(folder)
  value(store.create(draft({ partner: 'upper' }), { id: 'AB-c' }))
  value(store.create(draft({ partner: 'lower' }), { id: 'ab-c' }))
  value(store.create(draft({ partner: 'reserved' }), { id: 'con' }))
  expect(value(store.get('AB-c')).latest.draft.partner).toBe('upper')
  expect(value(store.get('ab-c')).latest.draft.partner).toBe('lower')
  const files = readdirSync(join(folder, 'relationships')).map((name) => name.toLowerCase())
  expect(new Set(files).size).toBe(files.length)
  expect(files).not.toContain('con.json')
})

test('a copy of a file under another name is not a second relationship', () => {
  const folder = temporaryFolder()
  const { id } = value(open(folder).create(draft()))
  const files = join(folder, 'relationships')
  copyFileSync(join(files, `rel-${id}.json`), join(files, 'rel-copy.json'))
  expect(open(folder).list()).toHaveLength(1)
})

test('an id that exists is not created again, one that is gone is unknown', () => {
  const store = open(temporaryFolder())
  value(store.create(draft(), { id: 'x' }))
  expect(store.create(draft(), { id: 'x' })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  value(store.remove('x'))
  expect(store.get('x')).toMatchObject({ ok: false, error: { code: 'unknown-item' } })
  expect(store.list()).toEqual([])
})

test('what is read ahead is read file by file, and is what the list tells', async () => {
  const folder = temporaryFolder()
  for (const partner of ['A', 'B', 'C']) value(open(folder).create(draft({ partner })))
  for (const name of readdirSync(join(folder, 'relationships')))
    writeFileSync(join(folder, 'relationships', name), 'damaged')
  const context = storeContext()
  const store = open(folder, context)
  const told: number[] = []
  await store.listInTurns(async () => void told.push(context.notices.length))
  expect(told).toEqual([1, 2, 3])
  expect(store.list()).toEqual([])
  expect(context.notices).toHaveLength(3)
})
