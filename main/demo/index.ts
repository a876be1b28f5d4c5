// The demo ConnectWise: an in-memory, seeded PSA that answers requests like the real API, for the demo organisation and tests.
import { noLevels, type Right, type RoleChanges } from './access.ts'
import type { FaultName } from './faults/catalogue.ts'
import { pause } from './faults/fault.ts'
import { createGateway } from './gateway.ts'
import type { Credentials, State } from './state.ts'
import { apiMemberIds } from './world/people.ts'
import type { DemoSize } from './world/sizes.ts'
import { createWorld, type World } from './world/world.ts'

/** The host under which the demo organisation answers inside the app; no port is involved. */
export const demoSite = 'demo.example.test'

/** The moment the demo world counts its dates back from, unless told otherwise. */
export const demoNow = new Date('2026-11-23T10:00:00Z')

// Open secrets of a made-up organisation.
const keys = {
  full: { companyId: 'northwind', publicKey: 'DemoPublicKey001', privateKey: 'DemoPrivateKey01' },
  limited: { companyId: 'northwind', publicKey: 'DemoPublicKey002', privateKey: 'DemoPrivateKey02' },
}
const clientId = '3e2f8a51-0d4c-4b7a-9a66-5c1d2e3f4a5b'

export type DemoOptions = {
  size?: DemoSize
  seed?: number
  faults?: FaultName[]
  now?: () => Date
  /** Milliseconds every answer waits. */
  latency?: number
  /** Rights the key pair does not have at all. */
  denied?: Right[]
  /** Rights the key pair has at other levels than All. */
  role?: RoleChanges
  /** Largest upload taken, in bytes. */
  uploadLimit?: number
  onWrongKeys?: FaultName
  onWrongClientId?: FaultName
}

/** One request as it arrived; never a header or a body. `status` is 0 until answered, and where the connection was cut. */
export type DemoRequest = { method: string; path: string; query: string; status: number }

export type Demo = {
  fetch: (request: Request) => Promise<Response>
  credentials: Credentials
  /** A second key pair of the same company with a narrower role. */
  limitedCredentials: Credentials
  requests: DemoRequest[]
  /** The most requests that were ever in flight at once. */
  maxInFlight: () => number
  /** Milliseconds every answer waits; may be changed while running. */
  latency: number
  /** Active faults; may be changed while running. */
  faults: Set<FaultName>
  world: World
}

/** Makes a demo ConnectWise. `fetch` rejects as fetch does when the request is aborted or the connection is cut. */
export const createDemo = (options: DemoOptions = {}): Demo => {
  const now = options.now ?? (() => demoNow)
  const world = createWorld(options.size ?? 'small', options.seed ?? 1, now())
  const member = (id: number) => world.members.find(id) ?? { id }
  const denied = Object.fromEntries((options.denied ?? []).map((right) => [right, noLevels]))
  const credentials = { ...keys.full, clientId }
  const limitedCredentials = { ...keys.limited, clientId }
  const state: State = {
    world,
    accounts: [
      { credentials, member: member(apiMemberIds.full), changes: { ...options.role, ...denied } },
      {
        credentials: limitedCredentials,
        member: member(apiMemberIds.limited),
        changes: { 'System > Member Maintenance': noLevels, 'Time & Expense > Time Entry': noLevels },
      },
    ],
    now,
    codebase: 'v2025_1',
    formerCodebases: [],
    faults: new Set(options.faults),
    uploadLimit: options.uploadLimit ?? 100 * 1_048_576,
    calls: 0,
    inFlight: 0,
    minute: { start: 0, calls: 0 },
    shifted: 0,
    onWrongKeys: options.onWrongKeys ?? 'keys-401',
    onWrongClientId: options.onWrongClientId ?? 'client-id-400',
  }
  const answer = createGateway(state)
  let peak = 0

  const demo: Demo = {
    credentials,
    limitedCredentials,
    requests: [],
    maxInFlight: () => peak,
    latency: options.latency ?? 0,
    faults: state.faults,
    world,
    fetch: async (request) => {
      const url = new URL(request.url)
      const entry: DemoRequest = { method: request.method, path: url.pathname, query: url.search, status: 0 }
      demo.requests.push(entry)
      state.inFlight++
      peak = Math.max(peak, state.inFlight)
      try {
        request.signal.throwIfAborted()
        if (demo.latency > 0) await pause(demo.latency, request.signal)
        const response = await answer(request)
        entry.status = response.status
        return response
      } finally {
        state.inFlight--
      }
    },
  }
  return demo
}
