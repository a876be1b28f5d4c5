// What only the app knows of a draft's override: whether its keys are at hand, and whether they are the connection's.
import type { Credentials } from '../connection/connection.ts'
import type { OverrideDraft } from '../relationship/draft.ts'
import { sameOrganisation } from './connectionRules.ts'
import type { AppFacts } from './rule.ts'

/**
 * Facts for `find`. A public key names its pair, so equal public keys are equal keys; no private key is looked at.
 * `keyState` is the state of the override's private key.
 */
export function overrideFacts(
  override: OverrideDraft,
  connection: Credentials | undefined,
  keyState: 'saved' | 'needed',
): AppFacts {
  if (!override.enabled) return {}
  const complete = override.publicKey.trim() !== '' && override.clientId.trim() !== ''
  return {
    overrideKey: complete ? keyState : 'needed',
    sameKeys:
      connection !== undefined &&
      sameOrganisation(connection, override) &&
      connection.publicKey.trim() === override.publicKey.trim(),
  }
}
