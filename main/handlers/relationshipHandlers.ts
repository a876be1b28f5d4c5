// Relationships: list with readiness, create, open, save as a revision, remove.
import { type GoLive, goLiveWord, notBegun } from '../../shared/golive/goLive.ts'
import { fail, ok, withoutValue } from '../../shared/result.ts'
import type { RelationshipDetail, RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { storedDraft } from '../../shared/relationship/draft.ts'
import { overviewFacts } from '../../shared/relationship/overviewFacts.ts'
import { createGiveWay } from '../background/giveWay.ts'
import type { AreaHandlers, Handlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'
import { moveRelationship, planMove } from '../services/moveRelationship.ts'
import { firstDraft } from '../services/templates.ts'
import { checkSite } from '../services/policy/policyFile.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import { overrideKey } from '../services/apiTargets.ts'
import type { JudgedBy } from '../services/readiness.ts'

const longestName = 200

/** Handlers of the area. */
export function relationshipHandlers(parts: AppServices): AreaHandlers<'relationships'> {
  const { relationships, origins, vault, keyPairs, readiness, removals, demo } = parts

  const originOf = (id: string): string | null => {
    const origin = origins.of(id)
    return origin !== undefined && relationships.get(origin).ok ? origin : null
  }
  const detail = async (relationship: StoredRelationship): Promise<RelationshipDetail> => {
    const { id, latest } = relationship
    const { number, savedAt, user, note, hash, draft, keyId, leftOpen = [] } = latest
    return {
      id,
      draft,
      revision: { number, savedAt, user, note, hash },
      overrideKey: await vault.state(overrideKey(relationship)),
      ...(keyId !== undefined && { overrideKeyId: keyId }),
      origin: originOf(id),
      leftOpen,
    }
  }
  const summary = async (
    relationship: StoredRelationship,
    { look, begun }: { look: JudgedBy; begun: ReadonlyMap<string, GoLive> },
  ): Promise<RelationshipSummary> => {
    const { id, latest } = relationship
    const { contractName, partner, role, connectionId, settings } = latest.draft
    return {
      id,
      contractName,
      partner,
      role,
      connectionId,
      readiness: await readiness.of(relationship, look),
      internalNotes: settings.commentTypes.includes('internal'),
      goLive: goLiveWord(begun.get(id) ?? notBegun),
      ...overviewFacts(latest.draft),
      savedAt: latest.savedAt,
      savedBy: latest.user,
    }
  }

  const list: Handlers['relationships:list'] = async () => {
    await demo.opened()
    // The window draws and listens in between.
    const giveWay = createGiveWay()
    const stored = await relationships.listInTurns(giveWay)
    const summaries: RelationshipSummary[] = []
    const facts = { look: readiness.look(), begun: parts.goLive.all() }
    // One after the other: several snapshots in memory at once would be much.
    for (const relationship of stored) {
      summaries.push(await summary(relationship, facts))
      await giveWay()
    }
    await giveWay()
    readiness.keep(summaries.map(({ id }) => id))
    return ok(summaries)
  }

  const save: Handlers['relationships:save'] = async ({
    id,
    draft,
    baseRevision,
    note,
    overrideKey: key,
    settled,
  }) => {
    const { enabled, site } = draft.apiOverride
    const allowed = enabled && site.trim() !== '' ? checkSite(parts.policy, site) : ok(null)
    if (!allowed.ok) return allowed
    const saved = await keyPairs.commit({
      owner: { kind: 'override', id, site },
      privateKey: key,
      write: (keyId) =>
        relationships.save({ id, draft: storedDraft(draft), baseRevision, note, keyId, settled }),
    })
    if (!saved.ok) return saved
    parts.keysTested.keySaved({ connectionId: draft.connectionId, overrideOf: id }, key)
    return ok(await detail(saved.value))
  }

  return {
    'relationships:list': list,
    'relationships:create': async (input) => {
      const first = await firstDraft(parts, input)
      if (!first.ok) return first
      const { draft, leftOpen } = first.value
      const created = relationships.create(draft, { leftOpen })
      return created.ok ? ok(await detail(created.value)) : created
    },
    'relationships:get': async ({ id }) => {
      const stored = relationships.get(id)
      return stored.ok ? ok(await detail(stored.value)) : stored
    },
    'relationships:save': save,
    'relationships:planMove': (input) => planMove(parts, input),
    'relationships:move': async (input) => {
      const moved = await moveRelationship(parts, input)
      return moved.ok ? ok(await detail(moved.value)) : moved
    },
    'relationships:remove': ({ id }) => withoutValue(removals.removeRelationship(id)),
    'relationships:duplicate': async ({ id }) => {
      const stored = relationships.get(id)
      if (!stored.ok) return stored
      const { draft, leftOpen = [] } = stored.value.latest
      const contractName = `${draft.contractName} (copy)`.slice(0, longestName)
      const created = relationships.create({ ...draft, contractName }, { leftOpen })
      return created.ok ? ok(await detail(created.value)) : created
    },
    'relationships:revisions': async ({ id }) => {
      const stored = relationships.get(id)
      return stored.ok ? ok(stored.value.revisions.toReversed()) : stored
    },
    'relationships:revision': async ({ id, number }) => {
      const stored = relationships.get(id)
      if (!stored.ok) return stored
      const revision = stored.value.revisions.find((each) => each.number === number)
      return revision ? ok(revision.draft) : fail('unknown-item', `There is no revision ${number}.`)
    },
  }
}
