// Stores a relationship of an import with the keys that came for its override, and the step that takes it back.
import { randomUUID } from 'node:crypto'
import { openIn } from '../../../shared/files/match/matchRecords.ts'
import type { BundleCredentials } from '../../../shared/files/bundle.ts'
import { asLine } from '../../../shared/text/line.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { RelationshipDraft } from '../../../shared/relationship/draft.ts'
import { draftOf } from '../../../shared/relationship/effective.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { checkSite } from '../policy/policyFile.ts'
import type { StoredRelationship } from '../../store/relationshipStore.ts'
import { overrideKey } from '../apiTargets.ts'
import { createConnectionImport, type ImportStores } from './importConnection.ts'
import type { Planned } from './importPlan.ts'
import type { UndoStep } from '../undoSteps.ts'

/** The draft an entry becomes: what the file says, and what it leaves out as it is stored. */
function draftFrom(
  relationship: Relationship,
  connectionId: string,
  stored: StoredRelationship | undefined,
): RelationshipDraft {
  const before = stored?.latest.draft
  const draft = draftOf(relationship, connectionId, before?.settings)
  if (!before) return draft
  const { apiOverride } = relationship
  return { ...draft, apiOverride: { ...before.apiOverride, ...apiOverride, enabled: apiOverride !== null } }
}

/** Stores over `stores`; every step back is pushed to `undo`. `credentials` are those that came with the file. */
export function createImportStore(
  stores: ImportStores,
  undo: UndoStep[],
  credentials: BundleCredentials | null,
) {
  const { relationships, origins, vault, keyPairs, policy } = stores
  const { saveKey, createConnection } = createConnectionImport(stores, undo)

  /** The connection that would be created, and the override, may only name sites of the administrator's policy. */
  const checkSites = ({ entry, rebound }: Planned): Result<null> => {
    const created = entry.connectionId === null ? entry.relationship.connection.site : ''
    const refused = [created, rebound.apiOverride?.site ?? ''].find(
      (site) => site.trim() !== '' && !checkSite(policy, site).ok,
    )
    return refused === undefined
      ? ok(null)
      : fail(
          'site-not-allowed',
          `The administrator's policy does not allow ${asLine(refused)}, so nothing was imported.`,
          { next: 'Import into another connection, or ask the administrator.' },
        )
  }

  const movedOn = (id: string, number: number, contractName: string) => (): Result<null> => {
    const now = relationships.get(id)
    return now.ok && now.value.latest.number === number
      ? ok(null)
      : fail(
          'conflict',
          `“${contractName}” was changed after the import, so the import is not undone. Nothing was changed.`,
          { next: 'Restore the revision you want in its History.' },
        )
  }

  /** Stores a planned relationship as its first or next revision, answering with its id; creates its connection where there is none. */
  const relationship = async (planned: Planned, fileName: string): Promise<Result<string>> => {
    const allowed = checkSites(planned)
    if (!allowed.ok) return allowed
    const { entry, rebound, stored, asNew } = planned
    const connectionId =
      entry.connectionId === null ? createConnection(entry.relationship.connection) : ok(entry.connectionId)
    if (!connectionId.ok) return connectionId
    const id = asNew && !stored ? randomUUID() : rebound.id
    const came = credentials?.overrides.find((keys) => keys.relationship === entry.relationship.id)
    const isMissing = !stored || (await vault.state(overrideKey(stored))) === 'needed'
    const keys = rebound.apiOverride && isMissing ? came : undefined
    const plain = draftFrom(rebound, connectionId.value, stored)
    const { publicKey, clientId } = keys ?? plain.apiOverride
    const draft = { ...plain, apiOverride: { ...plain.apiOverride, publicKey, clientId } }
    const note = `Imported from ${fileName}`
    const leftOpen = openIn(entry.matches)
    const saved = await keyPairs.commit({
      owner: { kind: 'override', id, site: keys?.site ?? '' },
      privateKey: keys?.privateKey ?? null,
      write: (keyId) =>
        stored
          ? relationships.save({ id, draft, baseRevision: stored.latest.number, note, keyId, leftOpen })
          : relationships.create(draft, { id, note, keyId, leftOpen }),
    })
    if (!saved.ok) return saved
    const { number } = saved.value.latest
    undo.push({
      check: movedOn(id, number, draft.contractName),
      run: () => {
        const back = stored
          ? relationships.save({
              id,
              draft: stored.latest.draft,
              baseRevision: number,
              note: `Import of ${fileName} undone`,
            })
          : relationships.remove(id)
        if (!back.ok) return back
        if (asNew && !stored) origins.unlink(id)
        return keys ? vault.removeAll({ kind: 'override', id }) : ok(null)
      },
    })
    if (!asNew || stored) return ok(id)
    const linked = origins.link(id, entry.relationship.id)
    return linked.ok ? ok(id) : linked
  }

  return { saveKey, relationship }
}

export type ImportStore = ReturnType<typeof createImportStore>
