// The reference data of a demo organisation with a little above 100,000 companies.
import { createClient } from '../../../main/connectwise/transport/client.ts'
import { refreshReference } from '../../../main/connectwise/reference/refresh.ts'
import { demoSite } from '../../../main/demo/index.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'

/** Read from the demo ConnectWise as Refresh would. */
export async function readHugeSnapshot(): Promise<Snapshot> {
  const demo = createSimulator({ size: 'huge' })
  const keys = { site: demoSite, ...demo.credentials }
  const read = await refreshReference({
    client: createClient({ fetch: demo.fetch, keys, allowLoopbackHttp: false }),
    connection: {
      name: 'Demo organisation',
      environment: 'sandbox',
      site: demoSite,
      companyId: keys.companyId,
    },
    previous: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  if (!read.ok) throw new Error(read.error.message)
  return read.value.snapshot
}
