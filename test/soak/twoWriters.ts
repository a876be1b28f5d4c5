// Lets two processes save in one data folder at once and looks for what was acknowledged and is not there.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startApp, valuesFor } from '../support/app.ts'
import type { Acknowledged, Writing } from './writer.ts'

async function letWrite(task: Writing): Promise<Acknowledged> {
  const child = fork(join(import.meta.dirname, 'writer.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  child.send(task)
  const [told]: Acknowledged[] = await once(child, 'message')
  child.kill()
  if (!told) throw new Error('The writer told nothing')
  return told
}

/** What is missing afterwards, in words; nothing is the good answer. */
export async function twoWriters(
  folder: string,
  saves: number,
): Promise<{ problems: string[]; saved: number }> {
  const app = startApp({ folder })
  const { privateKey } = app.demo.credentials
  const values = valuesFor(app.demo)
  const { id: connectionId } = await app.value('connections:save', { id: null, values, privateKey })
  const create = { contractName: 'Contoso', partner: 'Contoso', role: 'source', connectionId } as const
  const { id: relationship } = await app.value('relationships:create', create)
  const told = await Promise.all(
    ['one', 'two'].map((name) => letWrite({ folder, name, relationship, saves })),
  )
  const restarted = startApp({ folder })
  const revisions = await restarted.value('relationships:revisions', { id: relationship })
  const connections = new Map(
    (await restarted.value('connections:list', {})).map((each) => [each.id, each.key]),
  )
  const saved = told.reduce((sum, each) => sum + each.revisions, 0)
  const { notices } = await restarted.value('app:info', {})
  const problems = [
    ...(revisions.length === saved + 1 ? [] : [`${revisions.length} revisions of ${saved + 1}`]),
    ...told
      .flatMap((each) => each.connections)
      .flatMap((id) => (connections.get(id) === 'saved' ? [] : [`${id}: ${connections.get(id) ?? 'gone'}`])),
    ...notices.map((notice) => `told at start: ${notice}`),
  ]
  return { problems, saved }
}
