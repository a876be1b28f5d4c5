// A process whose files may not grow beyond what `ulimit -f` set, as on a full disk: it saves more and more and tells how each save ended.
import { join } from 'node:path'
import { emptySettings } from '../../../shared/relationship/relationship.ts'
import { startApp } from '../app.ts'

/** How a save ended, and what the store then holds. */
export type Attempt = { boards: number; code: string; stored: number }

// Without it the system would end the process instead of failing the write.
process.on('SIGXFSZ', () => {})

const [folder = '', id = '', connectionId = ''] = process.argv.slice(2)
const app = startApp({ folder, savePath: () => join(folder, 'export.json') })
const target = { connectionId, overrideOf: null }

const attempts: Attempt[] = []
for (let count = 0; count <= 400; count += 20) {
  const { draft, revision } = await app.value('relationships:get', { id })
  const boards = Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `Board ${index + 1}` }))
  const saved = await app.call('relationships:save', {
    id,
    draft: { ...draft, settings: { ...emptySettings(), boards } },
    baseRevision: revision.number,
    note: '',
    overrideKey: null,
  })
  const after = await app.value('relationships:get', { id })
  const code = saved.ok ? 'ok' : saved.error.code
  attempts.push({ boards: count, code, stored: after.draft.settings.boards.length })
}
const refresh = await app.code('reference:refresh', { callId: 'r', target })
const exported = await app.code('files:export', { ids: [id] })
process.stdout.write(JSON.stringify({ attempts, refresh, exported }))
