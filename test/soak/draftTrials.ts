// Ends a process in the middle of typing, in three ways, and looks at how old the draft is that a restart finds.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startApp } from '../support/app.ts'
import type { Letter, TypingTask } from './typist.ts'

/**
 * `kill`: the process is gone. `power cut`: it is gone, and of what was not synced yet any part is missing. `session end`: it
 * is asked as Windows asks, and ended when nothing holds it up.
 */
const endings = ['kill', 'power cut', 'session end'] as const
type Ending = (typeof endings)[number]

/** A draft may be this old (milliseconds). */
const oldest = 1000
/** Somebody types for as long as this before the end, and a moment more. */
const typing = { least: 400, more: 700 }

/** Half-written copies are what a power cut leaves of a write that was under way. */
function cutUnsynced(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.tmp'))) {
    const path = join(folder, name)
    truncateSync(path, Math.floor(Math.random() * statSync(path).size))
  }
}

async function endOnce(folder: string, ending: Ending, from: number): Promise<Letter[]> {
  const child = fork(join(import.meta.dirname, 'typist.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const letters: Letter[] = []
  const begun = Promise.withResolvers<void>()
  child.on('message', (letter: Letter) => {
    letters.push(letter)
    begun.resolve()
  })
  const ended = once(child, 'exit')
  void ended.then(() => begun.reject(new Error(`it ended by itself: ${errors}`)))
  child.send({ folder, from } satisfies TypingTask)
  await begun.promise
  await delay(typing.least + Math.random() * typing.more)
  if (ending === 'session end') child.send('session ends' satisfies TypingTask)
  else child.kill('SIGKILL')
  await ended
  if (ending === 'power cut') cutUnsynced(join(folder, 'drafts'))
  return letters
}

/** What a restart finds wrong with the draft. */
async function judge(folder: string, letters: readonly Letter[]): Promise<string[]> {
  const app = startApp({ folder })
  const [kept] = await app.value('drafts:list', { windowId: 'after' })
  const { notices } = await app.value('app:info', {})
  const found = notices.map((notice) => `told at start: ${notice}`)
  const last = letters.at(-1)
  if (!kept || !last) return [...found, 'there is no draft']
  const letter = Number(/^Letter (\d+)$/.exec(kept.draft.partner)?.[1] ?? Number.NaN)
  // It was what the window showed until the next letter.
  const missing = letters.find((each) => each.letter > letter)
  const age = missing ? last.at - missing.at : 0
  return age <= oldest ? found : [...found, `the draft is ${age} ms old`]
}

/** So many ends over one data folder; answers with everything that a restart found wrong. */
export async function draftTrials(times: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'syncwright-typing-'))
  const problems: string[] = []
  let from = 0
  for (let time = 0; time < times; time += 1) {
    const ending = endings[time % endings.length] ?? 'kill'
    const letters = await endOnce(folder, ending, from)
    from = letters.at(-1)?.letter ?? from
    problems.push(...(await judge(folder, letters)).map((problem) => `${ending} ${time + 1}: ${problem}`))
  }
  rmSync(folder, { recursive: true, force: true })
  return problems
}
