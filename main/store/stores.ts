// Every store of the app in one: what is kept in the data folder.
import type { Connections } from './connectionStore.ts'
import type { Drafts } from './draftStore.ts'
import type { GoLiveStore } from './goLiveStore.ts'
import type { KeyPairs } from './keys/keyPairs.ts'
import type { Origins } from './originStore.ts'
import type { Relationships } from './relationshipStore.ts'
import type { Samples } from './sampleStore.ts'
import type { Snapshots } from './snapshotStore.ts'
import type { Templates } from './templateStore.ts'
import type { Vault } from './keys/vault.ts'

export type Stores = {
  readonly connections: Connections
  readonly relationships: Relationships
  /** Which relationship was imported beside which. */
  readonly origins: Origins
  readonly templates: Templates
  readonly snapshots: Snapshots
  readonly samples: Samples
  readonly goLive: GoLiveStore
  /** The tickets of each first sync as they were last read back, by the id of their relationship as name. */
  readonly firstSyncs: Samples
  /** What is not saved yet. */
  readonly drafts: Drafts
  readonly vault: Vault
  /** Saves a key together with the record that names it. */
  readonly keyPairs: KeyPairs
}
