// Whether there is a network: what the system says, and whether ConnectWise could be reached when it was last read.
import { useNetwork } from '@mantine/hooks'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { ErrorCode, Result } from '../../shared/result.ts'
import { createSharedValue, useSharedValue } from './sharedValue.ts'

/** Calls that go to a saved address, so that a failure on the way is the network's and not a typing error. */
const liveChannels: ReadonlySet<Channel> = new Set(['reference:refresh', 'samples:read'])

/** The way is gone although the system has a network: a VPN is down, a name server or a proxy does not answer. */
const lostOnTheWay: ReadonlySet<ErrorCode> = new Set(['host-not-found', 'offline', 'timeout', 'proxy-failed'])

const lost = createSharedValue(false)

/** Takes note of how a call ended; only live ones say something about the network. */
export function noteAnswer(channel: Channel, answer: Result<unknown>): void {
  if (liveChannels.has(channel)) lost.set(!answer.ok && lostOnTheWay.has(answer.error.code))
}

/** `none`: the system has no network, so nothing live can run. `lost`: it has one, but the last read got nowhere and may be tried again. */
export function useNetworkState(): 'online' | 'lost' | 'none' {
  const { online } = useNetwork()
  const isLost = useSharedValue(lost)
  return online ? (isLost ? 'lost' : 'online') : 'none'
}
