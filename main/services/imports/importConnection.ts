// Stores the connections of an import and the keys that came for them, each with the step that takes it back.
import { randomUUID } from 'node:crypto'
import type { ConnectionValues } from '../../../shared/connection/connection.ts'
import type { ConnectionRef } from '../../../shared/connection/connectionRef.ts'
import { normalisedPlace, sameDestination } from '../../../shared/connection/destination.ts'
import type { BundleCredentials } from '../../../shared/files/bundle.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { StoredConnection } from '../../store/connectionStore.ts'
import { connectionKey } from '../apiTargets.ts'
import type { AppServices } from '../services.ts'
import type { UndoStep } from '../undoSteps.ts'

export type ImportStores = Pick<
  AppServices,
  'connections' | 'relationships' | 'origins' | 'snapshots' | 'samples' | 'vault' | 'keyPairs' | 'policy'
>
type ConnectionKeys = BundleCredentials['connections'][number]

/** A connection as a file can tell it; it waits for its keys. */
const withoutKeys = (connection: ConnectionRef): ConnectionValues => ({
  ...normalisedPlace(connection),
  publicKey: '',
  clientId: '',
})

/** Stores over `stores`; every step back is pushed to `undo`. */
export function createConnectionImport(stores: ImportStores, undo: UndoStep[]) {
  const { connections, relationships, vault, keyPairs } = stores

  /** Saves a connection with the key that came for it, where it has none yet; answers whether it did. */
  const saveKey = async (
    connection: StoredConnection,
    { site, publicKey, clientId, privateKey }: ConnectionKeys,
  ): Promise<Result<boolean>> => {
    // The key is for the site it came with: one that is written differently, and may be another server, does not get it.
    if (!sameDestination(site, connection.site)) return ok(false)
    if ((await vault.state(connectionKey(connection))) === 'saved') return ok(false)
    const { id, keyId: _keyId, ...values } = connection
    const saved = await keyPairs.commit({
      owner: { kind: 'connection', id, site },
      privateKey,
      write: (keyId) => connections.save(id, { ...values, publicKey, clientId }, keyId),
    })
    if (!saved.ok) return saved
    undo.push({
      run: () => {
        if (!connections.get(id)) return ok(null)
        const removed = vault.removeAll({ kind: 'connection', id })
        const restored = connections.save(id, values)
        return removed.ok && !restored.ok ? restored : removed
      },
    })
    return ok(true)
  }

  /** As a file can tell it; answers with its id. */
  const createConnection = (connection: ConnectionRef): Result<string> => {
    const created = connections.save(randomUUID(), withoutKeys(connection))
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

  return { saveKey, createConnection }
}
