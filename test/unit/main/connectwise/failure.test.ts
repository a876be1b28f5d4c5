// Each way the network and ConnectWise can fail gets its own code and its own words, and never shows a key.
import { describe, expect, it } from 'vitest'
import {
  failure,
  refusedFailure,
  secondsToWait,
  thrownFailure,
} from '../../../../main/connectwise/transport/failure.ts'
import { failureWords } from '../../../../main/connectwise/transport/failureWords.ts'
import { createMask } from '../../../../main/connectwise/transport/secrets.ts'
import { keys } from './fakes.ts'

const context = { host: 'psa.example.test', companyId: 'acme', what: 'members', mask: (text: string) => text }

const withCode = (code: string, message = code) => Object.assign(new Error(message), { code })
const fetchFailed = (cause: Error) => Object.assign(new TypeError('fetch failed'), { cause })

describe('what fetch throws', () => {
  it.each([
    [fetchFailed(withCode('ENOTFOUND', 'getaddrinfo ENOTFOUND psa.example.test')), 'host-not-found'],
    [fetchFailed(withCode('ENOTFOUND', 'getaddrinfo ENOTFOUND proxy.example.test')), 'proxy-failed'],
    [fetchFailed(withCode('EAI_AGAIN', 'getaddrinfo EAI_AGAIN psa.example.test')), 'offline'],
    [fetchFailed(withCode('ENETUNREACH')), 'offline'],
    [fetchFailed(withCode('ECONNREFUSED')), 'connection-refused'],
    [
      fetchFailed(new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])),
      'connection-refused',
    ],
    [fetchFailed(withCode('ECONNRESET')), 'connection-reset'],
    [fetchFailed(withCode('UND_ERR_SOCKET', 'other side closed')), 'connection-reset'],
    [new TypeError('terminated'), 'connection-reset'],
    [fetchFailed(withCode('UND_ERR_CONNECT_TIMEOUT')), 'timeout'],
    [fetchFailed(withCode('ETIMEDOUT')), 'timeout'],
    [fetchFailed(withCode('CERT_HAS_EXPIRED')), 'tls-expired'],
    [fetchFailed(withCode('DEPTH_ZERO_SELF_SIGNED_CERT')), 'tls-self-signed'],
    [fetchFailed(withCode('SELF_SIGNED_CERT_IN_CHAIN')), 'tls-untrusted'],
    [fetchFailed(withCode('UNABLE_TO_VERIFY_LEAF_SIGNATURE')), 'tls-untrusted'],
    [fetchFailed(withCode('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')), 'tls-untrusted'],
    [fetchFailed(withCode('ERR_TLS_CERT_ALTNAME_INVALID')), 'tls-wrong-name'],
    [fetchFailed(withCode('ERR_SSL_WRONG_VERSION_NUMBER')), 'not-connectwise'],
    [fetchFailed(new Error('Response does not match the HTTP/1.1 protocol')), 'not-connectwise'],
    [fetchFailed(new Error('bad port')), 'address-invalid'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'host-not-found'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
    [new Error('net::ERR_CONNECTION_REFUSED'), 'connection-refused'],
    [new Error('net::ERR_CONNECTION_RESET'), 'connection-reset'],
    [new Error('net::ERR_CONNECTION_CLOSED'), 'connection-reset'],
    [new Error('net::ERR_EMPTY_RESPONSE'), 'connection-reset'],
    [new Error('net::ERR_CONNECTION_TIMED_OUT'), 'timeout'],
    [new Error('net::ERR_CERT_DATE_INVALID'), 'tls-expired'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls-untrusted'],
    [new Error('net::ERR_CERT_COMMON_NAME_INVALID'), 'tls-wrong-name'],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'proxy-failed'],
    [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'proxy-failed'],
    [new Error('net::ERR_SSL_PROTOCOL_ERROR'), 'not-connectwise'],
    [new Error('Redirect was cancelled'), 'redirected'],
    [new Error('something nobody has seen'), 'internal'],
    ['not an error at all', 'internal'],
  ])('%s is %s', (thrown, code) => {
    expect(thrownFailure(thrown, context)).toMatchObject({ code })
  })
})

it('tells a server without TLS from one that is not ConnectWise', () => {
  const { message } = thrownFailure(fetchFailed(withCode('ERR_SSL_WRONG_VERSION_NUMBER')), context)
  expect(message).toContain('does not speak TLS')
})

describe('what ConnectWise answers', () => {
  it.each([
    [401, { code: 'Unauthorized', message: 'Invalid credentials.' }, 'keys-rejected'],
    [401, '', 'keys-rejected'],
    [401, '<html>401</html>', 'keys-rejected'],
    [400, { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' }, 'keys-rejected'],
    [400, 'Cannot route. Codebase/company is invalid', 'company-not-found'],
    [400, { code: 'BadRequest', message: 'The clientId header is required.' }, 'client-id-rejected'],
    [403, { code: 'Forbidden', message: 'Client ID is not valid.' }, 'client-id-rejected'],
    [401, { code: 'Unauthorized', message: 'Missing client id' }, 'client-id-rejected'],
    [401, 'Cannot identify the integration', 'client-id-rejected'],
    [
      403,
      { code: 'Security', message: 'You do not have security permission to perform this action.' },
      'permission-missing',
    ],
    [403, { code: 'Security', message: 'SSL is required.', errors: null }, 'ssl-required'],
    [401, { code: 'Security', message: 'SSL is required.', errors: null }, 'ssl-required'],
    [404, '<html>Not found</html>', 'web-page'],
    [502, '<html>Bad gateway</html>', 'server-error'],
    [404, { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' }, 'not-found'],
    [404, { code: 'NotFound', message: 'Ticket 1 not found' }, 'not-found'],
    [405, '', 'not-found'],
    [
      400,
      { code: 'ApiFindCondition', message: 'inactiveFlag is not a recognized name.' },
      'condition-refused',
    ],
    [400, { code: 'InvalidObject', message: 'ticket object is invalid', errors: [] }, 'request-refused'],
    [
      429,
      { error: 'ConnectWiseAPI', message: 'Too many requests. Please try again in 30 seconds.' },
      'throttled',
    ],
    [429, '<html>Cloudflare</html>', 'throttled'],
    [301, '', 'redirected'],
    [407, '', 'proxy-failed'],
    [500, { code: 'Error', message: 'undefined' }, 'server-error'],
    [503, '', 'server-error'],
  ])('%i %j is %s', (status, body, code) => {
    const answer = { status, text: typeof body === 'string' ? body : JSON.stringify(body), wait: null }
    expect(refusedFailure(answer, context)).toMatchObject({ code })
  })

  it('names the field it does not filter by, and the seconds it asks to wait', () => {
    const refused = '{"code":"ApiFindCondition","message":"inactiveFlag is not a recognized name."}'
    expect(refusedFailure({ status: 400, text: refused, wait: null }, context).message).toBe(
      'ConnectWise does not allow filtering members by inactiveFlag.',
    )
    expect(refusedFailure({ status: 429, text: '', wait: 30 }, context).message).toContain(
      'asked us to wait 30 s',
    )
  })

  it('is kept as detail, cut to a sensible length', () => {
    const { detail } = refusedFailure({ status: 500, text: 'x'.repeat(100_000), wait: null }, context)
    expect(detail).toMatch(/^HTTP 500\nxxx/)
    expect(detail?.length).toBeLessThan(5_000)
  })

  it.each([
    ['30', '', 30],
    ['0.5', '', 0.5],
    ['Mon, 23 Nov 2026 10:00:20 GMT', '', 20],
    ['Mon, 23 Nov 2026 09:00:00 GMT', '', 0],
    [null, '{"error":"ConnectWiseAPI","message":"Too many requests. Please try again in 12 seconds."}', 12],
    [null, '<html>slow down</html>', null],
  ])('a 429 with Retry-After %j and body %j asks for %j seconds', (header, body, seconds) => {
    expect(secondsToWait(header, body, Date.parse('2026-11-23T10:00:00Z'))).toBe(seconds)
  })
})

describe('a failure', () => {
  it('has its own words for each code', () => {
    const about = { host: 'h', companyId: 'c', what: 'w', named: 'n' }
    const sentences = Object.values(failureWords).map((words) => words(about).message)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('masks keys in every spelling they travel in', () => {
    const header = Buffer.from(`acme+${keys.publicKey}:${keys.privateKey}`).toString('base64')
    const leaks = [
      keys.privateKey,
      encodeURIComponent(keys.privateKey),
      keys.privateKey.toUpperCase(),
      Buffer.from(keys.privateKey).toString('base64'),
      Buffer.from(`x${keys.privateKey}`).toString('base64'),
      Buffer.from(`xy${keys.privateKey}z`).toString('base64url'),
      header,
      encodeURIComponent(header),
      JSON.stringify({ header }).replaceAll('/', '\\/').replaceAll('+', '\\u002B'),
      keys.privateKey.replaceAll('/', '&#x2F;').replaceAll('+', '&#43;'),
      keys.privateKey.replaceAll('/', '\\/'),
      keys.publicKey,
      keys.publicKey.replaceAll('-', '%2D'),
      keys.clientId,
    ]
    const { detail = '' } = failure(
      'internal',
      { ...context, mask: createMask(keys) },
      { detail: leaks.map((leak) => `<${leak}>`).join('\n') },
    )
    for (const line of detail.split('\n')) expect(line).toContain('[masked]')
    const decoded = detail.split(/[^\w+/=-]+/).map((word) => Buffer.from(word, 'base64').toString())
    for (const secret of [keys.privateKey, keys.publicKey, keys.clientId]) {
      expect(`${detail}${decoded.join('')}`).not.toContain(secret)
    }
  })
})
