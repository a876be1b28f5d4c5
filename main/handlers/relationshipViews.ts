// A stored relationship as the page sees it: open in full, and as a row of the overview.
import { type GoLive, goLiveWord, notBegun } from '../../shared/golive/goLive.ts'
import type { RelationshipDetail, RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { overviewFacts } from '../../shared/relationship/overviewFacts.ts'
import { createGiveWay } from '../background/giveWay.ts'
import { overrideKey } from '../services/apiTargets.ts'
import type { JudgedBy } from '../services/readiness.ts'
import type { AppServices } from '../services/services.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'

export function createRelationshipViews(parts: AppServices) {
  const { relationships, origins, vault, readiness } = parts

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

  const summaries = async (): Promise<RelationshipSummary[]> => {
    // The window draws and listens in between.
    const giveWay = createGiveWay()
    const stored = await relationships.listInTurns(giveWay)
    const rows: RelationshipSummary[] = []
    const facts = { look: readiness.look(), begun: parts.goLive.all() }
    // One after the other: several snapshots in memory at once would be much.
    for (const relationship of stored) {
      rows.push(await summary(relationship, facts))
      await giveWay()
    }
    await giveWay()
    readiness.keep(rows.map(({ id }) => id))
    return rows
  }

  return { detail, summaries }
}
