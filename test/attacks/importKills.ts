// Kills a process in the middle of imports and looks at what a restart finds: all of an import or none of it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startApp } from '../support/app.ts'
import type { Importing, ToldOfImport } from './importer.ts'

/** Milliseconds after the first import has begun. */
const longestLife = 400

async function killOnce(task: Importing): Promise<{ begun: number; stored: number }> {
  const child = fork(join(import.meta.dirname, 'importer.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const seen = { begun: task.firstRound - 1, stored: task.firstRound - 1 }
  const begins = Promise.withResolvers<void>()
  child.on('message', (told: ToldOfImport) => {
    if (told === 'ready') return
    if ('begun' in told) begins.resolve()
    Object.assign(seen, told)
  })
  const ended = once(child, 'exit').then(() => begins.resolve())
  child.send(task)
  await begins.promise
  await delay(Math.random() * longestLife)
  child.kill('SIGKILL')
  await ended
  return seen
}

/** Everything a restart found wrong, and how often it said that an import was taken back. */
export async function importKills(
  folder: string,
  times: number,
  relationships = 20,
): Promise<{ problems: string[]; takenBack: number }> {
  const problems: string[] = []
  let takenBack = 0
  let round = 0
  for (let time = 1; time <= times; time += 1) {
    const { begun, stored } = await killOnce({ folder, relationships, firstRound: round + 1 })
    const app = startApp({ folder })
    const partners = (await app.value('relationships:list', {})).map(({ partner }) => partner)
    const { notices } = await app.value('app:info', {})
    takenBack += notices.filter((notice) => notice.includes('was broken off')).length
    const strange = notices.filter((notice) => !notice.includes('was broken off'))
    const [partner = 'Round 0', ...others] = new Set(partners)
    const found = Number(partner.slice('Round '.length))
    if (others.length > 0 || (partners.length !== relationships && partners.length > 0))
      problems.push(`kill ${time}: ${partners.length} relationships of ${[partner, ...others].join(', ')}`)
    if (found < Math.max(stored, round) || found > begun)
      problems.push(`kill ${time}: found round ${found}, told ${stored} to ${begun}`)
    problems.push(...strange.map((notice) => `kill ${time}: ${notice}`))
    round = found
  }
  return { problems, takenBack }
}
