// A clock that is set back or jumps ahead changes no order, loses no file and hides no revision.
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRelationships } from '../../../../main/store/relationshipStore.ts'
import { clearLeftovers } from '../../../../main/disk/leftovers.ts'
import { setAside } from '../../../../main/disk/quarantine.ts'
import { draft, storeContext, temporaryFolder } from './fixtures.ts'

const times = ['2026-11-23T10:00:00Z', '2019-01-01T00:00:00Z', '2099-12-31T23:59:59Z', '1970-01-01T00:00:00Z']

test('revisions keep their order and conflicts are noticed whatever the clock says', () => {
  const folder = temporaryFolder()
  const clock = [...times]
  const context = { ...storeContext(), now: () => new Date(clock[0] ?? '') }
  const store = createRelationships(context, folder, 'dana')
  const created = store.create(draft(), { id: 'x' })
  expect(created.ok).toBe(true)
  for (let number = 1; number < times.length; number += 1) {
    clock.shift()
    const saved = store.save({
      id: 'x',
      draft: draft({ partner: `P${number}` }),
      baseRevision: number,
      note: '',
    })
    expect(saved).toMatchObject({ ok: true, value: { latest: { number: number + 1 } } })
  }
  expect(store.save({ id: 'x', draft: draft(), baseRevision: 1, note: '' })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  })
  const again = createRelationships(context, folder, 'dana').get('x')
  expect(again.ok && again.value.revisions.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  expect(again.ok && again.value.latest.draft.partner).toBe('P3')
})

test('two damaged files of the same moment are both kept', () => {
  const folder = temporaryFolder()
  const now = new Date('2026-11-23T10:00:00Z')
  for (const content of ['first', 'second']) {
    writeFileSync(join(folder, 'things.json'), content)
    setAside(folder, 'things', now)
  }
  expect(readdirSync(folder).toSorted()).toEqual([
    'things.corrupt-2026-11-23T10-00-00-000Z-2.json',
    'things.corrupt-2026-11-23T10-00-00-000Z.json',
  ])
})

test('what an interrupted write left is cleared away, what is being written and everything else stays', async () => {
  const folder = temporaryFolder()
  const now = new Date('2026-11-23T10:00:00Z')
  const files: [string, string][] = [
    ['connections.json', '2026-11-20T10:00:00Z'],
    ['connections.last-good.json.tmp', '2026-11-20T10:00:00Z'],
    ['connections.json.tmp-1234567890abcdef', '2026-11-20T10:00:00Z'],
    ['syncwright-1234567890abcdef.tmp', '2026-11-20T10:00:00Z'],
    ['keys.json.tmp-1234567890fedcba', '2026-11-23T09:59:00Z'],
  ]
  for (const [name, changed] of files) {
    writeFileSync(join(folder, name), '{}')
    utimesSync(join(folder, name), new Date(changed), new Date(changed))
  }
  await clearLeftovers(folder, now)
  expect(readdirSync(folder).toSorted()).toEqual(['connections.json', 'keys.json.tmp-1234567890fedcba'])
  await clearLeftovers(join(folder, 'gone'), now)
})
