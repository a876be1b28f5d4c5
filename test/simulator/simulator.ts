// The simulator: the demo ConnectWise with what the product must never have - writing routes, faults, a log of what arrived.
import { createDemo, type Demo, type DemoOptions } from '../../main/demo/index.ts'
import { findAccount, hasClientId } from '../../main/demo/gateway.ts'
import type { RoleChanges } from '../../main/demo/roleRights.ts'
import { faultCatalogue, type FaultName } from './faults/catalogue.ts'
import { type Fault, type Incoming, type Next, pause } from './faults/fault.ts'
import type { Traffic } from './traffic.ts'
import { mountWrites } from './writes/routes.ts'

export type SimulatorOptions = Pick<DemoOptions, 'size' | 'seed' | 'now' | 'denied' | 'role'> & {
  faults?: FaultName[]
  /** Milliseconds every answer waits. */
  latency?: number
  /** Largest upload taken, in bytes. */
  uploadLimit?: number
  onWrongKeys?: FaultName
  onWrongClientId?: FaultName
}

/** One request as it arrived; never a header or a body. `status` is 0 until answered, and where the connection was cut. */
export type SimulatorRequest = { method: string; path: string; query: string; status: number }

export type Simulator = Omit<Demo, 'state'> & {
  requests: SimulatorRequest[]
  /** The most requests that were ever in flight at once. */
  maxInFlight: () => number
  /** Milliseconds every answer waits; may be changed while running. */
  latency: number
  /** Active faults; may be changed while running. */
  faults: Set<FaultName>
}

const isDiscovery = (request: Request): boolean =>
  new URL(request.url).pathname.startsWith('/login/companyinfo/')

/** An answer that takes so many milliseconds from the request on: it is prepared while it is waited for. */
const late = async <T>(answer: Promise<T>, latency: number, signal: AbortSignal): Promise<T> => {
  if (latency > 0) await Promise.allSettled([answer, pause(latency, signal)])
  signal.throwIfAborted()
  return answer
}

/** Makes a simulator. `fetch` rejects as fetch does when the request is aborted or the connection is cut. */
export const createSimulator = (options: SimulatorOptions = {}): Simulator => {
  const {
    onWrongKeys = 'keys-401',
    onWrongClientId = 'client-id-400',
    uploadLimit = 100 * 1_048_576,
  } = options
  const faults = new Set(options.faults)
  const active = (): Fault[] => [...faults].map((name) => faultCatalogue[name])
  const traffic: Traffic = { calls: 0, inFlight: 0, minute: { start: 0, calls: 0 }, shifted: 0, former: [] }
  let peak = 0

  const demo = createDemo({
    ...options,
    routes: (api, state) => mountWrites(api, state, uploadLimit),
    lost: (): RoleChanges => Object.assign({}, ...active().map(({ role }) => role ?? {})),
    around: (request, core) => {
      const api = !isDiscovery(request)
      if (api) traffic.calls += 1
      const incoming: Incoming = { request, state: demo.state, traffic, api, call: traffic.calls }
      const guarded: Next = (asked = request) => guard({ ...incoming, request: asked }, core)
      return active().reduce<Next>(
        (next, { answer }) =>
          answer ? async (asked = request) => answer({ ...incoming, request: asked }, next) : next,
        guarded,
      )()
    },
  })

  /** Wrong keys and client IDs are answered as the site does that is simulated. */
  const guard = async (incoming: Incoming, core: (request: Request) => Promise<Response>) => {
    const { request, api } = incoming
    const account = findAccount(demo.state, request)
    const wrong = !api
      ? undefined
      : !account
        ? onWrongKeys
        : hasClientId(account, request)
          ? undefined
          : onWrongClientId
    const fault: Fault | undefined = wrong && faultCatalogue[wrong]
    const response = await core(request)
    // The gateway's own refusals come first: a path that leads nowhere asks for no keys.
    const isJudged =
      /json/.test(response.headers.get('content-type') ?? '') && [400, 401].includes(response.status)
    return fault?.answer && isJudged ? fault.answer(incoming, async () => response) : response
  }

  const { credentials, limitedCredentials, world } = demo
  const simulator: Simulator = {
    credentials,
    limitedCredentials,
    world,
    requests: [],
    maxInFlight: () => peak,
    latency: options.latency ?? 0,
    faults,
    fetch: async (request) => {
      const url = new URL(request.url)
      const entry = { method: request.method, path: url.pathname, query: url.search, status: 0 }
      simulator.requests.push(entry)
      traffic.inFlight += 1
      peak = Math.max(peak, traffic.inFlight)
      try {
        request.signal.throwIfAborted()
        const response = await late(demo.fetch(request), simulator.latency, request.signal)
        entry.status = response.status
        return response
      } finally {
        traffic.inFlight -= 1
      }
    },
  }
  return simulator
}
