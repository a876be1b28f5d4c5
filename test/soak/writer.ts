// One of two processes on one data folder: saves revisions, connections and keys as fast as it can, and tells what was acknowledged.
import { createSimulator } from '../simulator/simulator.ts'
import { startApp, valuesFor } from '../support/app.ts'

/** What it is asked to do. */
export type Writing = { folder: string; name: string; relationship: string; saves: number }
/** What the app said was saved. */
export type Acknowledged = { revisions: number; connections: string[] }

async function write({ folder, name, relationship: id, saves }: Writing): Promise<Acknowledged> {
  const app = startApp({ folder, demo: createSimulator({ size: 'small' }) })
  const acknowledged: Acknowledged = { revisions: 0, connections: [] }
  for (let count = 1; count <= saves; count += 1) {
    const { draft, revision } = await app.value('relationships:get', { id })
    const saved = await app.call('relationships:save', {
      id,
      draft: { ...draft, partner: `${name} ${count}` },
      baseRevision: revision.number,
      note: '',
      overrideKey: null,
    })
    if (saved.ok) acknowledged.revisions += 1
    // A connection in every tenth round: each makes the file longer.
    if (count % 10 > 0) continue
    const connected = await app.call('connections:save', {
      id: null,
      values: valuesFor(app.demo, `${name} ${count}`),
      privateKey: `${name}-private-key-${count}`,
    })
    if (connected.ok) acknowledged.connections.push(connected.value.id)
  }
  return acknowledged
}

process.on('message', (task: Writing) => void write(task).then((told) => process.send?.(told)))
