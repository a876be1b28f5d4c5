// A data folder in which the demo organisation has 100,000 companies.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoConnectionId } from '../../../main/services/demo/demoOrganisation.ts'
import { fileNameOf } from '../../../main/store/fileName.ts'
import { exportSnapshot } from '../../../shared/files/snapshotFile.ts'
import { readHugeSnapshot } from '../companies/snapshot.ts'
import { temporaryFolder } from '../processes.ts'

/** The app opens the demo organisation on the snapshot it finds. Whoever asked removes the folder. */
export async function hugeDemoFolder(): Promise<string> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'references'))
  const file = `${fileNameOf('connection', demoConnectionId)}.reference.json`
  writeFileSync(join(folder, 'references', file), exportSnapshot(await readHugeSnapshot()))
  return folder
}
