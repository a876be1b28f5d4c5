// No secret reaches the log, in whatever shape it travels.
import { describe, expect, test } from 'vitest'
import { createRedactor } from '../../../../main/log/redaction.ts'

const key = 'planted/Private+Key=7f3a'

describe('a registered secret is masked', () => {
  test.each<[string, unknown]>([
    ['in text', `it was ${key}.`],
    ['in an address', `https://example.test/?k=${encodeURIComponent(key)}`],
    ['as base64', Buffer.from(key).toString('base64')],
    ['inside a longer base64 text', Buffer.from(`acme+public:${key}`).toString('base64')],
    ['in JSON', JSON.stringify({ deep: JSON.stringify({ key }) })],
    ['in an error', new Error(`refused ${key}`)],
    ['in an error’s cause', new Error('refused', { cause: new Error(key) })],
    ['in an object', { deep: { er: [key] } }],
  ])('%s', (_case, value) => {
    const { hide, redact } = createRedactor()
    hide(key)
    const text = redact(value)
    expect(text).not.toContain(key)
    expect(text).not.toContain(encodeURIComponent(key))
    expect(text).not.toContain(Buffer.from(key).toString('base64').replace(/=+$/, ''))
    expect(text).toContain('[hidden]')
  })
})

describe('what looks like a credential is masked without being known', () => {
  test.each([
    'Authorization: Basic YWNtZStwdWJsaWM6cHJpdmF0ZQ==',
    '{"authorization":"Basic YWNtZStwdWJsaWM6cHJpdmF0ZQ=="}',
    "{ authorization: 'Basic YWNtZStwdWJsaWM6cHJpdmF0ZQ==' }",
    'sent Basic YWNtZStwdWJsaWM6cHJpdmF0ZQ== to the server',
    'Bearer YWNtZStwdWJsaWM6cHJpdmF0ZQ',
    '{"privateKey":"YWNtZStwdWJsaWM6cHJpdmF0ZQ"}',
    'private_key=YWNtZStwdWJsaWM6cHJpdmF0ZQ',
    'clientId: YWNtZStwdWJsaWM6cHJpdmF0ZQ',
  ])('%s', (text) => {
    expect(createRedactor().redact(text)).not.toContain('YWNtZStwdWJsaWM6cHJpdmF0ZQ')
  })
})

test('ordinary words stay', () => {
  const { hide, redact } = createRedactor()
  hide('key')
  expect(redact('The list of connections was damaged; a basic copy is in use.')).toBe(
    'The list of connections was damaged; a basic copy is in use.',
  )
})

test('a secret that is no well-formed text is masked like any other', () => {
  const { hide, redact } = createRedactor()
  hide('half-a-pair-\uD83D')
  expect(redact('it was half-a-pair-\uD83D.')).toBe('it was [hidden].')
})
