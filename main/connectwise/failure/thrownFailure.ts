// From what fetch and TLS throw to a failure: names of errors as Node and Electron give them.
import { bounds } from '../../../shared/bounds.ts'
import { chromiumMeaning } from './chromiumErrors.ts'
import {
  type FailureFacts,
  type Failure,
  type FailureCode,
  type FailureContext,
  makeFailure,
  type Reason,
} from './failure.ts'

/** No TLS connection comes about: the server speaks none, or no version in common. */
const withoutTls = /EPROTO|ERR_SSL_/
const clientCertificate =
  /ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|alert (certificate required|bad certificate)/i
const tooWeak = /(certificate|digest|algorithm|key)( is)? too (weak|small)/i

/** Names of failures as Node's fetch and TLS and Electron's network give them; the first row that fits decides. */
const thrownCodes: readonly (readonly [RegExp, FailureCode])[] = [
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID/, 'tls-expired'],
  [/DEPTH_ZERO_SELF_SIGNED_CERT/, 'tls-self-signed'],
  [/ALTNAME_INVALID|HOSTNAME_MISMATCH|ERR_CERT_COMMON_NAME_INVALID/, 'tls-wrong-name'],
  [/PROXY|ERR_TUNNEL_CONNECTION_FAILED|UND_ERR_PRX|Proxy response/, 'proxy-failed'],
  // A proxy that asks for a login: Fetch makes of 407 a network error without a word (Fetch Standard, HTTP-network-or-cache fetch).
  [/^Error: \nTypeError: fetch failed$/, 'proxy-failed'],
  // OpenSSL says so where the one certificate shown is not self-signed and its issuer is not known; a proxy shows its own.
  [/UNABLE_TO_VERIFY_LEAF_SIGNATURE/, 'tls-chain-incomplete'],
  [
    /SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY|GET)|CERT_(?:(?!CERT_)\w){0,40}(UNTRUSTED|REJECTED|FAILURE)|INVALID_CA|net::ERR_CERT_/,
    'tls-untrusted',
  ],
  [/ENOTFOUND|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED/, 'host-not-found'],
  [/EAI_|ENETUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_/, 'offline'],
  [
    /ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ERR_CONNECTION_REFUSED|ERR_CONNECTION_FAILED|ERR_ADDRESS_UNREACHABLE/,
    'connection-refused',
  ],
  [/ETIMEDOUT|UND_ERR_\w{1,30}_TIMEOUT|TIMED_OUT|TimeoutError/, 'timeout'],
  // The server ends the handshake itself: it wants a certificate of this computer, or has none for this name (RFC 8446, section 6.2).
  [clientCertificate, 'call-blocked'],
  [/UNRECOGNI[SZ]ED_NAME|unrecogni[sz]ed name/i, 'tls-wrong-name'],
  [tooWeak, 'tls-untrusted'],
  [withoutTls, 'not-connectwise'],
  [/does not match the HTTP/, 'not-connectwise'],
  [
    /HEADERS_OVERFLOW|HEADER_OVERFLOW|HEADERS_TOO_BIG|HPE_|ERR_HTTP2_|ERR_INVALID_HTTP|ERR_CONTENT_DECODING|Z_DATA_ERROR|Z_BUF_ERROR|RESPONSE_HEADERS/,
    'answer-damaged',
  ],
  // Node's fetch takes no 100 or 101 it did not ask for, no status below them, and gives a head it cannot read as a wrong length.
  [/bad (response|upgrade)\b|assert\(statusCode|RES_CONTENT_LENGTH_MISMATCH/, 'answer-damaged'],
  [/Redirect was cancelled|redirect policy|unexpected redirect|_REDIRECT/, 'redirected'],
  [/bad port|ERR_UNSAFE_PORT|ERR_INVALID_URL|ERR_ADDRESS_INVALID/, 'address-invalid'],
  [/ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_|PREMATURE_CLOSE|terminated|other side closed/, 'connection-reset'],
  [/net::ERR_(CONNECTION|EMPTY|CONTENT|INCOMPLETE|QUIC|SOCKET|INVALID|RESPONSE)/, 'connection-reset'],
  [/AbortError|ERR_ABORTED/, 'cancelled'],
]

/** Why, where one code has several reasons; the first row that fits decides. */
const reasons: readonly (readonly [RegExp, { reason: Reason }])[] = [
  [clientCertificate, { reason: 'client-certificate' }],
  [tooWeak, { reason: 'weak' }],
  [/ALERT_HANDSHAKE_FAILURE/, { reason: 'handshake' }],
  [withoutTls, { reason: 'no-tls' }],
]

/** Everything an error says about itself: its causes first, for several attempts each of them. */
function wordsOf(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 5) return depth === 0 ? [String(thrown)] : []
  const inner: unknown[] = [...(thrown instanceof AggregateError ? thrown.errors : []), thrown.cause]
  const code = 'code' in thrown && typeof thrown.code === 'string' ? `${thrown.code} ` : ''
  return [...inner.flatMap((other) => wordsOf(other, depth + 1)), `${thrown.name}: ${code}${thrown.message}`]
}

/** What fetch or TLS threw. `facts` are what was already known of the answer. */
export function thrownFailure(
  thrown: unknown,
  context: FailureContext,
  facts: Partial<FailureFacts> = {},
): Failure {
  const words = wordsOf(thrown).join('\n').slice(0, bounds.words.failure)
  const meaning = chromiumMeaning(words, context)
  const isWithoutProxy = isOfProxy(words, context)
  const found = isWithoutProxy
    ? 'proxy-failed'
    : (meaning?.code ?? thrownCodes.find(([pattern]) => pattern.test(words))?.[1] ?? 'internal')
  // ConnectWise was there a moment ago, so what does not speak its language now is an answer gone wrong.
  const code = found === 'not-connectwise' && context.known?.company ? 'answer-damaged' : found
  return makeFailure(code, context, {
    ...facts,
    ...proxyAnswer(words),
    answer: words,
    ...(isWithoutProxy && { reason: 'no-proxy' }),
    ...(meaning
      ? meaning.reason && { reason: meaning.reason }
      : reasons.find(([pattern]) => pattern.test(words))?.[1]),
  })
}

/** What a proxy answered to the wish for a tunnel, as Node's fetch words it. */
function proxyAnswer(words: string): Partial<FailureFacts> {
  const status = /Proxy response \((\d{3})\)/.exec(words)?.[1]
  return status === undefined ? {} : { status: Number(status) }
}

/** A name or a port that was not asked for can only be the proxy's. This computer itself is never behind one. */
function isOfProxy(words: string, { host }: FailureContext): boolean {
  const lookedUp = /getaddrinfo \w{1,20} (\S{1,300})/.exec(words)?.[1]
  const port = /connect \w{1,20} \S{1,300}:(\d{1,5})(?!\S)/.exec(words)?.[1]
  const own = /:(\d+)$/.exec(host)?.[1] ?? '443'
  return (
    (lookedUp !== undefined && !host.startsWith(lookedUp)) ||
    (port !== undefined && port !== own && !host.startsWith('127.0.0.1'))
  )
}
