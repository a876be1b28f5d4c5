// From the API a call is about to its address and keys: a connection, or the override of one of its relationships.
import type { ApiTarget, Credentials } from '../../shared/connection/connection.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ConnectionRef } from '../../shared/relationship/relationship.ts'
import type { Keys } from '../connectwise/transport/secrets.ts'
import { demoConnectionId } from './demoOrganisation.ts'
import type { Parts } from '../boot/services.ts'
import { checkSite } from './policyFile.ts'
import type { Connections, StoredConnection } from '../store/connectionStore.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import type { KeyOwner } from '../store/vault.ts'

/** What exports and snapshots say of a connection. */
export const refOf = ({ name, environment, site, companyId }: StoredConnection): ConnectionRef => ({
  name,
  environment,
  site,
  companyId,
})

/** A relationship outlives its connection: it then names nothing, and its findings say so. */
export function connectionRefOf(connections: Connections, id: string): ConnectionRef {
  const connection = connections.get(id)
  return connection
    ? refOf(connection)
    : { name: 'No connection', environment: 'production', site: '', companyId: '' }
}

/** Whose private key belongs to the public key that this connection names. */
export const connectionKey = ({ id, keyId }: StoredConnection): KeyOwner => ({
  kind: 'connection',
  id,
  keyId,
})

/** Whose private key belongs to the override as it was saved last. */
export const overrideKey = ({ id, latest }: StoredRelationship): KeyOwner => ({
  kind: 'override',
  id,
  keyId: latest.keyId,
})

function keyOwnerOf({ connections, relationships }: Parts, target: ApiTarget): KeyOwner | undefined {
  const { connectionId, overrideOf } = target
  if (overrideOf === null) {
    const connection = connections.get(connectionId)
    return connection && connectionKey(connection)
  }
  const relationship = relationships.get(overrideOf)
  return relationship.ok ? overrideKey(relationship.value) : undefined
}

type Resolved = { connection: ConnectionRef; credentials: Credentials }

/** The saved address and public credentials of a target. Errors: `unknown-item`. */
export function resolveTarget(parts: Parts, target: ApiTarget): Result<Resolved> {
  if (target.overrideOf === null) {
    const connection = parts.connections.get(target.connectionId)
    if (!connection) return fail('unknown-item', 'This connection is not in the store any more.')
    const { publicKey, clientId, site, companyId } = connection
    return ok({ connection: refOf(connection), credentials: { site, companyId, publicKey, clientId } })
  }
  const relationship = parts.relationships.get(target.overrideOf)
  if (!relationship.ok) return relationship
  const { enabled, ...credentials } = relationship.value.latest.draft.apiOverride
  if (!enabled) {
    return fail('unknown-item', 'This relationship has no saved override of the API settings.', {
      next: 'Save the configuration with the override first.',
    })
  }
  const { site: overrideSite, companyId: overrideCompany } = credentials
  return ok({
    // An override reaches its own ConnectWise also when the connection is gone.
    connection: {
      ...connectionRefOf(parts.connections, target.connectionId),
      site: overrideSite,
      companyId: overrideCompany,
    },
    credentials,
  })
}

/** The private key saved for a target; undefined when it has to be entered again. */
export async function savedKey(parts: Parts, target: ApiTarget): Promise<string | undefined> {
  if (target.overrideOf === null && target.connectionId === demoConnectionId) return parts.demo.privateKey()
  const owner = keyOwnerOf(parts, target)
  return owner && parts.vault.read(owner)
}

/** Everything a read of this target needs. Errors: `unknown-item`, `site-not-allowed`, `key-needed`. */
export async function keysOf(
  parts: Parts,
  target: ApiTarget,
): Promise<Result<{ connection: ConnectionRef; keys: Keys }>> {
  const resolved = resolveTarget(parts, target)
  if (!resolved.ok) return resolved
  const { connection, credentials } = resolved.value
  const allowed = checkSite(parts.policy, credentials.site)
  if (!allowed.ok) return allowed
  const privateKey = await savedKey(parts, target)
  if (privateKey === undefined) return keyNeeded(connection.name)
  for (const secret of [privateKey, credentials.publicKey, credentials.clientId]) parts.hide(secret)
  return ok({ connection, keys: { ...credentials, privateKey } })
}

const keyNeeded = (name: string): Result<never> =>
  fail('key-needed', `The private key of “${name}” is not on this computer.`, {
    next: 'Enter the private key in the connection and save it.',
  })
