// What one running demo ConnectWise holds between requests: its world, key pairs, roles and the folder of its release.
import type { DemoRole, RoleChanges } from './roleRights.ts'
import type { StoredRow } from './model/storedRows.ts'
import type { World } from './world/world.ts'

/** One key pair with the member it belongs to. */
export type DemoCredentials = { companyId: string; publicKey: string; privateKey: string; clientId: string }

export type Account = { credentials: DemoCredentials; member: StoredRow; changes: RoleChanges }

export type State = {
  world: World
  /** The first one is the full key pair. */
  accounts: Account[]
  now: () => Date
  /** Folder of the current release in API paths, without slashes. */
  codebase: string
}

/** Who asks and what they may do; handlers get it with every request. */
export type Caller = { member: StoredRow; role: DemoRole }
