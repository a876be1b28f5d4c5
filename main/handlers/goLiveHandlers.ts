// Going live: what was ticked is kept per relationship; a first sync is played in the demo organisation alone.
import { parseTickets } from '../../shared/preview/sample/tickets.ts'
import { fail, ok, withoutValue } from '../../shared/result.ts'
import type { AppServices } from '../services/services.ts'
import type { AreaHandlers } from './handlerContract.ts'
import { demoConnectionId } from '../services/demo/demoOrganisation.ts'
import { latestEffective } from '../services/apiTargets.ts'

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** Handlers of the area. */
export function goLiveHandlers(parts: AppServices): AreaHandlers<'goLive' | 'companion'> {
  const { goLive, keysTested, relationships, connections, demo, removals, companion } = parts
  const isThere = (id: string): boolean =>
    relationships.get(id).ok || removals.list().some((item) => item.kind === 'relationship' && item.id === id)

  return {
    'goLive:watch': async ({ id }, { signal, report }) => {
      const tell = (): void => {
        const stored = relationships.get(id)
        const tested = stored.ok ? keysTested.testOf(stored.value) : null
        report({ kind: 'goLive', goLive: goLive.get(id), tested })
      }
      tell()
      const stopWatching = goLive.watch(id, tell)
      await aborted(signal)
      stopWatching()
      return ok({})
    },
    'goLive:put': async ({ id, goLive: state }) => withoutValue(goLive.put(id, state, isThere)),
    'goLive:playSync': async ({ id, flow, text, mistakes }) => {
      const stored = relationships.get(id)
      if (!stored.ok) return stored
      const { draft } = stored.value.latest
      if (draft.connectionId !== demoConnectionId || draft.apiOverride.enabled)
        return fail('unknown-item', 'A sync is played in the demo organisation only.')
      const sample = parseTickets(flow, text)
      if (!sample) return fail('conflict', 'The sample did not arrive whole, so nothing was played.')
      return demo.playSync(latestEffective(connections, stored.value), sample, mistakes)
    },
    'companion:show': ({ id, onTop }) => {
      const stored = relationships.get(id)
      if (!stored.ok) return stored
      return ok({ staysAsAsked: companion.show(id, onTop) })
    },
    'companion:close': () => {
      companion.close()
      return ok({})
    },
  }
}
