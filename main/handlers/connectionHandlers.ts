// Connections: list, save, rotate keys, remove, test. A private key comes in here and goes to the keystore or the test, nowhere else.
import { randomUUID } from 'node:crypto'
import { sameOrganisation } from '../../shared/findings/connectionRules.ts'
import { normalisedPlace, sameDestination } from '../../shared/connection/destination.ts'
import { sameSite } from '../../shared/connection/siteAddress.ts'
import type { ConnectionValues, ConnectionView, Stage } from '../../shared/connection/connection.ts'
import { fail, ok, type Result, withoutValue } from '../../shared/result.ts'
import { failureSentence } from '../connectwise/failure/failureWords.ts'
import { resolveSite } from '../connectwise/transport/address.ts'
import { inspectTls } from '../connectwise/connectionTest/inspectTls.ts'
import { reachHost } from '../connectwise/connectionTest/reach.ts'
import { testConnection } from '../connectwise/connectionTest/testConnection.ts'
import { demoSite } from '../demo/index.ts'
import { demoConnectionId } from '../services/demo/demoOrganisation.ts'
import type { AreaHandlers, Handlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'
import { checkSite, siteAllowed } from '../services/policy/policyFile.ts'
import { numberOf, type StoredConnection } from '../store/connectionStore.ts'
import { connectionKey, keyNeeded, savedKey, connectionGone } from '../services/apiTargets.ts'

const movedOn = fail(
  'conflict',
  'This connection was saved elsewhere in the meantime. Nothing was overwritten.',
  { next: 'Look at what differs, then save again.' },
)

const ofDemo = fail('invalid-input', 'The connection of the demo organisation cannot be changed.', {
  next: 'Connect to a ConnectWise of your own instead.',
})

const trimmed = (values: ConnectionValues): ConnectionValues => ({
  ...normalisedPlace(values),
  name: values.name.trim(),
  publicKey: values.publicKey.trim(),
  clientId: values.clientId.trim(),
})

/** Handlers of the area. */
export function connectionHandlers(parts: AppServices): AreaHandlers<'connections'> {
  const { connections, snapshots, vault, keyPairs, demo, removals } = parts
  let tidied: Promise<void> | undefined

  const view = async (connection: StoredConnection): Promise<ConnectionView> => {
    const isDemo = connection.id === demoConnectionId
    const head = await snapshots.head({ connectionId: connection.id, overrideOf: null })
    return {
      ...connection,
      revision: numberOf(connection),
      key: isDemo ? 'saved' : await vault.state(connectionKey(connection)),
      demo: isDemo,
      fetchedAt: head && sameOrganisation(head.connection, connection) ? head.fetchedAt : null,
    }
  }

  /** Stores the values that `current` answers with when it is their turn, and a typed key with them as one pair. */
  const store = async (
    { id, site }: { id: string; site: string },
    privateKey: string | null,
    current: () => Result<ConnectionValues>,
  ): Promise<Result<ConnectionView>> => {
    const saved = await keyPairs.commit({
      owner: { kind: 'connection', id, site },
      privateKey,
      write: (keyId) => {
        const values = current()
        return values.ok ? connections.save(id, values.value, keyId) : values
      },
    })
    if (!saved.ok) return saved
    parts.keysTested.keySaved({ connectionId: id, overrideOf: null }, privateKey)
    return ok(await view(saved.value))
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

  const save: Handlers['connections:save'] = async ({ id, values, baseRevision, privateKey }) => {
    if (id === demoConnectionId) return ofDemo
    if (id !== null && !connections.get(id)) return connectionGone
    const site = resolveSite(values.site, parts.allowLoopbackHttp)
    if (!site.ok) return { ok: false, error: failureSentence(site.error) }
    const allowed = checkSite(parts.policy, values.site)
    if (!allowed.ok) return allowed
    const bound = id === null || privateKey?.trim() ? ok(null) : await keepsKey(id, values.site)
    if (!bound.ok) return bound
    for (const secret of [values.publicKey, values.clientId]) parts.hide(secret)
    return store({ id: id ?? randomUUID(), site: values.site }, privateKey, () => {
      const known = id === null ? undefined : connections.get(id)
      if (id !== null && !known) return connectionGone
      const moved = known && baseRevision !== null && numberOf(known) !== baseRevision
      return moved ? movedOn : ok(trimmed(values))
    })
  }

  const rotate: Handlers['connections:rotate'] = async ({ id, privateKey, publicKey, clientId }) => {
    if (id === demoConnectionId) return ofDemo
    const known = connections.get(id)
    if (!known) return connectionGone
    for (const secret of [publicKey, clientId]) parts.hide(secret)
    return store(known, privateKey, () => {
      const connection = connections.get(id)
      if (!connection) return connectionGone
      const { name, environment, site, companyId } = connection
      return ok(trimmed({ name, environment, site, companyId, publicKey, clientId }))
    })
  }

  return {
    'connections:list': async () => {
      await demo.opened()
      tidied ??= keyPairs.tidy(() => connections.list().map(connectionKey)).then(removals.sweep)
      await tidied
      return ok(await Promise.all(connections.list().map(view)))
    },
    'connections:save': save,
    'connections:rotate': rotate,
    'connections:revisions': ({ id }) => {
      const connection = connections.get(id)
      return connection ? ok(connection.revisions.toReversed()) : connectionGone
    },
    'connections:remove': ({ id, force }) => withoutValue(removals.removeConnection(id, force)),
    'connections:test': async ({ credentials, privateKey, target, needs, look }, { signal, report }) => {
      parts.proxyLogins.askAgain()
      const allowed = checkSite(parts.policy, credentials.site)
      if (!allowed.ok) return allowed
      // Without a key the stages before it still tell what is right and wrong.
      const saved =
        target && !privateKey?.trim() ? await savedKey(parts, target, credentials.site) : undefined
      const key = privateKey?.trim() || saved || ''
      for (const secret of [key, credentials.publicKey, credentials.clientId]) parts.hide(secret)
      // In the words of this app: the key is here, and it was entered for another site.
      const needed = target && key === '' ? await keyNeeded(parts, target, credentials.site) : undefined
      const inWords = (stage: Stage): Stage =>
        stage.code === 'key-needed' && needed && !needed.ok
          ? { ...stage, message: needed.error.message, next: needed.error.next ?? stage.next }
          : stage
      const result = await testConnection({
        fetch: parts.fetch,
        keys: { ...credentials, privateKey: key },
        needs,
        look,
        allowLoopbackHttp: parts.allowLoopbackHttp,
        siteAllowed: siteAllowed(parts.policy),
        // The demo organisation has no server to look at.
        ...(!sameSite(credentials.site, demoSite) && { inspectTls, reach: reachHost }),
        signal,
        onStage: (stage) => report({ kind: 'stage', stage: inWords(stage) }),
      })
      if (result.ok)
        parts.keysTested.note(target, {
          credentials,
          privateKey: saved === undefined ? key : null,
          at: parts.now(),
        })
      return ok({ ...result, stages: result.stages.map(inWords) })
    },
  }
}
