// Each failure that Chromium's network names has a meaning, and the advice of the system it happens on.
import { expect, test } from 'vitest'
import { chromiumMeaning } from '../../../../../main/connectwise/failure/chromiumErrors.ts'

const at = { host: 'na.myconnectwise.net' }
const meaning = (name: string, platform: NodeJS.Platform = 'win32', host = at.host) =>
  chromiumMeaning(`Error: net::ERR_${name}`, { host }, platform)

/** Out of net/base/net_error_list.h: what a request to a server can end with. */
const names = {
  'connection-reset':
    'NETWORK_CHANGED NETWORK_IO_SUSPENDED CONNECTION_CLOSED CONNECTION_RESET CONNECTION_ABORTED EMPTY_RESPONSE CONTENT_LENGTH_MISMATCH INCOMPLETE_CHUNKED_ENCODING QUIC_PROTOCOL_ERROR QUIC_HANDSHAKE_FAILED SOCKET_NOT_CONNECTED SOCKET_IS_CONNECTED HTTP_RESPONSE_CODE_FAILURE TEMPORARILY_THROTTLED INSUFFICIENT_RESOURCES FAILED',
  'connection-refused':
    'NETWORK_ACCESS_DENIED BLOCKED_BY_CLIENT BLOCKED_BY_ADMINISTRATOR CONNECTION_REFUSED CONNECTION_FAILED ADDRESS_UNREACHABLE',
  'call-blocked':
    'SSL_CLIENT_AUTH_CERT_NEEDED BAD_SSL_CLIENT_AUTH_CERT SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED SSL_CLIENT_AUTH_CERT_NO_PRIVATE_KEY SSL_CLIENT_AUTH_SIGNATURE_FAILED SSL_CLIENT_AUTH_NO_COMMON_ALGORITHMS',
  'tls-expired': 'CERT_DATE_INVALID CERT_VALIDITY_TOO_LONG',
  'tls-wrong-name': 'CERT_COMMON_NAME_INVALID',
  'tls-untrusted':
    'CERT_AUTHORITY_INVALID CERT_CONTAINS_ERRORS CERT_NO_REVOCATION_MECHANISM CERT_UNABLE_TO_CHECK_REVOCATION CERT_REVOKED CERT_INVALID CERT_WEAK_SIGNATURE_ALGORITHM CERT_NON_UNIQUE_NAME CERT_WEAK_KEY CERT_NAME_CONSTRAINT_VIOLATION CERTIFICATE_TRANSPARENCY_REQUIRED SSL_PINNED_KEY_NOT_IN_CERT_CHAIN CERT_KNOWN_INTERCEPTION_BLOCKED CERT_SELF_SIGNED_LOCAL_NETWORK',
  'proxy-failed':
    'PROXY_CONNECTION_FAILED PROXY_AUTH_UNSUPPORTED PROXY_AUTH_REQUESTED PROXY_CERTIFICATE_INVALID UNEXPECTED_PROXY_AUTH TUNNEL_CONNECTION_FAILED SOCKS_CONNECTION_FAILED SOCKS_CONNECTION_HOST_UNREACHABLE MANDATORY_PROXY_CONFIGURATION_FAILED NO_SUPPORTED_PROXIES PAC_SCRIPT_FAILED PAC_NOT_IN_DHCP HTTPS_PROXY_TUNNEL_RESPONSE_REDIRECT',
  'host-not-found':
    'NAME_NOT_RESOLVED NAME_RESOLUTION_FAILED DNS_MALFORMED_RESPONSE DNS_SERVER_FAILED DNS_NO_MATCHING_SUPPORTED_ALPN ICANN_NAME_COLLISION',
  offline: 'INTERNET_DISCONNECTED',
  timeout: 'TIMED_OUT CONNECTION_TIMED_OUT',
  'not-connectwise':
    'SSL_PROTOCOL_ERROR SSL_VERSION_OR_CIPHER_MISMATCH SSL_BAD_RECORD_MAC_ALERT SSL_DECOMPRESSION_FAILURE_ALERT SSL_DECRYPT_ERROR_ALERT SSL_NO_RENEGOTIATION SSL_SERVER_CERT_BAD_FORMAT SSL_UNRECOGNIZED_NAME_ALERT SSL_KEY_USAGE_INCOMPATIBLE ECH_NOT_NEGOTIATED',
  redirected: 'TOO_MANY_REDIRECTS UNSAFE_REDIRECT INVALID_REDIRECT',
  'address-invalid': 'UNSAFE_PORT INVALID_URL ADDRESS_INVALID DISALLOWED_URL_SCHEME UNKNOWN_URL_SCHEME',
  'answer-damaged':
    'RESPONSE_HEADERS_TOO_BIG RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH RESPONSE_HEADERS_MULTIPLE_LOCATION RESPONSE_HEADERS_TRUNCATED INVALID_HTTP_RESPONSE INVALID_RESPONSE INVALID_CHUNKED_ENCODING CONTENT_DECODING_FAILED CONTENT_DECODING_INIT_FAILED HTTP2_PROTOCOL_ERROR HTTP2_SERVER_REFUSED_STREAM HTTP2_PING_FAILED HTTP_1_1_REQUIRED',
  cancelled: 'ABORTED',
}

test.each(
  Object.entries(names).flatMap(([code, list]) => list.split(' ').map((name) => [name, code] as const)),
)('%s is %s', (name, code) => expect(meaning(name)?.code).toBe(code))

test('a server that wants a certificate of the person is told apart from one without TLS', () => {
  expect(meaning('SSL_CLIENT_AUTH_CERT_NEEDED')?.reason).toBe('client-certificate')
  expect(meaning('SSL_PROTOCOL_ERROR')?.reason).toBe('no-tls')
})

test('on Linux trust is Chromium’s own store, on macOS the own network needs leave', () => {
  expect(meaning('CERT_AUTHORITY_INVALID', 'linux')?.reason).toBe('own-store')
  expect(meaning('CERT_AUTHORITY_INVALID', 'win32')?.reason).toBeUndefined()
  for (const host of ['10.0.0.5', '192.168.1.9:8443', '172.20.1.1', 'cw', 'cw.local', '[fd00::1]:443'])
    expect(meaning('ADDRESS_UNREACHABLE', 'darwin', host)?.reason, host).toBe('local-network')
  for (const host of ['na.myconnectwise.net', '172.40.1.1', '8.8.8.8:443'])
    expect(meaning('ADDRESS_UNREACHABLE', 'darwin', host)?.reason, host).toBeUndefined()
})

test('what Chromium did not say has no meaning here', () => {
  expect(chromiumMeaning('Error: connect ECONNREFUSED 10.0.0.5:443', at)).toBeUndefined()
  expect(meaning('CACHE_MISS')).toBeUndefined()
})
