// The log is a file in the data folder, and what it must not say it does not.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
