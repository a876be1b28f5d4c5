// What people paste as a ConnectWise site, read as one API host. Pure, so findings, the form and the reader agree.
import { bounds } from '../bounds.ts'
import { trimSigns } from '../text/trimSigns.ts'

/** Cloud sites answer their API at the host of the window with `api-` in front (ConnectWise Developer Guide, "Cloud URLs"). */
const cloudDomains = ['myconnectwise.net', 'connectwisedev.com']

/** ConnectWise's own domains: nobody else can put a host there. */
const ownDomains = [...cloudDomains, 'connectwise.com']

export type SiteAddress = {
  scheme: 'http' | 'https'
  /** Lower case, internationalised names as punycode, IPv6 in brackets, without a port. */
  hostname: string
  port: number
  /** The host as URLs carry it: with the port when it is not the scheme's own. */
  host: string
}

/** Why no host can be read from a text. */
export type SiteFault = 'unreadable' | 'sign' | 'port' | 'ipv6-port'
type SiteReading = { ok: true; address: SiteAddress } | { ok: false; fault: SiteFault; named: string }

/** Blanks, invisible marks and the quotes or brackets that come along when an address is copied from a mail. */
const opening = /^[\s\p{Cf}"'`´<(*_|“”„‟‘’‚‛«»‹›]$/u
const closing = /^[\s\p{Cf}"'`´>),;.*_|…“”„‟‘’‚‛«»‹›]$/u
/** What a link is written as: in Markdown, in a web page; its target is the address. */
const links = [/\]\(\s*([^()\s]+)\s*\)\s*$/, /^\s*<a\s[^>]{0,200}?href=["']?([^"'\s>]+)/i]
/** A mark of a list or a quoted line, and a word with a colon, as they stand before a value in notes and mails. */
const marker = /^\s*(?:[-–—•*·>]|\d{1,2}[.)])\s+/
const label = /^\s*(?!https?\b)\p{L}[\p{L} _-]{0,30}[:=]\s+/iu
/** Mail filters put an address of their own before each one: Outlook's Safe Links and Proofpoint's URL Defense. */
const wrappers = [
  /^https:\/\/\w+\.safelinks\.protection\.outlook\.com\/.*?[?&]url=([^&#]+)/i,
  /^https:\/\/urldefense\.com\/v3\/__(.+?)__;/i,
]
/** Also without the colon or with too few slashes, and twice: people paste behind a prefilled `https://`. */
const schemes = /^(?:(https?)(?::[/\\]*|\/\/))+/i
const bareIpv6 = /^[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*$/i
const hostSigns = /[^\p{L}\p{M}\p{N}._:[\]%-]/u
const hostName = /^(\[[0-9a-f:.]+\]|[a-z0-9_-]+(\.[a-z0-9_-]+)*)$/

/** Reads a pasted address: host, window address or full API URL; tells why where no host can be read from it. */
export function readSite(site: string): SiteReading {
  const text = withoutStrayBlanks(unwrapped(addressIn(site.trimStart().slice(0, bounds.typed.site))))
  const scheme = schemes.exec(text)?.[1]?.toLowerCase() === 'http' ? 'http' : 'https'
  const rest = text.replace(schemes, '').replace(/^[/\\]+/, '')
  const refuse = (fault: SiteFault, named = ''): SiteReading => ({ ok: false, fault, named })
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(rest)) return refuse('unreadable')
  const [authority = ''] = rest.split(/[/?#\\]/, 1)
  const asked = authority.slice(authority.lastIndexOf('@') + 1)
  const bare = bareIpv6.test(asked)
  if (bare && leavesAddressAndPort(asked)) return refuse('ipv6-port', asked)
  const port = bare ? undefined : /:(\d{1,20})$/.exec(asked)?.[1]
  if (port !== undefined && (Number(port) === 0 || Number(port) > 65_535)) return refuse('port', port)
  // URL.parse would say the same, but not in Node 22.0.
  const address = `${scheme}://${bare ? `[${asked}]` : asked}`
  const url = URL.canParse(address) ? new URL(address) : null
  const hostname = withoutDots(url?.hostname ?? '')
  const sign = hostSigns.exec(asked)?.[0]
  if (!url || !hostName.test(hostname)) return sign ? refuse('sign', sign) : refuse('unreadable')
  const named = apiHostOf(hostname)
  return {
    ok: true,
    address: {
      scheme,
      hostname: named,
      port: Number(url.port) || (scheme === 'http' ? 80 : 443),
      host: url.port === '' ? named : `${named}:${url.port}`,
    },
  }
}

/** The address in a pasted text, null when no host can be read from it. */
export function parseSite(site: string): SiteAddress | null {
  const reading = readSite(site)
  return reading.ok ? reading.address : null
}

/** The address in a pasted line: the target of a link, without what stands before it. */
function addressIn(line: string): string {
  const text = firstOf(links, line) ?? line.replace(marker, '').replace(label, '')
  const wrapped = firstOf(wrappers, text)
  return wrapped === undefined ? text : decoded(wrapped)
}

const firstOf = (patterns: readonly RegExp[], text: string): string | undefined =>
  patterns.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])[0]

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const unwrapped = (text: string): string => trimSigns(text, opening, closing).replace(/\p{Cf}+/gu, '')

/** A line broken by a mail program breaks at `/`, `:` and `.`; a blank anywhere else is not part of an address. */
const withoutStrayBlanks = (text: string): string =>
  text
    .split(/\s+/)
    .reduce((left, right) =>
      /[/:.]$/.test(left) || /^[/:.]/.test(right) ? left + right : `${left} ${right}`,
    )

function withoutDots(hostname: string): string {
  let end = hostname.length
  while (hostname[end - 1] === '.') end -= 1
  return hostname.slice(0, end)
}

/** `::1:8443` may mean a port or not, so it is asked for in brackets. */
const leavesAddressAndPort = (bare: string): boolean => {
  const [, before, port] = /^(.+):(\d{2,5})$/.exec(bare) ?? []
  return before !== undefined && Number(port) >= 80 && URL.canParse(`https://[${before}]`)
}

const apiHostOf = (hostname: string): string =>
  cloudDomains.some((domain) => hostname.endsWith(`.${domain}`)) && !hostname.startsWith('api.')
    ? `api-${hostname.replace(/^www\./, '').replace(/^(?:api-)+/, '')}`
    : hostname

/** Whether a host is ConnectWise's own. */
export const isOfConnectWise = (hostname: string): boolean =>
  ownDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))

/**
 * A pasted site without the login some addresses carry before an `@`: a site is shown, stored and exported. A password with
 * signs that end an address leaves none that can be read; then everything up to the last `@` goes.
 */
export function withoutLogin(site: string): string {
  const text = site
    .trim()
    .replace(/(\w:[/\\]+)[^/\\?#]*@/g, '$1')
    .replace(/^[^/\\?#]*@/, '')
  const last = text.lastIndexOf('@')
  return last === -1 || readSite(text).ok ? text : text.slice(last + 1)
}

/** What of an address tells sites apart: the host without `api-`; what cannot be read stands for itself. */
const siteOf = (site: string): string =>
  (parseSite(site)?.host ?? site.trim().toLowerCase()).replace(/^api-/, '')

/** Whether two pasted addresses mean the same site: scheme, `api-`, path and case do not matter. */
export const sameSite = (a: string, b: string): boolean => a === b || siteOf(a) === siteOf(b)
