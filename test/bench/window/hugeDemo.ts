// A data folder in which the demo organisation has 100,000 companies.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '../../../main/connectwise/client.ts'
import { refreshReference } from '../../../main/connectwise/refresh.ts'
import { createDemo, demoSite } from '../../../main/demo/index.ts'
import { demoConnectionId } from '../../../main/demoOrganisation.ts'
import { fileNameOf } from '../../../main/store/fileName.ts'
import { exportSnapshot } from '../../../shared/files/snapshotFile.ts'
import { temporaryFolder } from './open.ts'

/** The app opens the demo organisation on the snapshot it finds. Whoever asked removes the folder. */
export async function hugeDemoFolder(): Promise<string> {
  const demo = createDemo({ size: 'huge' })
  const read = await refreshReference({
    client: createClient({
      fetch: demo.fetch,
      keys: { site: demoSite, ...demo.credentials },
      allowLoopbackHttp: false,
    }),
    connection: {
      name: 'Demo organisation',
      environment: 'sandbox',
      site: demoSite,
      companyId: demo.credentials.companyId,
    },
    previous: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  if (!read.ok) throw new Error(read.error.message)
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'references'))
  const file = `${fileNameOf('connection', demoConnectionId)}.reference.json`
  writeFileSync(join(folder, 'references', file), exportSnapshot(read.value.snapshot))
  return folder
}
