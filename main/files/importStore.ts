// Stores what an import brings, each piece with the step that takes it back.
import { randomUUID } from 'node:crypto'
import type { ConnectionValues } from '../../shared/connections/schema.ts'
import { fail, ok, type Result } from '../../shared/ipc/result.ts'
import type { RelationshipDraft } from '../../shared/settings/draft.ts'
import { draftOf } from '../../shared/settings/effective.ts'
import type { ConnectionRef, Relationship } from '../../shared/settings/schema.ts'
import type { Parts } from '../parts.ts'
import type { StoredRelationship } from '../store/relationships.ts'
import { connectionKey } from '../targets.ts'
import type { Planned } from './importPlan.ts'
import type { UndoStep } from './undo.ts'

/** A connection as a file can tell it; it waits for its keys. */
export const withoutKeys = (connection: ConnectionRef): ConnectionValues => ({
  ...connection,
  publicKey: '',
  clientId: '',
})

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

type Stores = Pick<Parts, 'connections' | 'relationships' | 'vault'>

/** Stores over `stores`; every step back is pushed to `undo`. */
export function createImportStore({ connections, relationships, vault }: Stores, undo: UndoStep[]) {
  const createConnection = (values: ConnectionValues): Result<string> => {
    const created = connections.save(randomUUID(), values)
    if (!created.ok) return created
    const { id } = created.value
    undo.push({
      run: async () => {
        const isUsed = relationships.list().some(({ latest }) => latest.draft.connectionId === id)
        const connection = connections.get(id)
        const hasKey = connection && (await vault.state(connectionKey(connection))) === 'saved'
        return isUsed || hasKey ? ok(null) : connections.remove(id)
      },
    })
    return ok(id)
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

  return {
    createConnection,
    /** Stores a planned relationship as its first or next revision; creates its connection where there is none. */
    relationship: ({ entry, rebound, stored }: Planned, fileName: string): Result<null> => {
      const connectionId =
        entry.connectionId === null
          ? createConnection(withoutKeys(entry.relationship.connection))
          : ok(entry.connectionId)
      if (!connectionId.ok) return connectionId
      const { id } = rebound
      const draft = draftFrom(rebound, connectionId.value, stored)
      const note = `Imported from ${fileName}`
      const saved = stored
        ? relationships.save({ id, draft, baseRevision: stored.latest.number, note })
        : relationships.create(draft, { id, note })
      if (!saved.ok) return saved
      const { number } = saved.value.latest
      undo.push({
        check: movedOn(id, number, draft.contractName),
        run: () => {
          if (!stored) return relationships.remove(id)
          const before = stored.latest.draft
          const back = relationships.save({
            id,
            draft: before,
            baseRevision: number,
            note: `Import of ${fileName} undone`,
          })
          return back.ok ? ok(null) : back
        },
      })
      return ok(null)
    },
  }
}

export type ImportStore = ReturnType<typeof createImportStore>
