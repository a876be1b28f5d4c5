// Whole tests of keys, wherever in the app they were run: a fact about the keys, for every relationship that works with them.
import { createHash } from 'node:crypto'
import type { ApiTarget, Credentials } from '../../shared/connection/connection.ts'
import type { Tick } from '../../shared/golive/goLive.ts'
import { testedFor } from '../../shared/golive/steps.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import type { Stores } from '../store/stores.ts'
import { targetOf } from './apiTargets.ts'

/** The private key is null where the saved one was used. */
type Tested = { readonly credentials: Credentials; readonly privateKey: string | null; readonly at: Date }

export type KeysTested = {
  /** A whole test found nothing. */
  readonly note: (target: ApiTarget | null, tested: Tested) => void
  /** A typed key was saved: what a test of it found holds for the saved one. */
  readonly keySaved: (target: ApiTarget, privateKey: string | null) => void
  /** The last test of the keys a relationship works with now. */
  readonly testOf: (stored: StoredRelationship) => Tick | null
}

/** As many tests of typed keys are remembered, in memory alone. */
const mostTyped = 20

export function createKeysTested({
  goLive,
  relationships,
  connections,
}: Pick<Stores, 'goLive' | 'relationships' | 'connections'>): KeysTested {
  /** By a digest of the key and what it was tested with. */
  const typed = new Map<string, Date>()
  const digestOf = (credentials: Credentials, privateKey: string): string =>
    createHash('sha256')
      .update(JSON.stringify([testedFor(credentials, undefined), privateKey.trim()]))
      .digest('hex')

  const savedOf = ({ connectionId, overrideOf }: ApiTarget) => {
    const connection = connections.get(connectionId)
    if (overrideOf === null) return connection && { credentials: connection, keyId: connection.keyId }
    const stored = relationships.get(overrideOf)
    return stored.ok
      ? { credentials: stored.value.latest.draft.apiOverride, keyId: stored.value.latest.keyId }
      : undefined
  }

  const noteSaved = (target: ApiTarget, credentials: Credentials, at: Date): void =>
    goLive.noteTest(
      target,
      { of: 'keys', for: testedFor(credentials, savedOf(target)?.keyId), at: at.toISOString() },
      (other) => savedOf(other) !== undefined,
    )

  return {
    note(target, { credentials, privateKey, at }) {
      if (privateKey === null) {
        if (target) noteSaved(target, credentials, at)
        return
      }
      typed.set(digestOf(credentials, privateKey), at)
      for (const oldest of [...typed.keys()].slice(0, -mostTyped)) typed.delete(oldest)
    },
    keySaved(target, privateKey) {
      const saved = savedOf(target)
      const at = saved && privateKey?.trim() ? typed.get(digestOf(saved.credentials, privateKey)) : undefined
      if (saved && at) noteSaved(target, saved.credentials, at)
    },
    testOf: (stored) => goLive.testOf(targetOf(stored)) ?? null,
  }
}
