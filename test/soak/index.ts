// The long trials: kills in the middle of writes, floods of generated messages, memory. Minutes; `npm test` runs a short version.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changeKills } from './changeKills.ts'
import { draftTrials } from './draftTrials.ts'
import { kills } from './kills.ts'
import { messages } from './messages.ts'
import { twoWriters } from './twoWriters.ts'
import { disagreements } from './secondReading.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const megabytes = (): number => {
  collect()
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024)
}

const problems: string[] = []
const report = (name: string, found: readonly string[], words: string): void => {
  problems.push(...found.map((problem) => `${name}: ${problem}`))
  console.log(`${found.length === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${words}`)
}

/** Saves pile up revisions, so a fresh folder now and then keeps one kill as quick as the other. */
async function manyKills(work: 'saves' | 'refreshes', times: number): Promise<void> {
  const found: string[] = []
  for (let done = 0; done < times; done += 25) found.push(...(await kills(work, Math.min(25, times - done))))
  report(`kills during ${work}`, found, `${times} kills, ${found.length} problems`)
}

/** After the first thousands everything is warm; from there on memory has to stay where it is (megabytes). */
const mayGrow = 40

async function manyMessages(count: number): Promise<void> {
  const seed = Date.now() % 100_000
  const memory: number[] = []
  const delays = monitorEventLoopDelay({ resolution: 10 })
  delays.enable()
  const outcome = await messages({
    count,
    seed,
    flood: 250,
    between: (sent) => {
      if (sent % 1000 === 0) memory.push(megabytes())
    },
  })
  delays.disable()
  const warm = memory[1] ?? 0
  const end = memory.at(-1) ?? 0
  const found = [
    ...outcome.problems,
    ...(end - warm > mayGrow ? [`memory went from ${warm} to ${end} MB`] : []),
  ]
  report(
    'generated messages',
    found,
    `${outcome.sent} sent with seed ${seed}, ${outcome.understood} understood, memory ${warm} to ${end} MB, longest hold-up ${Math.round(delays.max / 1e6)} ms`,
  )
}

function secondReading(): void {
  const seed = Date.now() % 100_000
  const found = disagreements({ configurations: 12_000, ticketsEach: 2, seed })
  report(
    'second reading',
    found,
    `12,000 configurations, 48,000 tickets, seed ${seed}, ${found.length} disagreements`,
  )
}

secondReading()
/** In a folder that goes afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'syncwright-soak-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const two = await inFolder((folder) => twoWriters(folder, 1000))
report(
  'two processes, 1,000 saves each',
  two.problems,
  `${two.saved} acknowledged, ${two.problems.length} lost`,
)
for (const kind of ['import', 'replace', 'move'] as const) {
  const killed = await inFolder((folder) => changeKills(folder, kind, 100))
  report(`kills during ${kind}`, killed.problems, `100 kills, ${killed.takenBack} taken back`)
}
const lost = await draftTrials(300)
report('ends while somebody types', lost, `300 ends (kill, power cut, session end), ${lost.length} problems`)
await manyMessages(10_000)
await manyKills('refreshes', 50)
await manyKills('saves', 300)
for (const problem of problems.slice(0, 50)) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
