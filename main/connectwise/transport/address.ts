// From a pasted site to the address the API is asked at: resolved host, refusal of insecure ones, base URLs to try.
import { parseSite, type SiteAddress } from '../../../shared/connection/siteAddress.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'

/** The path segment that leads to the company's current release on cloud and is the only one on-premise (ConnectWise Developer Guide). */
const defaultCodebase = 'v4_6_release/'

/** Resolves a site to its API host. Errors: `address-invalid`, `address-insecure`. */
export function resolveSite(site: string, allowLoopbackHttp: boolean): Result<SiteAddress> {
  const address = parseSite(site)
  if (!address) {
    return fail('address-invalid', 'No host name can be read from this site.', {
      next: 'Enter the host ConnectWise runs on, for example na.myconnectwise.net.',
    })
  }
  if (address.scheme === 'http' && !(allowLoopbackHttp && address.hostname === '127.0.0.1')) {
    return fail(
      'address-insecure',
      `The address of ${address.host} starts with http, so keys would travel in the open. Nothing was sent.`,
      {
        next: 'Use https and the api- address.',
      },
    )
  }
  return ok(address)
}

/** Where a company's login data is found, without keys (ConnectWise Developer Guide). */
export const companyInfoUrl = (origin: string, companyId: string): string =>
  `${origin}/login/companyinfo/${encodeURIComponent(companyId.toWellFormed())}`

/**
 * The base URLs to try, best first: the company's release, then the segment that routes to it.
 * The codebase comes from the server, so anything that is not a plain path segment is left out.
 */
export function baseUrls(origin: string, codebase: string | undefined): string[] {
  const segment = codebase?.replace(/^\/+|\/+$/g, '')
  const known = segment && /^[\w.-]+$/.test(segment) && !/^\.+$/.test(segment) ? [`${segment}/`] : []
  return [...new Set([...known, defaultCodebase])].map((path) => `${origin}/${path}apis/3.0`)
}

/** Scheme and host as URLs start with them. */
export const originOf = (address: SiteAddress): string => `${address.scheme}://${address.host}`
