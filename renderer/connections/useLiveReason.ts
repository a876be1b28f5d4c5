// Why a live action has to wait: it needs a network and there is none.
import { useNetwork } from '@mantine/hooks'
import { isLocal } from './address.ts'

/** A sentence while the action cannot run, null while it can. The demo organisation and this computer need no network. */
export function useLiveReason(site: string, demo: boolean): string | null {
  const { online } = useNetwork()
  return online || demo || isLocal(site) ? null : 'Offline. This waits for a network.'
}
