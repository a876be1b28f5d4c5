// `npm run bench [-- NAME…]`: measures, prints a table and one line of JSON per figure, and keeps them in bench-results.json.
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { ensureBuild } from '../../scripts/ensure-build.mjs'
import type { Figure } from './figure.ts'
import { inProcess } from './processes.ts'

/** Each in a process of its own, one after the other, with the figures it brings. */
const benchmarks: Record<string, readonly string[]> = {
  './refresh/cold.ts': ['refresh-cold', 'refresh-cold-floor'],
  './refresh/warm.ts': ['refresh-warm'],
  './refresh/memory.ts': ['refresh-memory'],
  './preview.ts': ['preview-10k', 'preview-100k'],
  './window/preview.ts': ['preview-long-task', 'preview-heap', 'preview-scroll'],
  './companies/build.ts': ['company-search-build'],
  './companies/search.ts': ['company-search-100k'],
  './window/search.ts': ['company-search-painted'],
  './window/editing.ts': ['editing-long-task', 'heap-switches'],
  './window/start.ts': ['start-interactive', 'first-screen-js'],
  './cli.ts': ['cli-start'],
}

const known = Object.values(benchmarks).flat()
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

await ensureBuild()
console.log(
  `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}. ` +
    'A missed goal does not fail the run, a benchmark that breaks does.\n',
)
const figures: Figure[] = []
for (const [module, names] of Object.entries(benchmarks)) {
  if (!names.some(isWanted)) continue
  try {
    const measured = await inProcess<Figure[]>('measure.ts', module)
    figures.push(...measured.filter(({ name }) => isWanted(name)))
  } catch {
    console.error(`${names.join(', ')} could not be measured; the reason is above.`)
    process.exitCode = 1
  }
}
console.log(table(figures))
for (const each of figures) console.log(JSON.stringify(each))
writeFileSync(
  resolve(import.meta.dirname, '../../bench-results.json'),
  `${JSON.stringify(figures, null, 2)}\n`,
)
