// Builds what the handlers work with, in the order in which the parts need each other.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AppServices } from '../services/services.ts'
import { createDemoOrganisation } from '../services/demo/demoOrganisation.ts'
import { createFetch } from './fetch.ts'
import type { Fetch } from '../connectwise/transport/exchange.ts'
import type { Log } from '../log/log.ts'
import { readMachinePolicy } from '../services/policy/machinePolicy.ts'
import { lockRelationships, readPolicy } from '../services/policy/policyFile.ts'
import { createVersionNotice } from '../services/policy/versionNotice.ts'
import { createProxyLogins } from '../services/proxyLogins.ts'
import { createKeysTested } from '../services/keysTested.ts'
import { createReadiness } from '../services/readiness.ts'
import { createRemovals } from '../services/removals.ts'
import { createBin } from '../store/binStore.ts'
import { keysInUse } from '../services/apiTargets.ts'
import { createOrigins } from '../store/originStore.ts'
import { createDrafts } from '../store/draftStore.ts'
import { createConnections } from '../store/connectionStore.ts'
import type { OpenStore } from '../disk/document.ts'
import { createJournal, recoverJournal } from '../disk/journal.ts'
import { createStoreLock, type StoreLock } from '../disk/storeLock.ts'
import { createGoLiveStore } from '../store/goLiveStore.ts'
import { createRelationships } from '../store/relationshipStore.ts'
import { createSamples } from '../store/sampleStore.ts'
import { createSnapshots } from '../store/snapshotStore.ts'
import { createKeyPairs } from '../store/keys/keyPairs.ts'
import type { Encryption } from '../store/keys/keystore.ts'
import { createTemplates } from '../store/templateStore.ts'
import { createVault } from '../store/keys/vault.ts'

/** What comes from outside: Electron, the command line, the operating system; in tests, their stand-ins. */
type World = Pick<
  AppServices,
  | 'about'
  | 'calls'
  | 'wishes'
  | 'companion'
  | 'run'
  | 'hide'
  | 'recentLog'
  | 'allowLoopbackHttp'
  | 'askSavePath'
  | 'written'
  | 'printSheet'
  | 'now'
> & {
  readonly openStore: OpenStore
  /** Where the keys are kept: on this computer, also when the data is on a stick. */
  readonly keysFolder: string
  /** What this start has to say before anything is read. */
  readonly startNotices: readonly string[]
  readonly safeStorage: Encryption
  readonly platform: NodeJS.Platform
  readonly network: Fetch
  readonly openDemo: boolean
  readonly log: Log
}

/** What a former process left half done is taken back before anything is read; while another one works, it is that one's. */
function recoverAtStart(dataFolder: string, lock: StoreLock, log: Log): void {
  if (!existsSync(join(dataFolder, 'journal'))) return
  try {
    lock.hold(() => undefined)
  } catch (error) {
    log.warn('The data folder was not looked after at the start', error)
  }
}

/** What cannot be taken back now is tried again by whoever writes next. */
function recover(dataFolder: string, notify: (sentence: string) => void, log: Log): void {
  try {
    recoverJournal(dataFolder, notify)
  } catch (error) {
    log.error('What a former run left half done could not be taken back', error)
  }
}

/** So many sentences somebody reads; a disk that lost its files would say hundreds, one above the other. */
const mostNotices = 20
const firstOf = (notices: readonly string[]): string[] => {
  const left = notices.slice(mostNotices).length
  const rest = `Further notices: ${left.toLocaleString('en-GB')}. The log in the data folder has all of them.`
  return [...notices.slice(0, mostNotices), ...(left > 0 ? [rest] : [])]
}

/** Opens the stores in the data folder; nothing is read before it is asked for. */
export function createAppServices(world: World): AppServices {
  const {
    about,
    now,
    openStore,
    keysFolder,
    startNotices,
    safeStorage,
    platform,
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
  const lock = createStoreLock(dataFolder, () => recover(dataFolder, notify, log))
  const context = { openStore, now, notify, lock }
  recoverAtStart(dataFolder, lock, log)
  const connections = createConnections(context, dataFolder, userName)
  const policy = readPolicy({ dataFolder, machine: readMachinePolicy(), notify })
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
  const firstSyncs = createSamples({ dataFolder, folderName: 'first-syncs', now, notify, isStored })
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
  const drafts = createDrafts({ dataFolder, now, notify })
  const bin = createBin(context, dataFolder)
  const removals = createRemovals({
    drafts,
    connections,
    relationships,
    snapshots,
    samples,
    firstSyncs,
    vault,
    bin,
    now,
  })
  const goLive = createGoLiveStore(context, dataFolder)
  const demo = createDemoOrganisation({ connections, relationships, snapshots, now, atStart: openDemo, log })
  const fetch = createFetch(demo.fetch, network)
  return {
    ...rest,
    about,
    now,
    policy,
    notices: () => firstOf(notices),
    connections,
    relationships,
    origins,
    templates: createTemplates(context, dataFolder),
    snapshots,
    samples,
    goLive,
    firstSyncs,
    drafts,
    vault,
    proxyLogins: createProxyLogins({ vault, ask: rest.wishes.askLogin, hide: rest.hide }),
    keyPairs: createKeyPairs(vault, lock),
    journal: createJournal(dataFolder, lock),
    readiness,
    keysTested: createKeysTested({ goLive, relationships, connections }),
    removals,
    demo,
    fetch,
    versions: createVersionNotice({ context, folder: dataFolder, policy, fetch, version }),
  }
}
