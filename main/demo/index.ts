// The demo ConnectWise: an in-memory, seeded PSA that answers reading requests like the real API. It knows no way to write.
import { noLevels, type DemoRight, type RoleChanges } from './roleRights.ts'
import { createGateway, type Extension } from './gateway.ts'
import type { DemoCredentials, State } from './state.ts'
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

/** With an extension it is a simulator: more routes, other answers. The app has none. */
export type DemoOptions = Extension & {
  size?: DemoSize
  seed?: number
  now?: () => Date
  /** Rights the key pair does not have at all. */
  denied?: DemoRight[]
  /** Rights the key pair has at other levels than All. */
  role?: RoleChanges
}

export type Demo = {
  fetch: (request: Request) => Promise<Response>
  credentials: DemoCredentials
  /** A second key pair of the same company with a narrower role. */
  limitedCredentials: DemoCredentials
  world: World
  state: State
}

/** Makes a demo ConnectWise. */
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
  }
  return { credentials, limitedCredentials, world, state, fetch: createGateway(state, options) }
}
