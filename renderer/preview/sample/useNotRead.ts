// Why tickets cannot be read from ConnectWise now.
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { useLiveReason } from '../../connections/connectionsFront.ts'
import { useConnections } from '../../state/queries.ts'

/** A sentence, null while they can be read. The demo organisation needs no network, an override of it does. */
export function useNotRead(
  { apiOverride, connection }: Relationship,
  target: ApiTarget,
  reading: boolean,
): string | null {
  const demo = useConnections().data?.some(({ id, demo }) => demo && id === target.connectionId) ?? false
  const overridden = target.overrideOf !== null
  const site = overridden ? (apiOverride?.site ?? connection.site) : connection.site
  const waits = useLiveReason(site, demo && !overridden)
  return reading ? 'Tickets are being read.' : waits
}
