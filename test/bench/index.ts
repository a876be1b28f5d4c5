// `npm run bench [-- NAME…]`: measures, prints a table and one line of JSON per figure, and keeps them in bench-results.json.
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { ensureBuild } from '../../scripts/ensure-build.mjs'
import type { Figure } from './figure.ts'
import { inProcess } from './processes.ts'

type Benchmark = { module: string; figures: readonly string[]; needs?: readonly string[] }

const window = ['main', 'worker', 'preload', 'renderer']

/** Each runs in a process of its own, one after the other; `needs` are the bundles it measures. */
const benchmarks: readonly Benchmark[] = [
  { module: './refresh/cold.ts', figures: ['refresh-cold', 'refresh-cold-floor'] },
  { module: './refresh/warm.ts', figures: ['refresh-warm'] },
  { module: './refresh/memory.ts', figures: ['refresh-memory'] },
  { module: './preview.ts', figures: ['preview-10k', 'preview-100k'] },
  {
    module: './window/preview.ts',
    figures: ['preview-long-task', 'preview-heap', 'preview-scroll'],
    needs: window,
  },
  { module: './companies/build.ts', figures: ['company-search-build'] },
  { module: './companies/search.ts', figures: ['company-search-100k', 'company-search-recall'] },
  { module: './window/search.ts', figures: ['company-search-painted'], needs: window },
  { module: './window/editing.ts', figures: ['editing-long-task', 'heap-switches'], needs: window },
  { module: './window/start.ts', figures: ['start-interactive', 'first-screen-js'], needs: window },
  { module: './window/fleet.ts', figures: ['fleet-1000', 'fleet-1000-task'], needs: window },
  { module: './mainBlocked.ts', figures: ['main-blocked'], needs: ['worker'] },
  { module: './previewMemory.ts', figures: ['preview-json-memory'], needs: ['cli'] },
  { module: './cli.ts', figures: ['cli-start'], needs: ['cli'] },
]

const known = benchmarks.flatMap(({ figures }) => figures)
const wanted = process.argv.slice(2)
const strangers = wanted.filter((name) => !known.includes(name))
if (strangers.length > 0) {
  console.error(`There is no figure called ${strangers.join(', ')}; known are ${known.join(', ')}.`)
  process.exit(2)
}
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)

/** Aligned columns, the numbers to the right. */
function table(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'value', 'peer', 'ratio', 'goal', ''],
    ...figures.map(({ name, value, unit, peer, ratio, goal, ok }) => [
      name,
      `${value} ${unit}`,
      peer === null ? '' : `${peer} ${unit}`,
      ratio === null ? '' : String(ratio),
      goal,
      ok ? 'ok' : 'missed',
    ]),
  ]
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const pad = (cell: string, column: number) =>
    column >= 1 && column <= 3 ? cell.padStart(width(column)) : cell.padEnd(width(column))
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}

const chosen = benchmarks.filter(({ figures }) => figures.some(isWanted))
await ensureBuild([...new Set(chosen.flatMap(({ needs = [] }) => needs))])
console.log(
  `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}. ` +
    'A missed goal does not fail the run, a benchmark that breaks does.\n',
)
const figures: Figure[] = []
for (const benchmark of chosen) {
  try {
    const measured = await inProcess<Figure[]>('measure.ts', benchmark.module)
    figures.push(...measured.filter(({ name }) => isWanted(name)))
  } catch {
    console.error(`${benchmark.figures.join(', ')} could not be measured; the reason is above.`)
    process.exitCode = 1
  }
}
console.log(table(figures))
for (const each of figures) console.log(JSON.stringify(each))
writeFileSync(
  resolve(import.meta.dirname, '../../bench-results.json'),
  `${JSON.stringify(figures, null, 2)}\n`,
)
