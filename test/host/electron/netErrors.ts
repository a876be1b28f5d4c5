// What Chromium calls the failures of the network that Node names in its own way (net/base/net_error_list.h).

/** The first row that fits decides; tested against code and message. */
const names: readonly (readonly [RegExp, string])[] = [
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, 'CERT_DATE_INVALID'],
  [/ALTNAME_INVALID|HOSTNAME_MISMATCH/, 'CERT_COMMON_NAME_INVALID'],
  [/SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|CERT_UNTRUSTED|INVALID_CA/, 'CERT_AUTHORITY_INVALID'],
  [/Proxy|ERR_PROXY/, 'TUNNEL_CONNECTION_FAILED'],
  [/ENOTFOUND|EAI_/, 'NAME_NOT_RESOLVED'],
  [/ECONNREFUSED/, 'CONNECTION_REFUSED'],
  [/EHOSTUNREACH|EHOSTDOWN|ENETUNREACH/, 'ADDRESS_UNREACHABLE'],
  [/ENETDOWN/, 'INTERNET_DISCONNECTED'],
  [/ETIMEDOUT/, 'CONNECTION_TIMED_OUT'],
  [/EPROTO|ERR_SSL_|wrong version number/, 'SSL_PROTOCOL_ERROR'],
  [/HPE_/, 'INVALID_HTTP_RESPONSE'],
  [/Z_|incorrect header|ERR__ERROR/, 'CONTENT_DECODING_FAILED'],
]

const endings = { request: 'EMPTY_RESPONSE', body: 'CONTENT_LENGTH_MISMATCH' }

/** `net::ERR_…` for what Node threw, before the answer (`request`) or in the middle of it (`body`). */
export const netErrorOf = (thrown: Error & { code?: string }, stage: keyof typeof endings): string => {
  const words = `${thrown.code ?? ''} ${thrown.message}`
  const known = names.find(([pattern]) => pattern.test(words))?.[1]
  if (known !== undefined) return `net::ERR_${known}`
  // A server that hangs up: with nothing said, in the middle, or in some other way.
  return /socket hang up|aborted|terminated/.test(words)
    ? `net::ERR_${endings[stage]}`
    : 'net::ERR_CONNECTION_RESET'
}
