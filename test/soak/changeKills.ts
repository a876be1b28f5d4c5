// Kills a process in the middle of changes of many files and looks at what a restart finds: all of a round or none of it, and a word about it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Changing, ToldOfChange } from './changer.ts'
import { type ChangeKind, changes, openIn } from './changes.ts'

/** Milliseconds after the first round has begun. */
const longestLife = 400

async function killOnce(task: Changing): Promise<{ begun: number; stored: number }> {
  const child = fork(join(import.meta.dirname, 'changer.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const seen = { begun: task.firstRound - 1, stored: task.firstRound - 1 }
  const begins = Promise.withResolvers<void>()
  child.on('message', (told: ToldOfChange) => {
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

const saysSo = (notice: string): boolean => notice.includes('was broken off')

/** Everything a restart found wrong, and how often it said that a change was taken back. */
export async function changeKills(
  folder: string,
  kind: ChangeKind,
  times: number,
): Promise<{ problems: string[]; takenBack: number }> {
  const { relationships, marks, markOf } = changes[kind]
  const problems: string[] = []
  let takenBack = 0
  let round = 0
  for (let time = 1; time <= times; time += 1) {
    const { begun, stored } = await killOnce({ folder, kind, firstRound: round + 1 })
    const app = openIn(folder)
    const found = await marks(app)
    const { notices } = await app.value('app:info', {})
    const isTakenBack = notices.some(saysSo)
    takenBack += isTakenBack ? 1 : 0
    const [mark, ...others] = new Set(found)
    const note = (problem: string): void => void problems.push(`${kind}, kill ${time}: ${problem}`)
    if (others.length > 0) note(`between rounds: ${[mark, ...others].join(', ')}`)
    if (found.length !== relationships && found.length > 0) note(`${found.length} relationships`)
    const possible = Array.from({ length: begun - stored + 1 }, (_, index) => stored + index)
    const expected = await Promise.all(possible.map((number) => markOf(app, number)))
    const at = mark === undefined ? expected.indexOf(await markOf(app, 0)) : expected.indexOf(mark)
    if (at < 0) note(`found ${mark}, told ${expected.join(' to ')}`)
    for (const notice of notices.filter((each) => !saysSo(each))) note(notice)
    round = at < 0 ? stored : stored + at
  }
  return { problems, takenBack }
}
