// A helper process that ends as it should not leaves a line, one that is done leaves none.
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { logProcesses } from '../../../../main/electron/helperProcesses.ts'
import { recordingLog } from '../../../support/stores.ts'

test('a crash of the graphics or the network is a line in the log', () => {
  const app = new EventEmitter()
  const log = recordingLog()
  logProcesses(app as never, log)
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139 })
  const network = { type: 'Utility', name: 'Network Service', reason: 'oom', exitCode: 9 }
  app.emit('child-process-gone', {}, network)
  app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 })
  expect(log.lines.join('\n')).toMatch(/GPU, crashed, code 139[^]*Network Service, oom, code 9/)
  expect(log.lines).toHaveLength(2)
})
