// Connections: list, save, rotate keys, remove, test. A private key comes in here and goes to the keystore or the test, nowhere else.
import { sameOrganisation } from '../../shared/findings/connectionRules.ts'
import { sameSite } from '../../shared/connection/siteAddress.ts'
import type { ConnectionView, Stage } from '../../shared/connection/connection.ts'
import { ok, type Result, withoutValue } from '../../shared/result.ts'
import { inspectTls } from '../connectwise/connectionTest/inspectTls.ts'
import { reachHost } from '../connectwise/connectionTest/reach.ts'
import { testConnection } from '../connectwise/connectionTest/testConnection.ts'
import { demoSite } from '../demo/index.ts'
import { demoConnectionId } from '../services/demo/demoOrganisation.ts'
import type { AreaHandlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'
import { checkSite, siteAllowed } from '../services/policy/policyFile.ts'
import { numberOf, type StoredConnection } from '../store/connectionStore.ts'
import { connectionKey, keyNeeded, savedKey, connectionGone } from '../services/apiTargets.ts'
import { createConnectionSaves } from '../services/saveConnection.ts'

/** Handlers of the area. */
export function connectionHandlers(parts: AppServices): AreaHandlers<'connections'> {
  const { connections, snapshots, vault, keyPairs, demo, removals } = parts
  const saves = createConnectionSaves(parts)
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

  const viewOf = async (saved: Result<StoredConnection>): Promise<Result<ConnectionView>> =>
    saved.ok ? ok(await view(saved.value)) : saved

  return {
    'connections:list': async () => {
      await demo.opened()
      tidied ??= keyPairs.tidy(() => connections.list().map(connectionKey)).then(removals.sweep)
      await tidied
      return ok(await Promise.all(connections.list().map(view)))
    },
    'connections:save': async (input) => viewOf(await saves.save(input)),
    'connections:rotate': async (input) => viewOf(await saves.rotate(input)),
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
