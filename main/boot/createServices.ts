// Builds what the handlers work with, in the order in which the parts need each other.
import type { Parts } from './services.ts'
import { createDemoOrganisation } from '../services/demoOrganisation.ts'
import { createFetch } from './fetch.ts'
import type { Fetch } from '../connectwise/transport/exchange.ts'
import type { Log } from '../electron/log.ts'
import { lockRelationships, readPolicy } from '../services/policyFile.ts'
import { createReadiness } from '../services/readiness.ts'
import { createImportJournal } from '../services/imports/importJournal.ts'
import { createRemovals } from '../services/removals.ts'
import { createBin } from '../store/binStore.ts'
import { keysInUse } from '../services/targets.ts'
import { createOrigins } from '../store/originStore.ts'
import { createDrafts } from '../store/draftStore.ts'
import { createConnections } from '../store/connectionStore.ts'
import type { OpenStore } from '../disk/document.ts'
import { createGoLiveStore } from '../store/goLiveStore.ts'
import { createRelationships } from '../store/relationshipStore.ts'
import { createSamples } from '../store/sampleStore.ts'
import { createSnapshots } from '../store/snapshotStore.ts'
import { createKeyPairs } from '../store/keyPairs.ts'
import type { Encryption } from '../store/keystore.ts'
import { createTemplates } from '../store/templateStore.ts'
import { createVault } from '../store/vault.ts'

/** What comes from outside: Electron, the command line, the operating system; in tests, their stand-ins. */
type World = Pick<
  Parts,
  | 'about'
  | 'calls'
  | 'wishes'
  | 'run'
  | 'hide'
  | 'recentLog'
  | 'allowLoopbackHttp'
  | 'askSavePath'
  | 'written'
  | 'now'
> & {
  readonly openStore: OpenStore
  /** Where the keys are kept: on this computer, also when the data is on a stick. */
  readonly keysFolder: string
  /** What this start has to say before anything is read. */
  readonly startNotices: readonly string[]
  readonly safeStorage: Encryption
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly network: Fetch
  readonly openDemo: boolean
  readonly log: Log
}

/** Opens the stores in the data folder; nothing is read before it is asked for. */
export function createParts(world: World): Parts {
  const {
    about,
    now,
    openStore,
    keysFolder,
    startNotices,
    safeStorage,
    platform,
    env,
    network,
    openDemo,
    log,
    ...rest
  } = world
  const { dataFolder, userName, version } = about
  const notices: string[] = []
  const notify = (sentence: string): void => {
    log.warn(sentence)
    notices.push(sentence)
  }
  for (const sentence of startNotices) notify(sentence)
  const context = { openStore, now, notify }
  const connections = createConnections(context, dataFolder, userName)
  const policy = readPolicy({ dataFolder, platform, env, notify })
  const relationships = lockRelationships(createRelationships(context, dataFolder, userName), policy)
  const isStored = (id: string): boolean => connections.get(id) !== undefined
  const snapshots = createSnapshots({
    dataFolder,
    now,
    notify,
    run: rest.run,
    isStored: ({ connectionId, overrideOf }) =>
      overrideOf === null ? isStored(connectionId) : relationships.get(overrideOf).ok,
  })
  const samples = createSamples({ dataFolder, now, notify, isStored })
  const vault = createVault({
    safeStorage,
    context,
    folder: keysFolder,
    platform,
    log,
    hide: rest.hide,
    inUse: () => keysInUse({ connections, relationships }),
  })
  const readiness = createReadiness({ context, folder: dataFolder, connections, snapshots, vault, version })
  const origins = createOrigins(context, dataFolder)
  const importJournal = createImportJournal(context, dataFolder, { connections, relationships, origins })
  const drafts = createDrafts({ dataFolder, now, notify })
  const bin = createBin(context, dataFolder)
  const removals = createRemovals({ drafts, connections, relationships, snapshots, samples, vault, bin, now })
  const goLive = createGoLiveStore(context, dataFolder)
  const demo = createDemoOrganisation({ connections, relationships, snapshots, now, atStart: openDemo, log })
  return {
    ...rest,
    about,
    now,
    policy,
    notices: () => [...notices],
    connections,
    relationships,
    origins,
    templates: createTemplates(context, dataFolder),
    snapshots,
    samples,
    goLive,
    drafts,
    vault,
    keyPairs: createKeyPairs(vault),
    readiness,
    removals,
    importJournal,
    demo,
    fetch: createFetch(demo.fetch, network),
  }
}
