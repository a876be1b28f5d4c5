// What people paste as a ConnectWise site, read as one API host. Pure, so findings, the form and the reader agree.

/**
 * Cloud window hosts and the hosts their API answers on. Every other host is the customer's own and stays as it is
 * (ConnectWise Developer Guide, "Cloud URLs"; the list is also kept by django-connectwise).
 */
const cloudApiHosts: ReadonlyMap<string, string> = new Map([
  ['na.myconnectwise.net', 'api-na.myconnectwise.net'],
  ['eu.myconnectwise.net', 'api-eu.myconnectwise.net'],
  ['au.myconnectwise.net', 'api-au.myconnectwise.net'],
  ['aus.myconnectwise.net', 'api-aus.myconnectwise.net'],
  ['za.myconnectwise.net', 'api-za.myconnectwise.net'],
  ['staging.connectwisedev.com', 'api-staging.connectwisedev.com'],
])

export type SiteAddress = {
  scheme: 'http' | 'https'
  /** Lower case, internationalised names as punycode, IPv6 in brackets, without a port. */
  hostname: string
  /** The host as URLs carry it: with the port when it is not the scheme's own. */
  host: string
}

/** Blanks, invisible marks and the quotes or brackets that come along when an address is copied from a mail. */
const wrapping = /^[\s\p{Cf}"'`<(]+|[\s\p{Cf}"'`>),;]+$/gu
const invisible = /\p{Cf}+/gu
/** A line broken by a mail program breaks at these signs; a blank anywhere else is not part of an address. */
const strayBlanks = /\s*([/:.])\s*/g
/** Also without the colon or with too few slashes, and twice: people paste behind a prefilled `https://`. */
const schemes = /^(?:(https?)(?::[/\\]*|\/\/))+/i
const bareIpv6 = /^[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*(?=[/?#]|$)/i

/** Reads a pasted address: host, window address or full API URL. Null when no host can be read from it. */
export function parseSite(site: string): SiteAddress | null {
  const text = site.replace(wrapping, '').replace(invisible, '').replace(strayBlanks, '$1')
  const scheme = schemes.exec(text)?.[1]?.toLowerCase() ?? 'https'
  const rest = text
    .replace(schemes, '')
    .replace(/^[/\\]+/, '')
    .replace(bareIpv6, '[$&]')
  const address = `${scheme}://${rest}`
  const isSecondScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(rest)
  // URL.parse would say the same, but not in Node 22.0.
  const url = !isSecondScheme && URL.canParse(address) ? new URL(address) : null
  const hostname = url?.hostname.replace(/\.+$/, '')
  if (!url || !hostname) return null
  const apiHostname = cloudApiHosts.get(hostname) ?? hostname
  return {
    scheme: scheme === 'http' ? 'http' : 'https',
    hostname: apiHostname,
    host: url.port === '' ? apiHostname : `${apiHostname}:${url.port}`,
  }
}

/** A pasted site without the login some addresses carry before an `@`: a site is shown, stored and exported. */
export const withoutLogin = (site: string): string =>
  site.trim().replace(/^([a-z]+:[/\\]+)?[^/\\?#]*@/i, '$1')

/** What of an address tells sites apart: the host without `api-`; what cannot be read stands for itself. */
const siteOf = (site: string): string =>
  (parseSite(site)?.host ?? site.trim().toLowerCase()).replace(/^api-/, '')

/** Whether two pasted addresses mean the same site: scheme, `api-`, path and case do not matter. */
export const sameSite = (a: string, b: string): boolean => siteOf(a) === siteOf(b)
