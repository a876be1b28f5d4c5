// From a pasted site to the address the API is asked at: resolved host, refusal of insecure ones, base URLs to try, where keys may go.
import { sameDestination } from '../../../shared/connection/destination.ts'
import { isOfConnectWise, parseSite, type SiteAddress } from '../../../shared/connection/siteAddress.ts'
import { failedReply, type Reply } from '../failure/failure.ts'

/** The path segment that leads to the company's current release on cloud and is the only one on-premise (ConnectWise Developer Guide). */
const defaultCodebase = 'v4_6_release/'

/** Resolves a site to its API host. Failures: `address-invalid`, `address-insecure`. */
export function resolveSite(site: string, allowLoopbackHttp: boolean): Reply<SiteAddress> {
  const address = parseSite(site)
  const refuse = (code: 'address-invalid' | 'address-insecure', host: string) =>
    failedReply(code, { host, companyId: '', mask: (text) => text })
  if (!address) return refuse('address-invalid', site)
  const isOpen = address.scheme === 'http' && !(allowLoopbackHttp && address.hostname === '127.0.0.1')
  return isOpen ? refuse('address-insecure', address.host) : { ok: true, value: address }
}

/** Where a company's login data is found, without keys (ConnectWise Developer Guide). */
export const companyInfoUrl = (origin: string, companyId: string): string =>
  `${origin}/login/companyinfo/${encodeURIComponent(companyId.toWellFormed())}`

/**
 * The base URLs to try, best first: the company's release, then the segment that routes to it.
 * The codebase comes from the server, so anything that is not a plain path segment is left out.
 */
export function baseUrls(origin: string, codebase: string | undefined): string[] {
  const segments = codebase?.slice(0, 100).split('/').filter(Boolean) ?? []
  const [segment = '', ...rest] = segments
  const isPlain =
    ['', 'apis/3.0'].includes(rest.join('/')) && /^[\w.-]+$/.test(segment) && !/^\.+$/.test(segment)
  return [...new Set([...(isPlain ? [`${segment}/`] : []), defaultCodebase])].map(
    (path) => `${origin}/${path}apis/3.0`,
  )
}

/** Scheme and host as URLs start with them. */
export const originOf = (address: SiteAddress): string => `${address.scheme}://${address.host}`

/**
 * Whether keys entered for one address may go to another: to the same scheme, host and port, or to a host of
 * ConnectWise's own at the port of https. Nobody else decides where keys go.
 */
export const keysMayGo = (entered: SiteAddress, other: SiteAddress): boolean =>
  sameDestination(originOf(entered), originOf(other)) ||
  (other.scheme === 'https' && other.port === 443 && isOfConnectWise(other.hostname))

/** The same for an address that is about to be asked. */
export function keysMayGoTo(entered: SiteAddress, url: string): boolean {
  const { origin } = new URL(url)
  if (origin === originOf(entered)) return true
  const other = parseSite(origin)
  return other !== null && keysMayGo(entered, other)
}
