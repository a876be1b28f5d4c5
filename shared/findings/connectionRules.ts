// Rules about the way to ConnectWise: the override, the snapshot and the rights of the API member.
import { sameSite } from '../connection/siteAddress.ts'
import type { Reference } from '../reference/lookup.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { ConnectionRef } from '../connection/connectionRef.ts'
import { type Rule, inSentence, firesWhen } from './rule.ts'

const day = 24 * 60 * 60 * 1000
const staleAfterDays = 30

type Organisation = Pick<ConnectionRef, 'site' | 'companyId'>

/** Whether two addresses mean the same ConnectWise organisation, however they are written. */
export const sameOrganisation = (one: Organisation, other: Organisation): boolean =>
  sameSite(one.site, other.site) &&
  one.companyId.trim().toLowerCase() === other.companyId.trim().toLowerCase()

/** In words: site and company, with what is missing named. */
const inWords = ({ site, companyId }: Organisation): string =>
  `${inSentence(site) || '(no site)'}, company ${inSentence(companyId) || '(none)'}`

/** The override's site and company are the effective ones everywhere. */
export const effectiveOrganisation = ({ apiOverride, connection }: Relationship): Organisation =>
  apiOverride ?? connection

/** The reference data when it is of the relationship's own site and company; of another one it is as good as none. */
export const fittingReference = (
  relationship: Relationship,
  reference: Reference | null,
): Reference | null =>
  reference && sameOrganisation(reference.connection, effectiveOrganisation(relationship)) ? reference : null

const ageInDays = (fetchedAt: string, now: Date): number => (now.getTime() - Date.parse(fetchedAt)) / day

const missingParts = ({ site, companyId }: Organisation, key: 'saved' | 'needed' | undefined): string[] => [
  ...(site.trim() === '' ? ['site'] : []),
  ...(companyId.trim() === '' ? ['company ID'] : []),
  ...(key === 'needed' ? ['keys'] : []),
]

export const connectionRules: readonly Rule[] = [
  {
    code: 'override-incomplete',
    check: ({ relationship: { apiOverride }, app }) => {
      const missing = apiOverride ? missingParts(apiOverride, app?.overrideKey) : []
      const message = `The API settings are overridden, but this is missing: ${missing.join(', ')}.`
      return firesWhen(missing.length > 0, 'apiOverride', message)
    },
    next: 'Fill it in, or switch the override off to use the connection.',
  },
  {
    code: 'override-same-as-connection',
    check: ({ relationship: { apiOverride, connection }, app }) =>
      firesWhen(
        apiOverride !== null &&
          missingParts(apiOverride, undefined).length === 0 &&
          sameOrganisation(apiOverride, connection) &&
          (app === undefined || app.sameKeys === true),
        'apiOverride',
        `The override points at the same ConnectWise as the connection “${inSentence(connection.name)}”.`,
      ),
    next: 'Switch the override off, unless other keys are the reason for it.',
  },
  {
    code: 'snapshot-missing',
    check: ({ relationship, given, reference }) => {
      if (reference) return []
      // What a relationship holds whose connection was deleted.
      if (!relationship.apiOverride && relationship.connection.site === '')
        return [{ field: 'snapshot', message: 'No connection is chosen, so there is nothing to judge by.' }]
      const wanted = inWords(effectiveOrganisation(relationship))
      const message = given
        ? `The reference data is of ${inWords(given.connection)}, not of ${wanted}.`
        : `There is no reference data of ${wanted}.`
      return [{ field: 'snapshot', message }]
    },
    next: 'Read the reference data of its ConnectWise; until then its records cannot be judged.',
  },
  {
    code: 'snapshot-stale',
    check: ({ reference, now }) => {
      const age = reference ? ageInDays(reference.fetchedAt, now) : 0
      const message = `The reference data was read ${Math.floor(age)} days ago.`
      return firesWhen(age > staleAfterDays, 'snapshot', message)
    },
    next: 'Refresh the reference data.',
  },
  {
    code: 'permission-missing',
    check: ({ app }) =>
      (app?.permissions ?? [])
        .filter(({ state }) => state === 'missing')
        .map(({ right, neededFor }) => ({
          field: 'connection',
          message: `The API member lacks the right ${right}${neededFor ? `, needed for: ${neededFor}` : ''}.`,
        })),
    next: 'Ask the ConnectWise administrator to grant it, then test the connection again.',
  },
]
