// What Chromium calls the failures of the network (net/base/net_error_list.h), and what each of them means here.
import type { FailureCode, FailureContext, Reason } from './failure.ts'

type Meaning = { code: FailureCode; reason?: Reason }
type Row = readonly [name: RegExp, code: FailureCode, reason?: Reason]

/** By the name without `net::ERR_`; the first row that fits decides. */
const rows: readonly Row[] = [
  // A VPN, a dock or sleep in the middle: the same as a connection that Node sees reset, and worth another try.
  [/^NETWORK_(CHANGED|IO_SUSPENDED)$/, 'connection-reset'],
  [/^NETWORK_ACCESS_DENIED$|^BLOCKED_BY_|^PRIVATE_NETWORK_ACCESS_/, 'connection-refused', 'firewall'],
  [/CLIENT_AUTH/, 'call-blocked', 'client-certificate'],
  [/^CERT_DATE_INVALID$|^CERT_VALIDITY_TOO_LONG$/, 'tls-expired'],
  [/^CERT_COMMON_NAME_INVALID$/, 'tls-wrong-name'],
  [/PROX(Y|IES)|TUNNEL|SOCKS|^PAC_/, 'proxy-failed'],
  [/^CERT_|^CERTIFICATE_TRANSPARENCY|PINNED_KEY|^SSL_OBSOLETE/, 'tls-untrusted'],
  [/^NAME_|^DNS_|^ICANN_/, 'host-not-found'],
  [/^INTERNET_DISCONNECTED$/, 'offline'],
  [/TIMED_OUT$|TIMEOUT/, 'timeout'],
  [/^CONNECTION_(REFUSED|FAILED)$|^ADDRESS_UNREACHABLE$|^ADDRESS_IN_USE$/, 'connection-refused'],
  [/^SSL_|^ECH_|^EARLY_DATA|^WRONG_VERSION_ON_EARLY_DATA$/, 'not-connectwise', 'no-tls'],
  [/REDIRECT/, 'redirected'],
  [/^(UNSAFE_PORT|INVALID_URL|ADDRESS_INVALID|DISALLOWED_URL_SCHEME|UNKNOWN_URL_SCHEME)$/, 'address-invalid'],
  [
    /^RESPONSE_HEADERS|^INVALID_(HTTP|RESPONSE|CHUNKED)|^CONTENT_DECODING|^HTTP2_|^HTTP_1_1_REQUIRED|^MISCONFIGURED|^RESPONSE_BODY|^UNABLE_TO_REUSE|^ZSTD/,
    'answer-damaged',
  ],
  [
    /^CONNECTION_|^EMPTY_RESPONSE$|^CONTENT_LENGTH|^INCOMPLETE_|^QUIC_|^SOCKET_|^HTTP_RESPONSE_CODE_FAILURE|^FAILED$|^UNEXPECTED$|^TEMPORARILY_THROTTLED$|^INSUFFICIENT_RESOURCES$|^OUT_OF_MEMORY$|^WS_|^PRECONNECT_/,
    'connection-reset',
  ],
  [/^ABORTED$/, 'cancelled'],
]

/** A host of the company's own network: an address no router passes on, a name without a dot, or `.local`. */
const isLocal = (host: string): boolean =>
  /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)|^\[?f[cd]|^[^.]+$|\.local$/i.test(
    host.replace(/:\d+$/, ''),
  )

/** Advice that belongs to one system: where it keeps its trust, and what it asks before an app may speak to its own network. */
function reasonOn(
  platform: NodeJS.Platform,
  code: FailureCode,
  { host }: Pick<FailureContext, 'host'>,
): Reason | undefined {
  if (platform === 'linux' && code === 'tls-untrusted') return 'own-store'
  return platform === 'darwin' && code === 'connection-refused' && isLocal(host) ? 'local-network' : undefined
}

/** The meaning of the first `net::ERR_…` in some words; undefined where there is none, or one that says nothing of the network. */
export function chromiumMeaning(
  words: string,
  context: Pick<FailureContext, 'host'>,
  platform: NodeJS.Platform = process.platform,
): Meaning | undefined {
  const name = /net::ERR_([A-Z0-9_]{2,60})/.exec(words)?.[1]
  const row = name === undefined ? undefined : rows.find(([pattern]) => pattern.test(name))
  if (!row) return undefined
  const [, code, own] = row
  const reason = own ?? reasonOn(platform, code, context)
  return { code, ...(reason && { reason }) }
}
