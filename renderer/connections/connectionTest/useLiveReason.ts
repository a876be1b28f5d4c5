// Why a live action has to wait: it needs a network and there is none.
import { useNetworkState } from '../../state/networkState.ts'
import { isLocal } from '../form/typedAddress.ts'

/** A sentence while the action cannot run, null while it can. The demo organisation and this computer need no network. */
export function useLiveReason(site: string, demo: boolean): string | null {
  const network = useNetworkState()
  return network !== 'none' || demo || isLocal(site) ? null : 'Offline. This waits for a network.'
}
