// A simulator with its reader and a clock, for tests of what a refresh makes of it.
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import { refreshReference } from '../../../../../main/connectwise/reference/refresh.ts'
import { createSimulator, type SimulatorOptions } from '../../../../simulator/simulator.ts'
import type { ProgressReport } from '../../../../../shared/ipc/progress.ts'
import type { Snapshot } from '../../../../../shared/reference/collections.ts'
import { createFakeClock } from '../fakes.ts'
const site = 'demo.example.test'
const connection = { name: 'Demo', environment: 'sandbox', site, companyId: 'northwind' } as const
const start = Date.parse('2026-11-23T10:00:00Z')

export function open(
  options: SimulatorOptions = {},
  fetchOf = (demo: ReturnType<typeof createSimulator>) => demo.fetch,
) {
  const demo = createSimulator(options)
  const clock = createFakeClock(start)
  const client = createClient({
    fetch: fetchOf(demo),
    keys: { site, ...demo.credentials },
    allowLoopbackHttp: false,
    clock,
    random: () => 0,
  })
  const reports: ProgressReport[] = []
  const refresh = (previous: Snapshot | null = null, signal: AbortSignal = new AbortController().signal) =>
    refreshReference({ client, connection, previous, signal, onProgress: (report) => reports.push(report) })
  const read = async (previous: Snapshot | null = null) => {
    const result = await refresh(previous)
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  return { demo, clock, client, refresh, read, reports }
}

export const countsOf = ({ collections }: Snapshot) =>
  Object.fromEntries(Object.entries(collections).map(([name, rows]) => [name, rows?.length]))

const listOf = (path: string) => path.replace(/\/count$/, '')
export const perList = (requests: readonly { path: string }[]) => {
  const lists = Map.groupBy(requests, ({ path }) => listOf(path))
  return Math.max(...[...lists.values()].map((group) => group.length))
}
