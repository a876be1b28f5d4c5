// From the API a call is about to its address and keys: a connection, or the override of one of its relationships.
import type { ApiTarget, Credentials } from '../../shared/connection/connection.ts'
import { destinationOf, sameDestination } from '../../shared/connection/destination.ts'
import { asLine } from '../../shared/text/line.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type ConnectionRef, connectionRefOf } from '../../shared/connection/connectionRef.ts'
import { type Client, type ClientOptions, createClient } from '../connectwise/transport/client.ts'
import { demoSite } from '../demo/index.ts'
import { demoConnectionId, type DemoOrganisation } from './demo/demoOrganisation.ts'
import { checkSite, type ReadPolicy, siteAllowed } from './policy/policyFile.ts'
import type { Connections, StoredConnection } from '../store/connectionStore.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import type { Stores } from '../store/stores.ts'
import type { KeyUse } from '../store/keys/keyOwner.ts'
import { effective } from '../../shared/relationship/effective.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'

/** Where the address and the key of a target are found, and whether it may be reached. */
type Parts = Pick<Stores, 'connections' | 'relationships' | 'vault'> & {
  readonly policy: ReadPolicy
  readonly demo: Pick<DemoOrganisation, 'privateKey'>
  /** Makes a value unspeakable in the log. */
  readonly hide: (secret: string) => void
}

/** A relationship outlives its connection: it then names nothing, and its findings say so. */
export function storedConnectionRef(connections: Pick<Connections, 'get'>, id: string): ConnectionRef {
  const connection = connections.get(id)
  return connection
    ? connectionRefOf(connection)
    : { name: 'No connection', environment: 'production', site: '', companyId: '' }
}

/** Whose lists a relationship works with: those of its connection, or of its override. */
export const targetOf = ({ id, latest: { draft } }: StoredRelationship): ApiTarget => ({
  connectionId: draft.connectionId,
  overrideOf: draft.apiOverride.enabled ? id : null,
})

/** The latest revision as it counts. */
export const latestEffective = (
  connections: Pick<Connections, 'get'>,
  { id, latest: { draft } }: StoredRelationship,
): Relationship => effective(id, draft, storedConnectionRef(connections, draft.connectionId))

export const connectionGone = fail('unknown-item', 'This connection is not in the store any more.')

/** Whose private key belongs to the public key that this connection names, for the site it names. */
export const connectionKey = ({ id, keyId, site }: StoredConnection): KeyUse => ({
  kind: 'connection',
  id,
  keyId,
  site,
})

/** Whose private key belongs to the override as it was saved last. */
export const overrideKey = ({ id, latest }: StoredRelationship): KeyUse => ({
  kind: 'override',
  id,
  keyId: latest.keyId,
  site: latest.draft.apiOverride.site,
})

/** The one site an override's key was saved for, as its revisions tell; of several, nobody knows which it was entered for. */
function siteEnteredFor({ latest, revisions }: StoredRelationship): string {
  const sites = revisions.flatMap(({ keyId, draft }) => {
    const { site } = draft.apiOverride
    return keyId === latest.keyId && site.trim() !== '' ? [site] : []
  })
  const [first = ''] = sites
  return sites.every((site) => sameDestination(site, first)) ? first : ''
}

/** What the records say of keys that were stored before keys had destinations. */
export const keysInUse = ({
  connections,
  relationships,
}: Pick<Stores, 'connections' | 'relationships'>): KeyUse[] => [
  ...connections.list().map(connectionKey),
  ...relationships.list().map((stored) => ({ ...overrideKey(stored), site: siteEnteredFor(stored) })),
]

function keyOf({ connections, relationships }: Parts, target: ApiTarget): KeyUse | undefined {
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
    if (!connection) return connectionGone
    const { publicKey, clientId, site, companyId } = connection
    return ok({
      connection: connectionRefOf(connection),
      credentials: { site, companyId, publicKey, clientId },
    })
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
      ...storedConnectionRef(parts.connections, target.connectionId),
      site: overrideSite,
      companyId: overrideCompany,
    },
    credentials,
  })
}

/** The private key saved for a target, if it was entered for this site; undefined when it has to be entered again. */
export async function savedKey(parts: Parts, target: ApiTarget, site: string): Promise<string | undefined> {
  if (target.overrideOf === null && target.connectionId === demoConnectionId)
    return sameDestination(site, demoSite) ? parts.demo.privateKey() : undefined
  const key = keyOf(parts, target)
  return key && parts.vault.read({ ...key, site })
}

/** A destination as people write it; only the scheme that is not usual is said. */
const hostInWords = (destination: string): string => destination.replace(/^https:\/\//, '')

/** `key-needed` in words: there is no key, or there is one that was entered for other sites. */
export async function keyNeeded(parts: Parts, target: ApiTarget, site: string): Promise<Result<never>> {
  const key = keyOf(parts, target)
  const [entered] = key ? await parts.vault.destinations(key) : []
  const name = parts.connections.get(target.connectionId)?.name ?? ''
  const asked = asLine(hostInWords(destinationOf(site) ?? site))
  return entered === undefined
    ? fail('key-needed', `The private key of “${name}” is not on this computer.`, {
        next: 'Enter the private key and save it.',
      })
    : fail(
        'key-needed',
        `The saved private key was entered for ${hostInWords(entered)}, so it is not sent to ${asked}.`,
        {
          next: `Enter the private key once more for ${asked}, or go back to the former site.`,
        },
      )
}

type Reader = { connection: ConnectionRef; client: Client }

/** What reads this target with the keys saved for it. Errors: `unknown-item`, `site-not-allowed`, `key-needed`. */
export async function openTarget(
  parts: Parts & Pick<ClientOptions, 'fetch' | 'allowLoopbackHttp'>,
  target: ApiTarget,
): Promise<Result<Reader>> {
  const resolved = resolveTarget(parts, target)
  if (!resolved.ok) return resolved
  const { connection, credentials } = resolved.value
  const allowed = checkSite(parts.policy, credentials.site)
  if (!allowed.ok) return allowed
  const privateKey = await savedKey(parts, target, credentials.site)
  if (privateKey === undefined) return keyNeeded(parts, target, credentials.site)
  for (const secret of [privateKey, credentials.publicKey, credentials.clientId]) parts.hide(secret)
  const { fetch, allowLoopbackHttp, policy } = parts
  const keys = { ...credentials, privateKey }
  const client = createClient({ fetch, keys, allowLoopbackHttp, siteAllowed: siteAllowed(policy) })
  return ok({ connection, client })
}
