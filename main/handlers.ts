// One handler per channel of the contract.
import { channels } from '../shared/ipc/channels.ts'
import { fail, ok } from '../shared/ipc/result.ts'
import type { Calls } from './calls.ts'
import type { Handlers } from './ipc.ts'

type Options = { calls: Calls; dataFolder: string; version: string; userName: string }

/** Builds the handlers over what the boot hands in. */
export function createHandlers({ calls, dataFolder, version, userName }: Options): Handlers {
  const rest = Object.fromEntries(
    channels.map((channel) => [channel, () => fail('unknown-item', 'This is not available.')]),
  ) as unknown as Handlers
  return {
    ...rest,
    'app:info': () =>
      ok({ version, keystore: 'memory', keystoreName: 'none', dataFolder, userName, notices: [] }),
    'calls:cancel': ({ callId }) => {
      calls.cancel(callId)
      return ok({})
    },
    'connections:list': () => ok([]),
    'relationships:list': () => ok([]),
  }
}
