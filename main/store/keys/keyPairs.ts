// Stores a typed private key together with the record that names its public key, so that the two never mix with another pair.
import { randomUUID } from 'node:crypto'
import type { Result } from '../../../shared/result.ts'
import { inTurn as inTurnOfAll, type StoreLock } from '../../disk/storeLock.ts'
import type { KeyOwner, KeyUse } from './keyOwner.ts'
import type { Vault } from './vault.ts'

type Commit<T> = {
  /** Whose key it is, and the site it was entered for. */
  readonly owner: Omit<KeyUse, 'keyId'>
  /** null keeps the saved key. */
  readonly privateKey: string | null
  /** Writes the record; a `keyId` it is given goes into the same file as the public key. */
  readonly write: (keyId?: string) => Result<T>
}

export type KeyPairs = {
  /** `write-failed` from either file leaves the former pair as it was. */
  readonly commit: <T>(commit: Commit<T>) => Promise<Result<T>>
  /** Forgets what a crash left of pairs that are not in use; `inUse` is asked when it is done. */
  readonly tidy: (inUse: () => readonly KeyOwner[]) => Promise<void>
}

/**
 * Two files cannot be written at once, so one of them decides. First the new key goes into the keystore, under an id of
 * its own and beside the former one. Then the record is written, with the new public key and that id: a single atomic
 * write, before which the former pair stands whole and after which the new one does. Last the former key is forgotten.
 * A crash on the way leaves at most an unused key, for `tidy`. Keys in memory follow the same order: a crash takes all
 * of them, and the record names a key that has to be entered again.
 */
export function createKeyPairs(vault: Vault, lock?: StoreLock): KeyPairs {
  let last: Promise<unknown> = Promise.resolve()
  /** One at a time: a key waiting for its record must not look like one left behind. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn
    return turn
  }
  return {
    commit: ({ owner, privateKey, write }) =>
      inTurn(async () => {
        vault.noteSites()
        const key = privateKey?.trim()
        if (!key) return write()
        const entered = { ...owner, keyId: randomUUID() }
        const storeKey = await vault.prepare(entered, key)
        // Another process must not tidy a key away between its own write and that of its record.
        return inTurnOfAll(lock, 'The key', () => {
          const kept = storeKey()
          if (!kept.ok) return kept
          const written = write(entered.keyId)
          // The pair in use is decided by now; a key that could not be forgotten is for the next `tidy`.
          if (written.ok) vault.keepOnly([entered])
          else vault.remove(entered)
          return written
        })
      }),
    tidy: (inUse) =>
      inTurn(async () => void inTurnOfAll(lock, 'The keystore file', () => vault.keepOnly(inUse()))),
  }
}
