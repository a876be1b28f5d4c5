// What fetch and TLS throw gets a code of its own, in Node's words and in Electron's.
import { describe, expect, it } from 'vitest'
import { failureSentence } from '../../../../../main/connectwise/failure/failureWords.ts'
import { thrownFailure } from '../../../../../main/connectwise/failure/thrownFailure.ts'

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
    [fetchFailed(withCode('UNABLE_TO_VERIFY_LEAF_SIGNATURE')), 'tls-chain-incomplete'],
    [fetchFailed(withCode('UND_ERR_HEADERS_OVERFLOW', 'Headers Overflow Error')), 'answer-damaged'],
    [fetchFailed(withCode('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')), 'tls-untrusted'],
    [fetchFailed(withCode('ERR_TLS_CERT_ALTNAME_INVALID')), 'tls-wrong-name'],
    [fetchFailed(withCode('ERR_SSL_WRONG_VERSION_NUMBER')), 'not-connectwise'],
    [fetchFailed(new Error('Response does not match the HTTP/1.1 protocol')), 'not-connectwise'],
    [fetchFailed(withCode('UND_ERR_RES_CONTENT_LENGTH_MISMATCH')), 'answer-damaged'],
    [fetchFailed(withCode('ERR_ASSERTION', 'assert(statusCode >= 100)')), 'answer-damaged'],
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
  const { message } = failureSentence(
    thrownFailure(fetchFailed(withCode('ERR_SSL_WRONG_VERSION_NUMBER')), context),
  )
  expect(message).toContain('does not speak TLS')
})

it('is an answer gone wrong, not another server, where ConnectWise has answered before', () => {
  const known = { company: true, keys: true }
  const odd = fetchFailed(new Error('Response does not match the HTTP/1.1 protocol'))
  expect(thrownFailure(odd, { ...context, known })).toMatchObject({ code: 'answer-damaged' })
})

it.each([
  [
    withCode('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tlsv13 alert certificate required'),
    'call-blocked',
    /wants a certificate of this computer and got none that it accepts\..*--show-certificate-to=psa\.example\.test;/,
  ],
  [
    withCode('ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'ssl/tls alert handshake failure'),
    'not-connectwise',
    /no version or cipher that is safe, or wants a certificate/,
  ],
  [
    withCode('ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'tlsv1 unrecognized name'),
    'tls-wrong-name',
    /made for another name/,
  ],
  [
    withCode('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling'),
    'proxy-failed',
    /wants a login before.*HTTPS_PROXY/,
  ],
  [
    withCode('UND_ERR_ABORTED', 'Proxy response (503) !== 200 when HTTP Tunneling'),
    'proxy-failed',
    /could not reach psa\.example\.test/,
  ],
  [
    withCode('ECONNREFUSED', 'connect ECONNREFUSED 203.0.113.4:3128'),
    'proxy-failed',
    /Nothing answers at the proxy/,
  ],
  [withCode('UNSPECIFIED', 'EE certificate key too weak'), 'tls-untrusted', /too weak for anybody to trust/],
])('%s is told as what it is', (cause, code, words) => {
  const failure = thrownFailure(fetchFailed(cause), context)
  const { message, next = '' } = failureSentence(failure)
  expect(failure.code).toBe(code)
  expect(`${message} ${next}`).toMatch(words)
})
