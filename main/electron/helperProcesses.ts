// Notes in the log which helper process ended otherwise than it should.
import type { App } from 'electron'
import type { Log } from '../log/log.ts'

/** Notes every helper process that ends otherwise than it should: graphics, network, storage. No dump is written: it could hold a key. */
export function logProcesses(app: App, log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name, serviceName }) => {
    if (reason !== 'clean-exit')
      log.error(`A helper process ended: ${name ?? serviceName ?? type}, ${reason}, code ${exitCode}`)
  })
}
