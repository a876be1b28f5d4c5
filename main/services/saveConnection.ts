// Saves a connection, or new keys for it: never over what was saved meanwhile, and no key ends up at a site it was not entered for.
import { randomUUID } from 'node:crypto'
import type { ConnectionValues } from '../../shared/connection/connection.ts'
import { normalisedPlace, sameDestination } from '../../shared/connection/destination.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { typedName } from '../../shared/text/typedName.ts'
import { failureSentence } from '../connectwise/failure/failureWords.ts'
import { resolveSite } from '../connectwise/transport/address.ts'
import { numberOf, type StoredConnection } from '../store/connectionStore.ts'
import { connectionGone, connectionKey, keyNeeded } from './apiTargets.ts'
import { demoConnectionId } from './demo/demoOrganisation.ts'
import { checkSite } from './policy/policyFile.ts'
import type { AppServices } from './services.ts'

const movedOn = fail(
  'conflict',
  'This connection was saved elsewhere in the meantime. Nothing was overwritten.',
  { next: 'Look at what differs, then save again.' },
)

const ofDemo = fail('invalid-input', 'The connection of the demo organisation cannot be changed.', {
  next: 'Connect to a ConnectWise of your own instead.',
})

const cleaned = (values: ConnectionValues): ConnectionValues => ({
  ...normalisedPlace(values),
  name: typedName(values.name) || values.companyId.trim(),
  publicKey: values.publicKey.trim(),
  clientId: values.clientId.trim(),
})

export function createConnectionSaves(parts: AppServices) {
  const { connections, vault, keyPairs } = parts

  /** Stores the values that `current` answers with when it is their turn, and a typed key with them as one pair. */
  const store = async (
    { id, site }: { id: string; site: string },
    privateKey: string | null,
    current: () => Result<ConnectionValues>,
  ): Promise<Result<StoredConnection>> => {
    const saved = await keyPairs.commit({
      owner: { kind: 'connection', id, site },
      privateKey,
      write: (keyId) => {
        const values = current()
        return values.ok ? connections.save(id, values.value, keyId) : values
      },
    })
    if (saved.ok) parts.keysTested.keySaved({ connectionId: id, overrideOf: null }, privateKey)
    return saved
  }

  /** `key-needed` where a saved key would stay behind: it was not entered for the new site. */
  const keepsKey = async (id: string, site: string): Promise<Result<null>> => {
    const connection = connections.get(id)
    if (!connection || sameDestination(connection.site, site)) return ok(null)
    const key = connectionKey(connection)
    const staysBehind =
      (await vault.state(key)) === 'saved' && (await vault.state({ ...key, site })) === 'needed'
    return staysBehind ? keyNeeded(parts, { connectionId: id, overrideOf: null }, site) : ok(null)
  }

  const save = async ({ id, values, baseRevision, privateKey }: Input<'connections:save'>) => {
    if (id === demoConnectionId) return ofDemo
    if (id !== null && !connections.get(id)) return connectionGone
    const site = resolveSite(values.site, parts.allowLoopbackHttp)
    if (!site.ok) return { ok: false as const, error: failureSentence(site.error) }
    const allowed = checkSite(parts.policy, values.site)
    if (!allowed.ok) return allowed
    const bound = id === null || privateKey?.trim() ? ok(null) : await keepsKey(id, values.site)
    if (!bound.ok) return bound
    for (const secret of [values.publicKey, values.clientId]) parts.hide(secret)
    return store({ id: id ?? randomUUID(), site: values.site }, privateKey, () => {
      const known = id === null ? undefined : connections.get(id)
      if (id !== null && !known) return connectionGone
      const moved = known && baseRevision !== null && numberOf(known) !== baseRevision
      return moved ? movedOn : ok(cleaned(values))
    })
  }

  const rotate = async ({ id, privateKey, publicKey, clientId }: Input<'connections:rotate'>) => {
    if (id === demoConnectionId) return ofDemo
    const known = connections.get(id)
    if (!known) return connectionGone
    for (const secret of [publicKey, clientId]) parts.hide(secret)
    return store(known, privateKey, () => {
      const connection = connections.get(id)
      if (!connection) return connectionGone
      const { name, environment, site, companyId } = connection
      return ok(cleaned({ name, environment, site, companyId, publicKey, clientId }))
    })
  }

  return { save, rotate }
}
