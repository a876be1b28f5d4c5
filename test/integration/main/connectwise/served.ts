// A demo ConnectWise on a port of its own, and a clock that runs fast enough for tests of waits and limits.
import { afterEach } from 'vitest'
import type { Clock } from '../../../../main/connectwise/transport/clock.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from '../../../simulator/simulator.ts'
import { serveSimulator, type Served, type ServeOptions } from '../../../simulator/serve.ts'

const running: Served[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((served) => served.close()))
})

/** Starts a demo that ends with the test; `keys` fit it. */
export async function serve(options: SimulatorOptions = {}, serveOptions: ServeOptions = {}) {
  const demo = createSimulator(options)
  const served = await serveSimulator(demo, serveOptions)
  running.push(served)
  return { demo, served, keys: { site: served.url, ...demo.credentials } }
}

/** `times` of its seconds pass in a real one: the faster, the sooner a busy computer is taken for a silent server. */
export const fasterClock = (times: number): Clock => ({
  now: () => Date.now() * times,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds / times)
    return () => clearTimeout(timer)
  },
})

/** For tests of waits and limits: a wait of 1 s takes 50 ms, the limit of 30 s comes after 1.5 s. */
export const fastClock = fasterClock(20)

/** Everything the demo was asked to do but read. */
export const writesTo = ({ requests }: Simulator) =>
  requests.filter(
    ({ method, path }) =>
      method !== 'GET' && !(method === 'POST' && path.endsWith('/service/tickets/search')),
  )
