// Where a request goes: the demo organisation answers inside the app, everything else goes to the network.
import { setImmediate } from 'node:timers/promises'
import type { Fetch } from '../connectwise/transport/exchange.ts'
import { demoSite } from '../demo/index.ts'

/** Routes by host. The demo answers in this thread, so each of its answers gives way to the window first. */
export const createFetch =
  (demo: Fetch, network: Fetch): Fetch =>
  async (request, heard) => {
    if (new URL(request.url).host !== demoSite) return network(request, heard)
    await setImmediate()
    return demo(request)
  }
