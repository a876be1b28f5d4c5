// One handler per channel of the contract, put together from its areas.
import { ok, withoutValue } from '../../shared/result.ts'
import { createGiveWay } from '../background/giveWay.ts'
import { diagnosticsText } from '../services/diagnostics.ts'
import { binHandlers } from './binHandlers.ts'
import { connectionHandlers } from './connectionHandlers.ts'
import { draftHandlers } from './draftHandlers.ts'
import { templateHandlers } from './templateHandlers.ts'
import { fleetHandlers } from './fleetHandlers.ts'
import { fileHandlers } from './fileHandlers.ts'
import { goLiveHandlers } from './goLiveHandlers.ts'
import { referenceHandlers } from './referenceHandlers.ts'
import { relationshipHandlers } from './relationshipHandlers.ts'
import { sampleHandlers } from './sampleHandlers.ts'
import type { Handlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'

/** Builds all handlers over what the boot hands in. */
export function createHandlers(parts: AppServices): Handlers {
  return {
    'app:info': async () => {
      // Looked at first, so that what is wrong with them is among the notices.
      parts.connections.list()
      await parts.relationships.listInTurns(createGiveWay())
      return ok({
        ...parts.about,
        ...(await parts.vault.keystore()),
        policy: parts.policy,
        looksForVersions: parts.versions.isOn(),
        notices: parts.notices(),
      })
    },
    'app:diagnostics': async () => ok({ text: await diagnosticsText(parts) }),
    'app:nextWish': (_input, { signal }) => parts.wishes.next(signal),
    'app:proxyLogin': async (answer) => withoutValue(await parts.proxyLogins.answer(answer)),
    'app:newVersion': async (_input, { signal }) => ok({ version: await parts.versions.newer(signal) }),
    'app:lookForVersions': ({ on }) => withoutValue(parts.versions.switchTo(on)),
    'calls:cancel': ({ callId }) => {
      parts.calls.cancel(callId)
      return ok({})
    },
    'demo:open': () => parts.demo.open(),
    ...connectionHandlers(parts),
    ...referenceHandlers(parts),
    ...relationshipHandlers(parts),
    ...binHandlers(parts),
    ...draftHandlers(parts),
    ...fleetHandlers(parts),
    ...templateHandlers(parts),
    ...sampleHandlers(parts),
    ...goLiveHandlers(parts),
    ...fileHandlers(parts),
  }
}
