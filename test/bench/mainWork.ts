// What main does at its heaviest, in this process, with its heartbeat listened to.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createBackground } from '../../main/background/background.ts'
import type { Keys } from '../../main/connectwise/transport/client.ts'
import { startApp } from '../support/app.ts'
import { startHeartbeat } from './heartbeat.ts'
import { targetRelationship } from '../support/relationships.ts'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { inputOf } from './processes.ts'
import type { Stretches } from './mainBlocked.ts'

const { folder, keys } = inputOf<{ folder: string; keys: Keys }>()
const worker = resolve(import.meta.dirname, '../../out/worker/index.cjs')
const app = startApp({
  folder,
  network: (request) => fetch(request),
  allowLoopbackHttp: true,
  run: createBackground(() => new Worker(worker)),
  savePath: () => `${folder}/packed.syncwright-bundle`,
})
const { privateKey, ...typed } = keys
const values = { name: 'Acme', environment: 'sandbox' as const, ...typed }
const { id } = await app.value('connections:save', { id: null, values, privateKey })
const target = { connectionId: id, overrideOf: null }
const heart = startHeartbeat()

await heart.during('refresh', () => app.value('reference:refresh', { callId: 'r', target }))
await heart.during('first search', () =>
  app.value('companies:search', { target, text: 'acme', limit: 50, showHidden: false }),
)
await heart.during('lists', () => app.value('reference:get', { target }))
const connection = {
  name: values.name,
  environment: values.environment,
  site: keys.site,
  companyId: keys.companyId,
}
const many = Array.from({ length: 300 }, (_, index) => ({
  ...targetRelationship(),
  id: `benchmark-${index}`,
  contractName: `Contract ${index}`,
  connection,
}))
const text = exportRelationships(many, new Date())
const read = await heart.during('reading 300 relationships', () =>
  app.value('files:readImport', { fileName: 'many.syncwright.json', text }),
)
const { importId, entries } = read
await heart.during('storing 300 relationships', () =>
  app.value('files:applyImport', {
    importId,
    ids: entries.map(({ relationship }) => relationship.id),
    decisions: [],
  }),
)
const list = await heart.during('overview', () => app.value('relationships:list', {}))
const ids = list.slice(0, 20).map((each) => each.id)
const members = (await app.value('reference:get', { target }))?.collections.members ?? []
const other = members.find(({ id: each, inactiveFlag }) => !inactiveFlag && each !== 42)
if (!other) throw new Error('There is nobody to take the place of another.')
const record = { collection: 'members' as const, id: 42 }
await heart.during('where used', () => app.value('fleet:uses', { target, record }))
const replacement = { target, record, withId: other.id }
const review = await heart.during('reviewing 300 replacements', () => app.value('fleet:review', replacement))
const rows = review.map(({ id: each, revision }) => ({ id: each, revision }))
const { undo } = await heart.during('replacing in 300 relationships', () =>
  app.value('fleet:replace', { ...replacement, rows, note: 'Replaced' }),
)
await heart.during('taking 300 replacements back', () => app.value('fleet:undo', { undo }))
await heart.during('locking a bundle', () =>
  app.value('files:exportBundle', { ids, samples: false, passphrase: 'a long passphrase' }),
)
const bytes = readFileSync(`${folder}/packed.syncwright-bundle`)
await heart.during('opening a bundle', () =>
  app.value('files:readBundle', {
    fileName: 'packed.syncwright-bundle',
    bytes: new Uint8Array(bytes),
    passphrase: 'a long passphrase',
  }),
)
heart.stop()
const stretches: Stretches = Object.fromEntries([...heart.longest].filter(([name]) => name !== ''))
// Sockets and threads that are kept for the next request would keep this process.
process.send?.(stretches, () => process.exit())
