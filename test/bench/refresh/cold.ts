// Reading everything for the first time, beside connectwise-rest and beside the least time the latency allows.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure, median } from '../figure.ts'
import { inProcess, removeFolder, startSimulator, temporaryFolder } from '../processes.ts'
import type { Read } from './reader.ts'

const latency = 50
/** Reads in flight per connection. */
const atOnce = 4
const runs = 3

/** connectwise-rest speaks https only, so both do. */
export async function measure() {
  const folder = temporaryFolder()
  const trusted = join(folder, 'ca.pem')
  const { keys, ca = '', stop } = await startSimulator('huge', '--latency', String(latency), '--https')
  writeFileSync(trusted, ca)
  try {
    const env = { NODE_EXTRA_CA_CERTS: trusted }
    const ours: Read[] = []
    const theirs: { ms: number; rows: number }[] = []
    for (let run = 0; run < runs; run += 1) {
      ours.push(await inProcess<Read>('refresh/reader.ts', keys, { env }))
      theirs.push(await inProcess('refresh/stranger.ts', keys, { env }))
    }
    const amounts = new Set([...ours, ...theirs].map(({ rows }) => rows))
    if (amounts.size !== 1) throw new Error(`Not the same rows were read: ${[...amounts].join(', ')}.`)
    const value = median(ours.map(({ ms }) => ms))
    const stranger = { name: 'connectwise-rest', value: median(theirs.map(({ ms }) => ms)) }
    const floor = { name: 'pages × latency ÷ 4', value: ((ours[0]?.pages ?? 0) * latency) / atOnce }
    return [
      figure({ name: 'refresh-cold', value, unit: 'ms', goal: { mostRatio: 0.35 }, peer: stranger }),
      figure({ name: 'refresh-cold-floor', value, unit: 'ms', goal: { mostRatio: 1.15 }, peer: floor }),
    ]
  } finally {
    await stop()
    removeFolder(folder)
  }
}
