// Where a request goes: the demo organisation answers inside the app, everything else goes to the network.
import type { Fetch } from '../connectwise/transport/exchange.ts'
import { demoSite } from '../demo/index.ts'

/** Routes by host; `network` is Electron's `net.fetch`, which knows the system's proxy and certificates. */
export const createFetch =
  (demo: Fetch, network: Fetch): Fetch =>
  (request) =>
    new URL(request.url).host === demoSite ? demo(request) : network(request)
