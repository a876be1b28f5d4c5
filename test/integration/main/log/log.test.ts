// The log is a file in the data folder, and what it must not say it does not.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../../../../main/log/log.ts'
import { createRedactor } from '../../../../main/log/redaction.ts'
import { temporaryFolder } from '../store/fixtures.ts'

test('messages and their details are written with secrets masked', () => {
  const folder = temporaryFolder()
  const redactor = createRedactor()
  redactor.hide('planted-Private-Key')
  const log = createLog({ folder, redactor })
  log.info('Saved by planted-Private-Key')
  log.info('Answer', {
    headers: { authorization: 'Basic YWNtZStwdWJsaWM6cHJpdmF0ZQ==' },
    key: 'planted-Private-Key',
  })
  const text = readFileSync(join(folder, 'logs', 'main.log'), 'utf8')
  expect(text).toContain('Saved by [hidden]')
  expect(text).toContain('Answer')
  expect(text).not.toMatch(/planted|YWNtZ/)
})

test('a terminal that was closed is no fault of its own', async () => {
  const folder = temporaryFolder()
  const crash = resolve(import.meta.dirname, '../../../support/process/crash.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', crash, folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([0, null])
  const lines = readFileSync(join(folder, 'logs', 'main.log'), 'utf8')
  expect(lines).toContain('Unhandled rejection')
  expect(lines).not.toContain('EPIPE')
})

test('a data folder that is a file does not stop the start', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  const log = createLog({ folder: file, redactor: createRedactor() })
  expect(() => log.info('Said to nobody')).not.toThrow()
})
