// The memory of the command line at its most while it writes the preview of 650,000 tickets as JSON, every row complete.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exportText, snapshotText } from '../support/files.ts'
import { figure } from './figure.ts'
import { removeFolder, temporaryFolder } from './processes.ts'

const tickets = 650_000
const program = resolve(import.meta.dirname, '../../out/cli/index.js')

/** Writes the most memory the process ever had, in kilobytes, into the file that PEAK names. */
const watch = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.PEAK,String(process.resourceUsage().maxRSS)))`

/** How many rows come out, one after the other. */
async function countRows(folder: string, peak: string): Promise<number> {
  const args = [
    'preview',
    'a.syncwright.json',
    '--reference',
    'a.reference.json',
    '--tickets',
    'a.json',
    '--json',
  ]
  const child = spawn(process.execPath, ['--import', watch, program, ...args], {
    cwd: folder,
    env: { ...process.env, PEAK: peak },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8')
  let rows = 0
  let rest = ''
  for await (const chunk of child.stdout) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    rows += lines.filter((line) => line.startsWith('      "verdict"')).length
  }
  return rows
}

export async function measure() {
  const folder = temporaryFolder()
  try {
    const peak = join(folder, 'peak')
    writeFileSync(join(folder, 'a.syncwright.json'), exportText())
    writeFileSync(join(folder, 'a.reference.json'), snapshotText())
    const rows = Array.from(
      { length: tickets },
      (_, at) => `{"key":"INC${at}","summary":"Printer ${at} offline","status":"Open"}`,
    )
    writeFileSync(join(folder, 'a.json'), `[${rows.join(',\n')}]`)
    const written = await countRows(folder, peak)
    if (written !== tickets) throw new Error(`${written} of ${tickets} rows were written.`)
    const value = Number(readFileSync(peak, 'utf8')) / 1024
    return [figure({ name: 'preview-json-memory', value, unit: 'MB', goal: { most: 400 } })]
  } finally {
    removeFolder(folder)
  }
}
