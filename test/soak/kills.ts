// Kills a working process at random moments and looks at what a restart finds.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startApp } from '../support/app.ts'
import type { Task, Told } from './worker.ts'

/** Milliseconds after which a process dies at the latest; a save takes some of them, a refresh some more. */
const longestLife = { saves: 60, refreshes: 400 } as const

type Seen = { begun: Map<string, number>; stored: Map<string, number> }

/** Lets one process work for a random time, kills it, and answers with what it had told. */
async function killOnce(task: Task): Promise<Seen> {
  const child = fork(join(import.meta.dirname, 'worker.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const seen: Seen = { begun: new Map(), stored: new Map() }
  const ready = Promise.withResolvers<void>()
  child.on('message', (told: Told) => {
    if (told === 'ready') ready.resolve()
    else if ('begun' in told) seen.begun.set(told.relationship, told.begun)
    else seen.stored.set(told.relationship, told.stored)
  })
  const ended = once(child, 'exit').then(([code]) =>
    ready.reject(new Error(`it ended with ${code}: ${errors}`)),
  )
  child.send(task)
  await ready.promise
  await delay(Math.random() * longestLife[task.work])
  child.kill('SIGKILL')
  await ended.catch(() => {})
  return seen
}

/** What a restart finds wrong: a relationship that is gone, damaged, older than told, or newer than begun. */
async function judge(folder: string, { begun, stored }: Seen, before: ReadonlyMap<string, number>) {
  const app = startApp({ folder })
  const problems: string[] = []
  const found = new Map<string, number>()
  for (const { id, partner } of await app.value('relationships:list', {})) {
    const { draft, revision } = await app.value('relationships:get', { id })
    found.set(id, revision.number)
    const revisions = await app.value('relationships:revisions', { id })
    if (revisions.length !== revision.number)
      problems.push(`${id} has ${revisions.length} of ${revision.number} revisions`)
    if (
      revision.number > 1 &&
      (partner !== `Revision ${revision.number}` || draft.settings.boards.length !== 30)
    )
      problems.push(`${id} holds something else than revision ${revision.number}`)
    const least = stored.get(id) ?? before.get(id) ?? 1
    const most = begun.get(id) ?? least
    if (revision.number < least || revision.number > most)
      problems.push(`${id} is at revision ${revision.number}, told were ${least} to ${most}`)
  }
  for (const id of before.keys()) if (!found.has(id)) problems.push(`${id} is gone`)
  for (const { id } of await app.value('connections:list', {})) {
    const target = { connectionId: id, overrideOf: null }
    const view = await app.value('reference:get', { target })
    if (view && (view.counts.companies ?? 0) === 0) problems.push('the reference data is empty')
  }
  const { notices } = await app.value('app:info', {})
  return { problems: [...problems, ...notices.map((notice) => `told at start: ${notice}`)], found }
}

/** Kills so many times over one data folder; answers with everything that a restart found wrong. */
export async function kills(work: Task['work'], times: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'syncwright-soak-'))
  const problems: string[] = []
  let before: ReadonlyMap<string, number> = new Map()
  for (let time = 1; time <= times; time += 1) {
    const seen = await killOnce({ folder, work })
    const judged = await judge(folder, seen, before)
    problems.push(...judged.problems.map((problem) => `after kill ${time}: ${problem}`))
    before = judged.found
  }
  rmSync(folder, { recursive: true, force: true })
  return problems
}
