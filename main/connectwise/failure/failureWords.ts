// What is said about each way reading ConnectWise can fail: one sentence of what happened, one of what to do.
import type { ErrorCode } from '../../../shared/result.ts'

export type Words = { message: string; next: string }

/** What a failure is told about. Never keys, so that no sentence can carry one. */
export type Circumstances = {
  /** Host with port, as resolved. */
  host: string
  companyId: string
  /** What was being read: "members", "tickets of board 4". */
  what: string
  /** The short name of the trouble: the field that cannot be filtered by, seconds to wait, where a redirect leads, `TLS`. */
  named: string
}

type ReadingCode = Exclude<
  ErrorCode,
  | `file-${string}`
  | `passphrase-${string}`
  | 'address-insecure'
  | 'site-not-allowed'
  | 'write-failed'
  | 'conflict'
  | 'unknown-item'
  | 'in-use'
  | 'invalid-input'
  | 'untrusted'
>

export const failureWords: Record<ReadingCode, (about: Circumstances) => Words> = {
  'address-invalid': ({ host }) => ({
    message: `${host} is not an address that can be asked.`,
    next: 'Check the site and its port.',
  }),
  'host-not-found': ({ host }) => ({
    message: `There is no host named ${host}.`,
    next: 'Check the site for typing errors. Some hosts are only found inside the company network or its VPN.',
  }),
  offline: ({ host }) => ({
    message: `${host} could not be looked up: there is no network, or its name server does not answer.`,
    next: 'Check the network connection, then try again. Saved lists stay available.',
  }),
  'connection-refused': ({ host }) => ({
    message: `Nothing answers at ${host}.`,
    next: 'Check the host and port, and whether a firewall or VPN stands between.',
  }),
  'connection-reset': ({ host }) => ({
    message: `The connection to ${host} was dropped before the answer was complete.`,
    next: 'Try again. If it keeps happening, look for a proxy or firewall that closes connections.',
  }),
  timeout: ({ host, what }) => ({
    message: `${host} did not answer in time${what && ` when asked for ${what}`}.`,
    next: 'Try again. For tickets, narrow to boards or a shorter period. A firewall that drops traffic looks the same.',
  }),
  'tls-expired': ({ host, named }) => ({
    message: `The certificate of ${host} has expired or is not valid yet${named && ` (valid ${named})`}.`,
    next: 'Check the date of this computer. If it is right, the owner of the server has to renew the certificate.',
  }),
  'tls-self-signed': ({ host }) => ({
    message: `The certificate of ${host} is self-signed, so nobody vouches for it.`,
    next: 'Ask the owner of the server for a certificate of a known authority, or have IT add this one to those the system trusts.',
  }),
  'tls-wrong-name': ({ host, named }) => ({
    message: `The certificate shown by ${host} was made for another name${named && ` (${named})`}.`,
    next: 'Enter the host name the certificate is for, usually the one used in the browser.',
  }),
  'tls-untrusted': ({ host, named }) => ({
    message: `The certificate of ${host} comes from an authority this computer does not trust${named && ` (${named})`}.`,
    next: 'A company proxy that reads traffic does this. Ask IT to add its certificate to those the system trusts.',
  }),
  'proxy-failed': ({ host }) => ({
    message: `The proxy did not let the request to ${host} through.`,
    next: 'Check the proxy settings of this computer, and whether the proxy asks for a login.',
  }),
  redirected: ({ host, named }) => ({
    message: `${host} sends requests on to ${named || 'another address'}. That was not followed, so that keys go nowhere else.`,
    next: 'Enter the address it leads to. A proxy or a login page in between does this too.',
  }),
  'web-page': () => ({
    message: 'This address answered with a web page, not the API.',
    next: 'For ConnectWise cloud use na, eu or au.myconnectwise.net; api- is added for you. Otherwise look for a proxy or login page in between.',
  }),
  'not-connectwise': ({ host, named }) =>
    named === 'TLS'
      ? {
          message: `What answers at ${host} does not speak TLS, or only a version that is not safe any more.`,
          next: 'Check the site and its port. On an old server of your own, its owner has to switch on TLS 1.2.',
        }
      : {
          message: `What answers at ${host} is not ConnectWise.`,
          next: 'Check the site. It is the host name seen in the browser when ConnectWise is open.',
        },
  'company-not-found': ({ host, companyId }) => ({
    message: companyId.trim()
      ? `ConnectWise could not find company ${companyId} at ${host}.`
      : 'The company ID is missing.',
    next: 'Check the company ID (the one used to log in) and the region: another one, such as eu instead of na, may be right.',
  }),
  'keys-rejected': () => ({
    message: 'The keys were not accepted.',
    next: 'Check public and private key, or create a new key pair (System > Members > API Members > API Keys). The private key is shown only once. Some sites refuse a wrong client ID with the same answer.',
  }),
  'key-needed': () => ({
    message: 'The public key or the private key is missing.',
    next: 'Enter both keys of an API member (System > Members > API Members > API Keys).',
  }),
  'client-id-rejected': () => ({
    message: 'The integration client ID is missing or not valid for this company.',
    next: 'Copy the client ID from developer.connectwise.com. A private one works only for the company it was made for.',
  }),
  'ssl-required': () => ({
    message: 'ConnectWise answers that SSL is required: this is not the address of its API.',
    next: 'Use https and the api- address.',
  }),
  'permission-missing': ({ what }) => ({
    message: `The ConnectWise role of these keys does not allow reading ${what || 'this'}.`,
    next: 'Ask the ConnectWise administrator to allow it in System > Security Roles.',
  }),
  'not-found': ({ what }) => ({
    message: `ConnectWise does not have ${what || 'what was asked for'}.`,
    next: 'It may have been deleted, or this ConnectWise release may be too old to offer it.',
  }),
  'condition-refused': ({ named, what }) => ({
    message: `ConnectWise does not allow filtering ${what || 'here'} by ${named || 'this field'}.`,
    next: 'Nothing to do where the list can be filtered on this computer instead.',
  }),
  'request-refused': ({ what }) => ({
    message: `ConnectWise refused the request for ${what || 'data'}.`,
    next: 'Its own words are in the answer. A very old or very new ConnectWise release may be the cause.',
  }),
  throttled: ({ named }) => ({
    message: `ConnectWise asked us to wait${named && ` ${named} s`}: too many requests at the moment.`,
    next: 'Wait a little, then try again. Other integrations of the same company count as well.',
  }),
  'server-error': ({ host }) => ({
    message: `ConnectWise at ${host} reported an error of its own.`,
    next: 'Try again in some minutes, and look at status.connectwise.com.',
  }),
  'answer-damaged': ({ what }) => ({
    message: `The answer${what && ` for ${what}`} is damaged or incomplete, so it was not used.`,
    next: 'Try again. If it keeps happening, a proxy in between may be changing answers.',
  }),
  cancelled: () => ({ message: 'Cancelled.', next: 'Start again when ready.' }),
  internal: ({ host }) => ({
    message: `The request to ${host} could not be sent.`,
    next: 'Try again. The raw answer says more.',
  }),
}

export type FailureCode = keyof typeof failureWords
