// What is said about each way reading ConnectWise can fail: one sentence of what happened, one of what to do.
import { readSite, type SiteFault } from '../../../shared/connection/siteAddress.ts'
import type { AppError } from '../../../shared/result.ts'
import type { Failure, FailureCode } from './failure.ts'
import { longestAsked } from './retryAfter.ts'

type Words = { message: string; next: string }

/** A failure as the caller of a whole operation gets it. */
export function sayFailure(failure: Failure): AppError {
  const { code, status, answer } = failure
  const detail = [status === null ? '' : `HTTP ${status}`, answer].filter(Boolean).join('\n')
  return { code, ...failureWords[code](failure), ...(detail && { detail }) }
}

/** The answer's own words behind a colon. */
const quote = (said: string): string => said && `: “${said}”`

/** "30 s", "4 minutes", "2 hours". */
function spanOf(seconds: number): string {
  if (seconds >= longestAsked) return 'a day or longer'
  if (seconds > 5400) return `${Math.round(seconds / 3600)} hours`
  return seconds > 90 ? `${Math.round(seconds / 60)} minutes` : `${Math.ceil(seconds)} s`
}

const example = 'Enter the host ConnectWise runs on, for example na.myconnectwise.net.'

/** What is said where no host can be read. The sign or number is the person's own. */
const siteWords: Record<SiteFault, (named: string) => Words> = {
  unreadable: () => ({ message: 'No host name can be read from this site.', next: example }),
  sign: (sign) => ({
    message: `A host name cannot hold ${sign.trim() === '' ? 'a blank' : `“${sign}”`}.`,
    next: example,
  }),
  port: (port) => ({ message: `There is no port ${port}.`, next: 'Ports go from 1 to 65535.' }),
  'ipv6-port': (address) => ({
    message: `${address} may be an address, or an address and a port.`,
    next: 'Write the address in brackets and the port behind them, for example [::1]:8443.',
  }),
}

export const failureWords: Record<FailureCode, (about: Failure) => Words> = {
  'address-invalid': ({ host }) => {
    const site = readSite(host)
    return site.ok
      ? { message: `${host} is not an address that can be asked.`, next: 'Check the site and its port.' }
      : siteWords[site.fault](site.named)
  },
  'address-insecure': ({ host }) => ({
    message: `The address of ${host} starts with http, so keys would travel in the open. Nothing was sent.`,
    next: 'Use https and the api- address.',
  }),
  'site-not-allowed': ({ host }) => ({
    message: `The administrator's policy does not allow ${host}. Nothing was sent.`,
    next: 'Use one of the allowed sites, or ask the administrator.',
  }),
  'host-not-found': ({ host }) => ({
    message: `There is no host named ${host}.`,
    next: 'Check the site for typing errors. Some hosts are only found inside the company network or its VPN.',
  }),
  offline: ({ host }) => ({
    message: `${host} could not be looked up: there is no network, or its name server does not answer.`,
    next: 'Check the network connection, then try again. Saved lists stay available.',
  }),
  'connection-refused': ({ host, reason }) => ({
    message:
      reason === 'firewall'
        ? `This computer does not let Syncwright connect to ${host}.`
        : `Nothing answers at ${host}.`,
    next:
      reason === 'firewall'
        ? 'Ask whoever looks after its firewall or its protection to let Syncwright through.'
        : reason === 'local-network'
          ? 'Check System Settings › Privacy & Security › Local Network: Syncwright has to be on there. Then check the host and port.'
          : 'Check the host and port, and whether a firewall or VPN stands between.',
  }),
  'connection-reset': ({ host, what }) => ({
    message: `The connection to ${host} was dropped before the answer was complete${what && `, when asked for ${what}`}.`,
    next: 'Try again. If it keeps happening, look for a proxy or firewall that closes connections.',
  }),
  timeout: ({ host, what, reason }) =>
    reason === 'slow'
      ? {
          message: `${host} is slow: it kept answering, but was not done in time${what && ` when asked for ${what}`}.`,
          next: 'Try again at a quieter time. What was read until then is shown.',
        }
      : {
          message: `${host} did not answer in time${what && ` when asked for ${what}`}.`,
          next: 'Try again. For tickets, narrow to boards or a shorter period. A firewall that drops traffic looks the same.',
        },
  'tls-expired': ({ host, certificate }) => ({
    message: `The certificate of ${host} has expired or is not valid yet${certificate && ` (valid ${certificate})`}.`,
    next: 'Check the date of this computer. If it is right, the owner of the server has to renew the certificate.',
  }),
  'tls-self-signed': ({ host }) => ({
    message: `The certificate of ${host} is self-signed, so nobody vouches for it.`,
    next: 'Ask the owner of the server for a certificate of a known authority, or have IT add this one to those the system trusts.',
  }),
  'tls-wrong-name': ({ host, certificate }) => ({
    message: `The certificate shown by ${host} was made for another name${certificate && ` (${certificate})`}.`,
    next: 'Enter the host name the certificate is for, usually the one used in the browser.',
  }),
  'tls-untrusted': ({ host, certificate, reason }) => ({
    message: `The certificate of ${host} comes from an authority this computer does not trust${certificate && ` (${certificate})`}.`,
    next:
      reason === 'own-store'
        ? 'A company proxy that reads traffic does this. On Linux the window has a store of its own: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n company -i company.pem adds the certificate IT gives out.'
        : 'A company proxy that reads traffic does this. Ask IT to add its certificate to those the system trusts.',
  }),
  'tls-chain-incomplete': ({ host, certificate }) => ({
    message: `${host} shows its certificate without the intermediate one that links it to its authority${certificate && ` (${certificate})`}.`,
    next: 'The owner of the server has to install the whole certificate chain. Browsers often fetch the missing part themselves, so it may look fine there.',
  }),
  'proxy-failed': ({ host, status }) =>
    status === 407
      ? {
          message: `The proxy wants a login before it lets the request to ${host} through.`,
          next: 'Start again and enter its name and password, which are not those of ConnectWise.',
        }
      : {
          message: `The proxy did not let the request to ${host} through.`,
          next: 'Check the proxy settings of this computer, and whether the proxy asks for a login.',
        },
  redirected: ({ host, location, status }) => ({
    message: `${host} sends requests on to ${location || `another address${status !== null && status !== 302 ? ` it does not name (${status})` : ''}`}. That was not followed, so that keys go nowhere else.`,
    next: 'Enter the address it leads to. A proxy or a login page in between does this too.',
  }),
  'web-page': () => ({
    message: 'This address answered with a web page, not the API.',
    next: 'For ConnectWise cloud use na, eu or au.myconnectwise.net; api- is added for you. Otherwise look for a proxy or login page in between.',
  }),
  'sign-in-page': ({ host, said }) => ({
    message: `A sign-in page answers in place of ${host}${quote(said)}.`,
    next: 'Sign in to this network first: open any web page in a browser, follow what the guest network, firewall or proxy asks for, then try again.',
  }),
  'not-connectwise': ({ host, reason }) =>
    reason === 'no-tls'
      ? {
          message: `What answers at ${host} does not speak TLS, or only a version that is not safe any more.`,
          next: 'Check the site and its port. On an old server of your own, its owner has to switch on TLS 1.2.',
        }
      : {
          message: `What answers at ${host} is not ConnectWise.`,
          next: 'Check the site. It is the host name seen in the browser when ConnectWise is open.',
        },
  'company-not-found': ({ host, companyId, reason }) => ({
    message:
      reason === 'blank'
        ? 'The company ID is missing.'
        : `ConnectWise could not find company ${companyId} at ${host}.`,
    next: 'Check the company ID (the one used to log in) and the region: another one, such as eu instead of na, may be right.',
  }),
  'keys-rejected': ({ reason }) => ({
    message:
      reason === 'no-route'
        ? 'The keys were not accepted: ConnectWise knows the company, but leads no call with these keys to it.'
        : 'The keys were not accepted.',
    next: 'Check public and private key, and that the API member they belong to is active, or create a new key pair (System > Members > API Members > API Keys). The private key is shown only once. Some sites refuse a wrong client ID with the same answer.',
  }),
  'key-needed': () => ({
    message: 'The public key or the private key is missing.',
    next: 'Enter both keys of an API member (System > Members > API Members > API Keys).',
  }),
  'client-id-rejected': () => ({
    message: 'The integration client ID is missing or not valid for this company.',
    next: 'Use the client ID of the product that connects: its vendor names it. One of your own comes from developer.connectwise.com, and a private one works only for the company it was made for.',
  }),
  'ssl-required': () => ({
    message: 'ConnectWise answers that SSL is required: this is not the address of its API.',
    next: 'Use https and the api- address.',
  }),
  'permission-missing': ({ what }) => ({
    message: `The ConnectWise role of these keys does not allow reading ${what || 'this'}.`,
    next: 'Ask the ConnectWise administrator to allow it in System > Security Roles.',
  }),
  'call-blocked': ({ host, what, said, server, known, reason }) => ({
    message:
      reason === 'client-certificate'
        ? `The server at ${host} wants a certificate of this computer, and Syncwright shows none to any server.`
        : known.keys
          ? `The server at ${host} or a firewall before it refuses the call for ${what || 'this'}${quote(said)}.`
          : `The server at ${host} or a firewall before it refuses this computer${quote(said)}.`,
    next: `Ask whoever runs the server, or the firewall${server && ` (${server})`}, to let this computer's address and this call through. Keys and rights are not the cause.`,
  }),
  'not-found': ({ what }) => ({
    message: `ConnectWise does not have ${what || 'what was asked for'}.`,
    next: 'It may have been deleted, or this ConnectWise release may be too old to offer it.',
  }),
  'condition-refused': ({ refusedName, what }) => ({
    message: `ConnectWise does not allow filtering ${what || 'here'} by ${refusedName || 'this field'}.`,
    next: 'Nothing to do where the list can be filtered on this computer instead.',
  }),
  'request-refused': ({ what, said }) => ({
    message: `ConnectWise refused the request for ${what || 'data'}${quote(said)}.`,
    next: 'Its own words are in the answer. A very old or very new ConnectWise release, or a server in between, may be the cause.',
  }),
  maintenance: ({ host, retryAfter, said }) => ({
    message: `ConnectWise at ${host} is under maintenance${retryAfter === null ? '' : ` and asks to try again in ${spanOf(retryAfter)}`}${quote(said)}.`,
    next: 'Try again after that time. Nothing is wrong with address or keys; status.connectwise.com tells about the cloud.',
  }),
  throttled: ({ retryAfter }) => ({
    message: `ConnectWise asked us to wait${retryAfter === null ? '' : ` ${spanOf(retryAfter)}`}: too many requests at the moment.`,
    next: 'Wait a little, then try again. Other integrations of the same company count as well.',
  }),
  'server-error': ({ host, what, said, reason }) =>
    reason === 'server-timeout'
      ? {
          message: `ConnectWise at ${host} gave up${what && ` on ${what}`}: its own time limit passed${quote(said)}.`,
          next: 'Narrow to boards or a shorter period, then try again. A loaded server does this for anything.',
        }
      : {
          message: `ConnectWise at ${host} reported an error of its own${quote(said)}.`,
          next: 'Try again in some minutes, and look at status.connectwise.com.',
        },
  'answer-damaged': ({ what, reason }) => {
    const of = what && ` for ${what}`
    const found: Partial<Record<NonNullable<Failure['reason']>, Words>> = {
      moved: {
        message: 'The list changed while it was read, so rows may be missing.',
        next: 'Refresh again.',
      },
      'too-large': {
        message: `The answer${of} is larger than any real one, so it was not used.`,
        next: 'Try again. If it keeps happening, a proxy in between may be changing answers.',
      },
      'too-deep': {
        message: `The answer${of} is nested deeper than any real one, so it was not used.`,
        next: 'Try again. If it keeps happening, a proxy in between may be changing answers.',
      },
    }
    return (
      (reason && found[reason]) ?? {
        message: `The answer${of} is damaged or incomplete, so it was not used.`,
        next: 'Try again. If it keeps happening, a proxy in between may be changing answers.',
      }
    )
  },
  cancelled: () => ({ message: 'Cancelled.', next: 'Start again when ready.' }),
  internal: ({ host }) => ({
    message: `The request to ${host} could not be sent.`,
    next: 'Try again. The raw answer says more.',
  }),
}
