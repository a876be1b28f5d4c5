// The demo organisation inside the app: its connection, its reference data, two relationships to look at. No network, no keystore.
import type { ConnectionValues } from '../../../shared/connection/connection.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import type { SyncMistake } from '../../../shared/preview/verify/syncMistakes.ts'
import { indexReference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { createClient } from '../../connectwise/transport/client.ts'
import type { Fetch } from '../../connectwise/transport/exchange.ts'
import { refreshReference } from '../../connectwise/reference/refresh.ts'
import { createGiveWay } from '../../background/giveWay.ts'
import { createDemo, type Demo, demoSite } from '../../demo/index.ts'
import { createSyncPlayer, type PlayedSync } from '../../demo/sync/playSync.ts'
import { sourceDraft, targetDraft } from './demoDrafts.ts'
import type { Log } from '../../log/log.ts'
import type { Connections } from '../../store/connectionStore.ts'
import type { Relationships } from '../../store/relationshipStore.ts'
import type { Snapshots } from '../../store/snapshotStore.ts'

export const demoConnectionId = 'demo'
const targetId = 'demo-target'
const sourceId = 'demo-source'

type Opened = Output<'demo:open'>

export type DemoOrganisation = {
  /** Makes sure that it is all there; what a person changed or added stays. */
  readonly open: () => Promise<Result<Opened>>
  /** Waits for the demo organisation where the start asked for it, else for nothing. */
  readonly opened: () => Promise<void>
  readonly privateKey: () => string
  readonly fetch: Fetch
  /** A first sync of the made-up service, with these settings and mistakes. */
  readonly playSync: (
    relationship: Relationship,
    sample: Tickets,
    mistakes: readonly SyncMistake[],
  ) => Promise<Result<PlayedSync>>
}

type Options = {
  readonly connections: Connections
  readonly relationships: Relationships
  readonly snapshots: Snapshots
  readonly now: () => Date
  /** `--demo` on the command line. */
  readonly atStart: boolean
  readonly log: Log
}

const aboutTickets = /\/(service\/tickets|time\/entries|system\/documents)/

/** Nothing is built before somebody asks for it. */
export function createDemoOrganisation(options: Options): DemoOrganisation {
  const { connections, relationships, snapshots, now, atStart, log } = options
  let made: Demo | undefined
  let opening: Promise<Result<Opened>> | undefined
  const demo = (): Demo => {
    made ??= createDemo({ size: 'medium', now })
    return made
  }
  let player: ReturnType<typeof createSyncPlayer> | undefined
  let preparing: Promise<void> | undefined
  /** Thousands of notes are made in steps: all at once they would hold the window up. */
  const prepare = async (): Promise<void> => {
    preparing ??= demo().world.prepare(createGiveWay())
    await preparing
  }
  const fetch: Fetch = async (request) => {
    if (aboutTickets.test(request.url)) await prepare()
    return demo().fetch(request)
  }

  const readReference = async (values: ConnectionValues): Promise<Result<null>> => {
    const target = { connectionId: demoConnectionId, overrideOf: null }
    if ((await snapshots.load(target)) !== null) return ok(null)
    const { name, environment, site, companyId } = values
    const read = await refreshReference({
      client: createClient({ fetch, keys: { site, ...demo().credentials }, allowLoopbackHttp: false }),
      connection: { name, environment, site, companyId },
      previous: null,
      signal: new AbortController().signal,
      onProgress: () => {},
    })
    return read.ok ? snapshots.save(target, read.value.snapshot) : read
  }
  const addRelationships = async (): Promise<Result<Opened>> => {
    const snapshot = await snapshots.load({ connectionId: demoConnectionId, overrideOf: null })
    const drafts = [
      [targetId, targetDraft],
      [sourceId, sourceDraft],
    ] as const
    for (const [id, draft] of drafts) {
      if (relationships.get(id).ok) continue
      const created = relationships.create(draft(demoConnectionId, snapshot?.collections ?? {}), { id })
      if (!created.ok) return created
    }
    return ok({ connectionId: demoConnectionId, relationshipId: targetId })
  }
  const build = async (): Promise<Result<Opened>> => {
    const { companyId, publicKey, clientId } = demo().credentials
    const values = {
      name: 'Demo organisation',
      environment: 'sandbox',
      site: demoSite,
      companyId,
      publicKey,
      clientId,
    } as const
    const saved = connections.get(demoConnectionId) ? ok(null) : connections.save(demoConnectionId, values)
    if (!saved.ok) return saved
    const read = await readReference(values)
    return read.ok ? addRelationships() : read
  }
  /** Asked for twice at once, it is built once. */
  const open = async (): Promise<Result<Opened>> => {
    opening ??= build().finally(() => {
      opening = undefined
    })
    return opening
  }
  let started: Promise<void> | undefined
  const openAtStart = async (): Promise<void> => {
    const result = await open()
    if (!result.ok) log.error('The demo organisation could not be opened', result.error)
  }
  return {
    open,
    opened: async () => {
      if (!atStart) return
      started ??= openAtStart()
      await started
    },
    privateKey: () => demo().credentials.privateKey,
    fetch,
    playSync: async (relationship, sample, mistakes) => {
      const snapshot = await snapshots.load({ connectionId: demoConnectionId, overrideOf: null })
      await prepare()
      player ??= createSyncPlayer(demo().world)
      const reference = snapshot && indexReference(snapshot)
      return ok(player({ relationship, reference, sample, mistakes, now: now() }))
    },
  }
}
