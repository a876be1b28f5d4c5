// Finds where a company's API lives: the public company info of a site, and the base URLs that follow from it.
import { parseSite, type SiteAddress } from '../../../shared/connection/siteAddress.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { baseUrls, originOf } from './address.ts'
import { type FailureContext, failure } from './failure.ts'

export type Company = {
  name: string
  cloud: boolean | null
  /** Release as company info names it, empty when it does not. */
  version: string
  codebase: string
  /** Base URLs to try, best first. */
  bases: string[]
}

/** `IsCloud` is a bool or a string, `SiteUrl` optional and of unconfirmed casing (ConnectWise Developer Guide, django-connectwise). */
const companyInfoSchema = z.object({
  companyname: z.string().nullish(),
  codebase: z.string().nullish(),
  versioncode: z.string().nullish(),
  versionnumber: z.string().nullish(),
  iscloud: z.union([z.boolean(), z.string()]).nullish(),
  siteurl: z.string().nullish(),
})

/** Reads the answer of company info. Errors: `company-not-found`, `not-connectwise`. */
export function readCompanyInfo(
  json: unknown,
  address: SiteAddress,
  context: FailureContext,
): Result<Company> {
  const refuse = (code: 'company-not-found' | 'not-connectwise'): Result<never> => ({
    ok: false,
    error: failure(code, context, { detail: JSON.stringify(json) }),
  })
  // An unknown company is answered with 200 and the JSON literal null (django-connectwise).
  if (json === null) return refuse('company-not-found')
  if (typeof json !== 'object') return refuse('not-connectwise')
  const lowerCased = Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key.toLowerCase(), value]),
  )
  const info = companyInfoSchema.safeParse(lowerCased)
  if (!info.success || (!info.data.codebase && !info.data.companyname)) return refuse('not-connectwise')
  const { companyname, codebase, versioncode, versionnumber, iscloud, siteurl } = info.data
  const origin = originOf({ ...address, host: apiHost(address, siteurl) })
  return ok({
    name: companyname ?? context.companyId,
    cloud: iscloud == null ? null : String(iscloud).toLowerCase() === 'true',
    version: versioncode || versionnumber || '',
    codebase: codebase ?? '',
    bases: baseUrls(origin, codebase ?? undefined),
  })
}

const cloudDomain = /\.(myconnectwise\.net|connectwisedev\.com)$/

/** The host company info names, where both belong to ConnectWise's own domain: keys never follow a hint to a stranger. */
function apiHost(address: SiteAddress, siteUrl: string | null | undefined): string {
  const named = siteUrl ? parseSite(siteUrl) : null
  const [from, to] = [cloudDomain.exec(address.hostname)?.[1], named && cloudDomain.exec(named.hostname)?.[1]]
  return named && from !== undefined && from === to ? named.host : address.host
}
