// One handler per channel of the contract, put together from its areas.
import { ok } from '../shared/ipc/result.ts'
import { diagnostics } from './diagnostics.ts'
import { connectionHandlers } from './handlers/connections.ts'
import { fileHandlers } from './handlers/files.ts'
import { referenceHandlers } from './handlers/reference.ts'
import { relationshipHandlers } from './handlers/relationships.ts'
import { sampleHandlers } from './handlers/samples.ts'
import type { Handlers } from './ipc.ts'
import type { Parts } from './parts.ts'

/** Builds all handlers over what the boot hands in. */
export function createHandlers(parts: Parts): Handlers {
  return {
    'app:info': async () => {
      // Looked at first, so that what is wrong with them is among the notices.
      parts.connections.list()
      parts.relationships.list()
      return ok({
        ...parts.about,
        ...(await parts.vault.keystore()),
        policy: parts.policy,
        notices: parts.notices(),
      })
    },
    'app:diagnostics': async () => ok({ text: await diagnostics(parts) }),
    'calls:cancel': ({ callId }) => {
      parts.calls.cancel(callId)
      return ok({})
    },
    'demo:open': () => parts.demo.open(),
    ...connectionHandlers(parts),
    ...referenceHandlers(parts),
    ...relationshipHandlers(parts),
    ...sampleHandlers(parts),
    ...fileHandlers(parts),
  }
}
