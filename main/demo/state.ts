// What one running demo ConnectWise holds between requests: its world, key pairs, roles and active faults.
import type { RoleChanges, Role } from './access.ts'
import type { FaultName } from './faults/catalogue.ts'
import type { Row } from './rows.ts'
import type { World } from './world/world.ts'

/** One key pair with the member it belongs to. */
export type Credentials = { companyId: string; publicKey: string; privateKey: string; clientId: string }

export type Account = { credentials: Credentials; member: Row; changes: RoleChanges }

export type State = {
  world: World
  accounts: Account[]
  now: () => Date
  /** Folder of the current release in API paths, without slashes. */
  codebase: string
  /** Folders that were it until lately: gone, not unroutable. */
  formerCodebases: string[]
  faults: Set<FaultName>
  /** Largest upload taken, bytes; the real limit is not documented. */
  uploadLimit: number
  /** API requests so far, for faults that come and go. */
  calls: number
  inFlight: number
  /** API requests of the running minute, for throttling by the minute. */
  minute: { start: number; calls: number }
  /** How often rows were moved between pages. */
  shifted: number
  /** Which fault profile a wrong key, or a wrong client ID, is answered with: sites differ. */
  onWrongKeys: FaultName
  onWrongClientId: FaultName
}

/** Who asks and what they may do; handlers get it with every request. */
export type Caller = { member: Row; role: Role }
