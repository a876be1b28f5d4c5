// A whole test of saved keys, wherever in the app it was run, is remembered for every relationship that works with them.
import type { ApiTarget, Credentials } from '../../shared/connection/connection.ts'
import { testedFor } from '../../shared/golive/steps.ts'
import type { Stores } from '../store/stores.ts'

type Tested = { readonly target: ApiTarget; readonly credentials: Credentials; readonly at: Date }

export function noteKeysTested(
  { goLive, relationships, connections }: Pick<Stores, 'goLive' | 'relationships' | 'connections'>,
  { target: { connectionId, overrideOf }, credentials, at }: Tested,
): void {
  const users = relationships
    .list()
    .filter(({ id, latest: { draft } }) =>
      overrideOf === null
        ? draft.connectionId === connectionId && !draft.apiOverride.enabled
        : id === overrideOf,
    )
  const keyId = overrideOf === null ? connections.get(connectionId)?.keyId : users[0]?.latest.keyId
  goLive.noteTested(
    users.map(({ id }) => id),
    { of: 'keys', for: testedFor(credentials, keyId), at: at.toISOString() },
  )
}
