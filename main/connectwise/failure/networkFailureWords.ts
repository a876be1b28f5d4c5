// What is said where the way to ConnectWise fails: address, network, certificate, and pages that stand in between.
import { readSite, type SiteFault } from '../../../shared/connection/siteAddress.ts'
import type { Failure, FailureCode } from './failure.ts'

export type FailureWords = { message: string; next: string }

/** The answer's own words behind a colon; the sentence around them has a full stop of its own. */
export const quoteAnswer = (said: string): string => said && `: “${said.replace(/\.$/, '')}”`

const example = 'Enter the host ConnectWise runs on, for example na.myconnectwise.net.'

/** What is said where no host can be read. The sign or number is the person's own. */
const siteWords: Record<SiteFault, (named: string) => FailureWords> = {
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

type NetworkFailureCode = Extract<
  FailureCode,
  | 'address-invalid'
  | 'address-insecure'
  | 'site-not-allowed'
  | 'host-not-found'
  | 'offline'
  | 'connection-refused'
  | 'connection-reset'
  | 'timeout'
  | 'tls-expired'
  | 'tls-self-signed'
  | 'tls-wrong-name'
  | 'tls-untrusted'
  | 'tls-chain-incomplete'
  | 'proxy-failed'
  | 'redirected'
  | 'web-page'
  | 'sign-in-page'
  | 'not-connectwise'
>

export const networkFailureWords: Record<NetworkFailureCode, (about: Failure) => FailureWords> = {
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
          next: `Try again.${/tickets|notes|documents|time entries/.test(what) ? ' Narrow to boards or a shorter period.' : ''} A firewall that drops traffic looks the same.`,
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
      reason === 'weak'
        ? 'Its key or signature is too weak for anybody to trust: the owner of the server has to get a new certificate.'
        : reason === 'own-store'
          ? 'A company proxy that reads traffic does this. On Linux the window has a store of its own: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n company -i company.pem adds the certificate IT gives out.'
          : 'A company proxy that reads traffic does this. Ask IT to add its certificate to those the system trusts.',
  }),
  'tls-chain-incomplete': ({ host, certificate }) => ({
    message: `${host} shows its certificate without the intermediate one that links it to its authority${certificate && ` (${certificate})`}.`,
    next: 'The owner of the server has to install the whole certificate chain. Browsers often fetch the missing part themselves, so it may look fine there. Where that authority is one of your own company, ask IT to add it to those the system trusts.',
  }),
  'proxy-failed': ({ host, status, said, reason }) => {
    if (reason === 'no-proxy')
      return {
        message: `Nothing answers at the proxy through which ${host} is asked.`,
        next: 'Check the proxy settings of this computer: the name and the port.',
      }
    if (status === 407)
      return {
        message: `The proxy wants a login before it lets the request to ${host} through.`,
        next: 'Start again and enter its name and password, which are not those of ConnectWise; the command line takes them in HTTPS_PROXY (http://name:password@proxy:port).',
      }
    if (status !== null && status >= 500)
      return {
        message: `The proxy could not reach ${host}${quoteAnswer(said)}.`,
        next: 'Check the site. If it is right, ask whoever runs the proxy whether it finds that host and may ask it.',
      }
    return {
      message: `The proxy did not let the request to ${host} through.`,
      next: 'Check the proxy settings of this computer, and whether the proxy asks for a login.',
    }
  },
  redirected: ({ host, location, status, reason }) => {
    const place =
      location || `another address${status !== null && status !== 302 ? ` it does not name (${status})` : ''}`
    return reason === 'sign-on'
      ? {
          message: `${host} sends requests on to ${place}. People sign in there; it was not followed, so that keys go nowhere else.`,
          next: 'Check the site. If it is right, ask whoever runs the server or the sign-on to let calls of the API through without it: keys cannot sign in there.',
        }
      : {
          message: `${host} sends requests on to ${place}. That was not followed, so that keys go nowhere else.`,
          next: 'Enter the address it leads to. A proxy or a login page in between does this too.',
        }
  },
  'web-page': ({ known, what, said }) =>
    known.keys
      ? {
          message: `The call for ${what || 'this'} was answered with a web page, not with data${quoteAnswer(said)}.`,
          next: 'Try again. If it keeps happening, look for a proxy or firewall in between that answers in place of ConnectWise.',
        }
      : {
          message: `This address answered with a web page, not the API${quoteAnswer(said)}.`,
          next: 'For ConnectWise cloud use na, eu or au.myconnectwise.net; api- is added for you. Otherwise look for a proxy or login page in between.',
        },
  'sign-in-page': ({ host, said }) => ({
    message: `A sign-in page answers in place of ${host}${quoteAnswer(said)}.`,
    next: 'Sign in to this network first: open any web page in a browser, follow what the guest network, firewall or proxy asks for, then try again.',
  }),
  'not-connectwise': ({ host, reason }) =>
    reason === 'own-login'
      ? {
          message: `${host} asks for a login of its own before it tells anything, so ConnectWise was not reached.`,
          next: 'Check the site. If it is right, ask whoever runs the server or the proxy before it to let calls of the API through without that login.',
        }
      : reason === 'handshake'
        ? {
            message: `${host} ends the TLS handshake: it offers no version or cipher that is safe, or wants a certificate of this computer.`,
            next: 'Check the site and its port. Otherwise its owner has to switch on TLS 1.2, or to let API calls in without a certificate.',
          }
        : reason === 'no-tls'
          ? {
              message: `What answers at ${host} does not speak TLS, or only a version that is not safe any more.`,
              next: 'Check the site and its port. On an old server of your own, its owner has to switch on TLS 1.2.',
            }
          : {
              message: `What answers at ${host} is not ConnectWise.`,
              next: 'Check the site. It is the host name seen in the browser when ConnectWise is open.',
            },
}
