// Finds where a company's API lives: the public company info of a site, and the base URLs that follow from it.
import { parseSite, type SiteAddress } from '../../../shared/connection/siteAddress.ts'
import { failedReply, type FailureContext, type Reply } from '../failure/failure.ts'
import { baseUrls, keysMayGo, originOf } from './address.ts'

export type CompanyInfo = {
  name: string
  cloud: boolean | null
  /** Release as company info names it, empty when it does not. */
  version: string
  codebase: string
  /** The host the API is asked at. */
  host: string
  /** Base URLs to try, best first. */
  bases: string[]
  /** The host company info names where keys do not follow to it, empty otherwise. */
  otherSite: string
}

/** Longer texts of company info are nobody's name. */
const longestText = 300

/**
 * Reads the answer of company info. Casing and kinds of its members differ between sites (ConnectWise Developer Guide,
 * django-connectwise), so what is only shown is read whatever it is. Failures: `company-not-found`, `not-connectwise`.
 */
export function readCompanyInfo(
  json: unknown,
  address: SiteAddress,
  context: FailureContext,
): Reply<CompanyInfo> {
  // An unknown company is answered with 200 and the JSON literal null (django-connectwise).
  if (json === null) return failedReply('company-not-found', context, { status: 200, answer: 'null' })
  const answer = JSON.stringify(json)
  if (typeof json !== 'object') return failedReply('not-connectwise', context, { status: 200, answer })
  const info = new Map(Object.entries(json).map(([name, value]) => [name.toLowerCase(), textOf(value)]))
  const text = (name: string) => info.get(name) ?? ''
  if (!text('codebase') && !text('companyname')) {
    // A release of the company that is empty is one it does not have.
    const code = info.has('codebase') && info.has('companyname') ? 'company-not-found' : 'not-connectwise'
    return failedReply(code, context, { status: 200, answer })
  }
  // Addresses are shown as they are, so none is made of a key that a server of before repeats.
  const unlessKey = (part: string) => (context.mask(part) === part ? part : '')
  const codebase = unlessKey(text('codebase'))
  // What is followed is read strictly.
  const siteUrl = Object.entries(json).find(([name]) => name.toLowerCase() === 'siteurl')?.[1]
  const named = typeof siteUrl === 'string' ? namedSite(textOf(siteUrl), address) : null
  const follows = named !== null && keysMayGo(address, named)
  const used = follows ? named : address
  return {
    ok: true,
    value: {
      name: text('companyname') || context.companyId,
      cloud: cloudOf(text('iscloud')),
      version: text('versioncode') || text('versionnumber'),
      codebase,
      host: used.host,
      bases: baseUrls(originOf(used), codebase || undefined),
      otherSite: named && !follows && named.host !== address.host ? unlessKey(named.host) : '',
    },
  }
}

/** `SiteUrl` is a host without a scheme: then that of the entered address holds. */
const namedSite = (siteUrl: string, { scheme }: SiteAddress): SiteAddress | null =>
  siteUrl === '' ? null : parseSite(/^https?:/i.test(siteUrl) ? siteUrl : `${scheme}://${siteUrl}`)

/** A member as text: texts, numbers and switches; anything else says nothing. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, longestText).trim()
    : ''

const cloudOf = (text: string): boolean | null =>
  text === '' ? null : ['true', '1', 'yes', 'y'].includes(text.toLowerCase())
