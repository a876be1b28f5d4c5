// The process that is killed: opens the app's own stores in a folder and saves, or refreshes, without a pause.
import { createSimulator } from '../simulator/simulator.ts'
import { emptySettings } from '../../shared/relationship/relationship.ts'
import { startApp, valuesFor } from '../support/app.ts'

/** What it is asked to do, and what it tells: which revision is on its way, then that it is stored. */
export type Task = { folder: string; work: 'saves' | 'refreshes' }
export type Told =
  | { relationship: string; begun: number }
  | { relationship: string; stored: number }
  | 'ready'

const tell = (told: Told): void => void process.send?.(told)

/** Relationships the saves go around in. */
const names = ['First', 'Second', 'Third']

async function prepare({ folder }: Task) {
  const app = startApp({ folder, demo: createSimulator({ size: 'small' }) })
  const [known] = await app.value('connections:list', {})
  const connection =
    known ??
    (await app.value('connections:save', {
      id: null,
      values: valuesFor(app.demo),
      privateKey: app.demo.credentials.privateKey,
    }))
  const there = await app.value('relationships:list', {})
  for (const contractName of names.filter((name) => !there.some((each) => each.contractName === name)))
    await app.value('relationships:create', {
      contractName,
      partner: 'Contoso',
      role: 'source',
      connectionId: connection.id,
    })
  return { app, connectionId: connection.id }
}

async function saves(task: Task): Promise<never> {
  const { app } = await prepare(task)
  const relationships = await app.value('relationships:list', {})
  tell('ready')
  for (let round = 1; ; round += 1)
    for (const { id } of relationships) {
      const { draft, revision } = await app.value('relationships:get', { id })
      const begun = revision.number + 1
      const boards = Array.from({ length: 30 }, (_, index) => ({
        id: begun * 100 + index,
        name: `Board ${begun}`,
      }))
      tell({ relationship: id, begun })
      const settings = { ...emptySettings(), boards }
      await app.value('relationships:save', {
        id,
        draft: { ...draft, partner: `Revision ${begun}`, settings },
        baseRevision: revision.number,
        note: `Round ${round}`,
        overrideKey: null,
      })
      tell({ relationship: id, stored: begun })
    }
}

async function refreshes(task: Task): Promise<never> {
  const { app, connectionId } = await prepare(task)
  const target = { connectionId, overrideOf: null }
  tell('ready')
  for (let round = 1; ; round += 1) await app.value('reference:refresh', { callId: `r${round}`, target })
}

process.on('message', (task: Task) => void (task.work === 'saves' ? saves(task) : refreshes(task)))
