// How long the command line takes to start, above an empty program.
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { figure, median } from './figure.ts'

const runs = 21
const program = resolve(import.meta.dirname, '../../out/cli/index.js')

const timeOf = (args: readonly string[]): number => {
  const start = performance.now()
  execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  return performance.now() - start
}

export function measure() {
  const times: number[] = []
  const emptyTimes: number[] = []
  for (let run = 0; run < runs; run += 1) {
    emptyTimes.push(timeOf(['-e', '0']))
    times.push(timeOf([program, 'schema']))
  }
  const value = median(times) - median(emptyTimes)
  return [figure({ name: 'cli-start', value, unit: 'ms', goal: { most: 150 } })]
}
