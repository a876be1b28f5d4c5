// The memory a first refresh of 100,000 companies needs, in a process that does nothing else.
import { figure, median } from '../figure.ts'
import { inProcess, startSimulator } from '../processes.ts'
import type { Read } from './reader.ts'

const runs = 5

export async function measure() {
  const { keys, stop } = await startSimulator('huge', '--latency', '50')
  try {
    const peaks: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const { bytes } = await inProcess<Read>('refresh/reader.ts', keys, { flags: ['--expose-gc'] })
      peaks.push(bytes / 2 ** 20)
    }
    return [figure({ name: 'refresh-memory', value: median(peaks), unit: 'MB', goal: { most: 150 } })]
  } finally {
    await stop()
  }
}
