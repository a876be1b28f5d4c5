// Reading again with nothing changed: how many requests arrive, by the simulator's own log.
import { createClient } from '../../../main/connectwise/transport/client.ts'
import { refreshReference } from '../../../main/connectwise/reference/refresh.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { figure } from '../figure.ts'
import { startSimulator } from '../processes.ts'

type Log = { requests: { method: string; path: string }[] }

/** The list a request is about: `/service/boards/4/statuses`. */
const listOf = ({ path }: { path: string }): string =>
  path.replace(/^.*\/apis\/3\.0/, '').replace(/\/count$/, '')

export async function measure() {
  const { url, keys, stop } = await startSimulator('huge')
  const requests = async () => {
    const log: Log = JSON.parse(await (await fetch(`${url}/simulator/requests`)).text())
    return log.requests.filter(({ path }) => path.includes('/apis/3.0/'))
  }
  const refresh = async (previous: Snapshot | null) => {
    const read = await refreshReference({
      client: createClient({ fetch: (request) => fetch(request), keys, allowLoopbackHttp: true }),
      connection: { name: 'Benchmark', environment: 'sandbox', site: keys.site, companyId: keys.companyId },
      previous,
      signal: new AbortController().signal,
      onProgress: () => {},
    })
    if (!read.ok) throw new Error(read.error.message)
    return read.value.snapshot
  }
  try {
    const snapshot = await refresh(null)
    const before = (await requests()).length
    const again = await refresh(snapshot)
    if (JSON.stringify(again.collections) !== JSON.stringify(snapshot.collections))
      throw new Error('The second read brought other rows than the first.')
    const counts = Object.groupBy((await requests()).slice(before), listOf)
    const most = Math.max(...Object.values(counts).map((each) => each?.length ?? 0))
    return [figure({ name: 'refresh-warm', value: most, unit: 'requests per collection', goal: { most: 2 } })]
  } finally {
    await stop()
  }
}
