// Whether each relationship is ready: its findings counted, and remembered until the settings or the data change.
import { createHash } from 'node:crypto'
import { overrideFacts } from '../../shared/findings/appFacts.ts'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import { findingsOf, findingCounts } from '../../shared/findings/findingsOf.ts'
import type { AppFacts } from '../../shared/findings/rule.ts'
import { isToChoose } from '../../shared/findings/toChoose.ts'
import { changedRecordFields } from '../../shared/findings/changedRecordStates.ts'
import { readinessSchema, type RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import type { Snapshot } from '../../shared/reference/collections.ts'
import { indexReference, type Reference } from '../../shared/reference/lookup.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { effective } from '../../shared/relationship/effective.ts'
import { z } from '../../shared/zod.ts'
import type { Connections } from '../store/connectionStore.ts'
import { createDocument, type StoreContext } from '../disk/document.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import type { Snapshots } from '../store/snapshotStore.ts'
import { storedConnectionRef, overrideKey, targetOf } from './apiTargets.ts'
import type { Vault } from '../store/keys/vault.ts'

type Counts = RelationshipSummary['readiness']

/** Connections, lists and what was kept as they are at one moment: looked at once, however many relationships are judged. */
export type JudgedBy = {
  readonly connections: Pick<Connections, 'get'>
  readonly head: Snapshots['head']
  readonly kept: Readonly<Record<string, Counted>>
}

export type ReadinessService = {
  readonly look: () => JudgedBy
  /** Every finding of a stored relationship, or of a draft that would take its place. */
  readonly findings: (
    relationship: StoredRelationship,
    look: JudgedBy,
    draft?: RelationshipDraft,
  ) => Promise<Finding[]>
  /** The readiness of a stored relationship; reads its snapshot only when something has changed. */
  readonly of: (relationship: StoredRelationship, look: JudgedBy) => Promise<Counts>
  /**
   * Keeps what was computed of these relationships for the next start, once it is half of them: writing takes longer than
   * computing a few again. What cannot be written is computed again too.
   */
  readonly keep: (ids: readonly string[]) => void
}

/** A file of an earlier version knows nothing of what is to choose; its entries are of that version and computed anew. */
const countsSchema = z.strictObject({ ...readinessSchema.shape, toChoose: z.int().default(0) })
/** What the counts were computed from, as a hash, and the counts. */
const countedSchema = z.strictObject({ of: z.string(), counts: countsSchema })
type Counted = z.infer<typeof countedSchema>
const fileSchema = z.strictObject({
  version: z.literal(1),
  /** By relationship id. */
  entries: z.record(z.string(), countedSchema),
})

type Options = {
  readonly context: StoreContext
  readonly folder: string
  readonly connections: Connections
  readonly snapshots: Snapshots
  readonly vault: Vault
  /** The rules may change with the version of the app. */
  readonly version: string
}

const day = 24 * 60 * 60 * 1000

/** In place of the facts themselves, which would make the file ten times as long to write and to read. */
const hashOf = (facts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('base64')

/** Counts findings; the page shows the list without any snapshot being read at start. */
export function createReadiness({
  context,
  folder,
  connections,
  snapshots,
  vault,
  version,
}: Options): ReadinessService {
  // What is lost of it is computed again, so there is nothing to tell.
  const document = createDocument(
    { ...context, notify: () => {} },
    {
      folder,
      name: 'readiness',
      label: 'The remembered readiness',
      version: 1,
      schema: fileSchema,
      empty: { version: 1, entries: {} },
    },
  )
  const indexed = new WeakMap<Snapshot, Reference>()
  const fresh = new Map<string, Counted>()

  const referenceOf = (snapshot: Snapshot): Reference => {
    const reference = indexed.get(snapshot) ?? indexReference(snapshot)
    indexed.set(snapshot, reference)
    return reference
  }
  const look = (): JudgedBy => {
    const heads = new Map<string, ReturnType<Snapshots['head']>>()
    return {
      connections: connections.byId(),
      head: (target) => {
        const name = JSON.stringify(target)
        const head = heads.get(name) ?? snapshots.head(target)
        heads.set(name, head)
        return head
      },
      kept: document.read().entries,
    }
  }
  const factsOf = async (relationship: StoredRelationship, at: JudgedBy): Promise<AppFacts> => {
    const { apiOverride, connectionId } = relationship.latest.draft
    const keyState = apiOverride.enabled ? await vault.state(overrideKey(relationship)) : 'needed'
    return overrideFacts(apiOverride, at.connections.get(connectionId), keyState)
  }

  const judge = async (
    relationship: StoredRelationship,
    draft: RelationshipDraft,
    { at, app }: { at: JudgedBy; app: AppFacts },
  ): Promise<Finding[]> => {
    const snapshot = await snapshots.load(targetOf(relationship))
    return findingsOf({
      relationship: effective(
        relationship.id,
        draft,
        storedConnectionRef(at.connections, draft.connectionId),
      ),
      reference: snapshot && referenceOf(snapshot),
      now: context.now(),
      app,
    })
  }

  const of: ReadinessService['of'] = async (relationship, at) => {
    const { id, latest } = relationship
    const { draft } = latest
    const connection = storedConnectionRef(at.connections, draft.connectionId)
    const head = await at.head(targetOf(relationship))
    const app = await factsOf(relationship, at)
    const age = head ? Math.floor((context.now().getTime() - Date.parse(head.fetchedAt)) / day) : null
    const basis = hashOf([version, latest.number, latest.hash, connection, head, age, app])
    // Ids come from files too, and one of them may be called as what every object has.
    const known = fresh.get(id) ?? (Object.hasOwn(at.kept, id) ? at.kept[id] : undefined)
    if (known?.of === basis) return known.counts

    const findings = await judge(relationship, draft, { at, app })
    const counts = {
      ...findingCounts(findings),
      stale: changedRecordFields(findings).length,
      toChoose: findings.filter(isToChoose).length,
    }
    fresh.set(id, { of: basis, counts })
    return counts
  }
  return {
    look,
    findings: async (relationship, at, draft = relationship.latest.draft) =>
      judge(relationship, draft, { at, app: await factsOf(relationship, at) }),
    of,
    keep: (ids) => {
      if (fresh.size === 0 || fresh.size * 2 < ids.length) return
      const all = new Map([...Object.entries(document.read().entries), ...fresh])
      const entries = ids.flatMap((id) => {
        const entry = all.get(id)
        return entry ? [[id, entry] as const] : []
      })
      if (document.write({ version: 1, entries: Object.fromEntries(entries) }).ok) fresh.clear()
    },
  }
}
