// Where a private key may go: scheme, host and port of a site as one text, so that two sites can be compared to the letter.
import { withoutHiddenSigns } from '../text/hiddenSigns.ts'
import { parseSite, withoutLogin } from './siteAddress.ts'

/** The domains ConnectWise answers on itself; there alone `api-` in front of a host is the same server. */
const ofConnectWise = /^api-(?=[a-z0-9-]+\.(?:myconnectwise\.net|connectwisedev\.com)(?::[0-9]+)?$)/

/** `https://na.myconnectwise.net`, `https://psa.example.test:8443`; null where no host can be read. */
export function destinationOf(site: string): string | null {
  const address = parseSite(site)
  return address && `${address.scheme}://${address.host.replace(ofConnectWise, '')}`
}

/** A site as it is stored and shown: what will be asked, and nothing else. Without https, which is the rule. */
export const normalisedSite = (site: string): string =>
  destinationOf(site)?.replace(/^https:\/\//, '') ?? withoutHiddenSigns(withoutLogin(site)).trim()

/** Site and company of an override, or of anything else that names both, as they are stored. */
export const normalisedPlace = <T extends { site: string; companyId: string }>(place: T): T => ({
  ...place,
  site: normalisedSite(place.site),
  companyId: withoutHiddenSigns(place.companyId).trim(),
})

/** Whether what may go to one site may go to the other: same scheme, host and port. What cannot be read fits nothing. */
export function sameDestination(one: string, other: string): boolean {
  const destination = destinationOf(one)
  return destination !== null && destination === destinationOf(other)
}
