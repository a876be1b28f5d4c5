// The time the index over 100,000 companies takes; each in a new process, because a second one would be faster.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportSnapshot } from '../../../shared/files/snapshotFile.ts'
import { figure, median } from '../figure.ts'
import { inProcess, removeFolder, temporaryFolder } from '../processes.ts'
import { readHugeSnapshot } from './snapshot.ts'

const runs = 9

export async function measure() {
  const folder = temporaryFolder()
  const path = join(folder, 'huge.reference.json')
  writeFileSync(path, exportSnapshot(await readHugeSnapshot()))
  try {
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) times.push(await inProcess('companies/builder.ts', path))
    return [figure({ name: 'company-search-build', value: median(times), unit: 'ms', goal: { most: 300 } })]
  } finally {
    removeFolder(folder)
  }
}
