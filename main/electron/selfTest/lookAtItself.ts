// Runs the self-test in the app as it is: listens from the start, looks when the window is there, says what it found and ends.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { app, type BrowserWindow, net, netLog, safeStorage, screen, session } from 'electron'
import type { Fetch } from '../../connectwise/transport/exchange.ts'
import { createNetwork } from '../network.ts'
import { fuseFileOf } from './fuses.ts'
import { listenToNetwork } from './netHosts.ts'
import { runSelfTest } from './selfTest.ts'

type Options = {
  readonly window: BrowserWindow
  readonly network: Fetch
  /** A piece of work in the thread beside main. */
  readonly workBeside: () => Promise<boolean>
  readonly dataFolder: string
}

/** What asks for something by itself does so in the first seconds (milliseconds since the process began). */
const listenFor = 20_000

/** The same network over a session of its own that trusts every server. */
function trustingNetwork(): Fetch {
  const trusting = session.fromPartition('self-test')
  trusting.setCertificateVerifyProc((_request, decide) => decide(0))
  return createNetwork({
    open: (request) => net.request({ ...request, session: trusting }),
    awake: async () => {},
    proxyLogin: async () => undefined,
  })
}

/** Right after the app is ready. Standard output and `self-test.json` carry the report, the exit code says whether all is well. */
export async function lookAtItself({ window, network, workBeside, dataFolder }: Options): Promise<void> {
  const shown = new Promise<number>((resolve) => {
    window.once('show', () => resolve(performance.now()))
  })
  const stopListening = await listenToNetwork(netLog, join(dataFolder, 'self-test-net.json'))
  const report = await runSelfTest({
    app,
    window,
    screen,
    session: session.defaultSession,
    safeStorage,
    network,
    trusting: trustingNetwork(),
    workBeside,
    hosts: async () => {
      if (app.isPackaged) await delay(Math.max(0, listenFor - performance.now()))
      return stopListening()
    },
    fuseFile: fuseFileOf(process.execPath, process.platform),
    shownAfter: await shown,
  })
  const text = `${JSON.stringify(report, null, 2)}\n`
  await writeFile(join(dataFolder, 'self-test.json'), text)
  // A program for Windows has no standard output where nobody reads it.
  process.stdout.write(text, () => app.exit(report.ok ? 0 : 1))
}
