// Reads a relationships file beside what is stored, and stores what was chosen. Doing it twice changes nothing more.
import { randomUUID } from 'node:crypto'
import { type ConnectionValues, connectionValuesSchema } from '../../shared/connections/schema.ts'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { sameOrganisation } from '../../shared/findings/connectionRules.ts'
import type { ImportEntry, Output } from '../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../shared/ipc/result.ts'
import { diffRelationships } from '../../shared/settings/diff.ts'
import { type RelationshipDraft, relationshipDraftSchema } from '../../shared/settings/draft.ts'
import { draftOf, effective } from '../../shared/settings/effective.ts'
import type { ConnectionRef, Relationship } from '../../shared/settings/schema.ts'
import type { Parts } from '../parts.ts'
import type { StoredConnection } from '../store/connections.ts'
import type { StoredRelationship } from '../store/relationships.ts'
import { connectionRefOf, refOf } from '../targets.ts'

type Pending = { fileName: string; relationships: readonly Relationship[] }

/** As many files as a person may have open at once; older ones have to be read again. */
const keptImports = 5

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

/** Whether the store can hold it: a file may carry longer names than a form lets anyone type. */
const fits = (relationship: Relationship): boolean =>
  relationshipDraftSchema.safeParse(draftOf(relationship, '')).success &&
  connectionValuesSchema.safeParse(withoutKeys(relationship.connection)).success

/** A connection as a file can tell it; it waits for its keys. */
const withoutKeys = (connection: ConnectionRef): ConnectionValues => ({
  ...connection,
  publicKey: '',
  clientId: '',
})

/** Keeps the files that were read until they are applied. */
export function createImports({ connections, relationships }: Pick<Parts, 'connections' | 'relationships'>) {
  const pending = new Map<string, Pending>()

  const storedOf = (id: string): StoredRelationship | undefined => {
    const stored = relationships.get(id)
    return stored.ok ? stored.value : undefined
  }
  /** By site and company; the one the stored relationship uses already comes first. */
  const connectionFor = (
    relationship: Relationship,
    stored: StoredRelationship | undefined,
  ): StoredConnection | undefined => {
    const fitting = connections
      .list()
      .filter((connection) => sameOrganisation(connection, relationship.connection))
    return fitting.find(({ id }) => id === stored?.latest.draft.connectionId) ?? fitting[0]
  }
  const compare = (relationship: Relationship): ImportEntry => {
    const stored = storedOf(relationship.id)
    const connection = connectionFor(relationship, stored)
    const connectionId = connection?.id ?? null
    if (!stored) return { relationship, state: 'new', changes: [], connectionId }
    const { draft } = stored.latest
    const before = effective(stored.id, draft, connectionRefOf(connections, draft.connectionId))
    // What a connection is called here is no difference of the relationship.
    const after = connection ? { ...relationship, connection: refOf(connection) } : relationship
    const changes = diffRelationships(before, after)
    return { relationship, state: changes.length === 0 ? 'same' : 'differs', changes, connectionId }
  }
  const connectionIdFor = (entry: ImportEntry): Result<string> => {
    if (entry.connectionId !== null) return ok(entry.connectionId)
    const { connection } = entry.relationship
    const created = connections.save(randomUUID(), withoutKeys(connection))
    return created.ok ? ok(created.value.id) : created
  }
  const store = (entry: ImportEntry, fileName: string): Result<StoredRelationship> => {
    const connectionId = connectionIdFor(entry)
    if (!connectionId.ok) return connectionId
    const { id } = entry.relationship
    const stored = storedOf(id)
    const draft = draftFrom(entry.relationship, connectionId.value, stored)
    const note = `Imported from ${fileName}`
    return stored
      ? relationships.save({ id, draft, baseRevision: stored.latest.number, note })
      : relationships.create(draft, { id, note })
  }

  return {
    /** Compares a file with the store; nothing is stored. Errors: those of reading a relationships file. */
    read: (fileName: string, text: string): Result<Output<'files:readImport'>> => {
      const file = parseRelationshipsFile(text)
      if (!file.ok) return { ok: false, error: file.error }
      const tooLong = file.value.relationships.find((relationship) => !fits(relationship))
      if (tooLong) {
        return fail(
          'file-invalid',
          `A name or address of relationship ${tooLong.id} is longer than Syncwright keeps.`,
          {
            next: 'Shorten it in the file, then open the file again.',
          },
        )
      }
      const importId = randomUUID()
      pending.set(importId, { fileName, relationships: file.value.relationships })
      for (const oldest of [...pending.keys()].slice(0, -keptImports)) pending.delete(oldest)
      return ok({ importId, entries: file.value.relationships.map(compare) })
    },
    /** Stores the chosen ones as revisions; those that are the same already are left alone. Errors: `unknown-item`, `write-failed`. */
    apply: (importId: string, ids: readonly string[]): Result<Output<'files:applyImport'>> => {
      const file = pending.get(importId)
      if (!file) {
        return fail('unknown-item', 'This file is not at hand any more, so nothing was stored.', {
          next: 'Open the file again.',
        })
      }
      const wanted = new Set(ids)
      const stored: string[] = []
      for (const relationship of file.relationships.filter(({ id }) => wanted.has(id))) {
        // Compared again: an earlier one may have brought the connection, and the store may have moved on.
        const entry = compare(relationship)
        if (entry.state === 'same') continue
        const result = store(entry, file.fileName)
        if (!result.ok) return result
        stored.push(relationship.id)
      }
      return ok({ stored })
    },
  }
}
