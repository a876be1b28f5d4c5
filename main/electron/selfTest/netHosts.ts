// What Chromium's own log of the network says of hosts: an app that phones nobody names none but this computer.
import type { NetLog } from 'electron'
import { readFile, rm } from 'node:fs/promises'

const named =
  /"(?:url|destination|origin)":"(?:https?|wss?):\/\/(\[[\da-f:]+\]|[^":/\\\s]+)|"host":"(?:[a-z]+:\/\/)?(\[[\da-f:]+\]|[^":/\\\s]+)/gi
/** `wpad` is the system's own search for a proxy. */
const own = /^(127\.0\.0\.1|localhost|\[::1\]|wpad)$/

/** Hosts in the text of a log, each once; this computer and the app's own page are left out. */
export const hostsIn = (log: string): string[] =>
  [...new Set([...log.matchAll(named)].map(([, ofAddress, host = '']) => ofAddress ?? host))]
    .filter((host) => !own.test(host))
    .toSorted()

/** Listens from now on; what it answers with ends that, and tells the hosts. */
export async function listenToNetwork(netLog: Pick<NetLog, 'startLogging' | 'stopLogging'>, path: string) {
  await netLog.startLogging(path, { captureMode: 'default' })
  return async (): Promise<string[]> => {
    await netLog.stopLogging()
    const log = await readFile(path, 'utf8')
    await rm(path, { force: true })
    return hostsIn(log)
  }
}
