// Who did the work, and as what: finds the ConnectWise member and work role a partner's time entry names.
import { isApiMember, type Member, memberEmail } from '../../reference/collections.ts'
import { isReadWhole, type Reference } from '../../reference/lookup.ts'
import { fold } from '../../text/fold.ts'
import { isBlank } from '../../text/cleanText.ts'

type Text = string | null | undefined

/** `id` is null where nobody was found; `certain` says that nobody is there, not only that the list was not read. */
export type PersonMatch = { id: number; ambiguous: boolean } | { id: null; certain: boolean }

const nobody: PersonMatch = { id: null, certain: true }
const notRead: PersonMatch = { id: null, certain: false }

/** Nobody was found, and whoever is named may be there all the same. */
export const isUnsure = (match: PersonMatch): boolean => match.id === null && !match.certain

/** Finds a record by one of its names; undefined when nothing or nobody is called that. */
type Finder = (name: Text) => PersonMatch | undefined

const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id

/**
 * Accent- and case-insensitive lookup by the given names, the first kind of name before the next. Where several
 * records share a name, the one with the lowest id answers.
 */
function finder<Row extends { id: number }>(rows: readonly Row[], ...names: ((row: Row) => Text)[]): Finder {
  const found = new Map<string, PersonMatch & { id: number }>()
  for (const name of names) {
    const before = new Set(found.keys())
    for (const row of rows) {
      const folded = fold(name(row) ?? '')
      if (folded === '' || before.has(folded)) continue
      const first = found.get(folded)
      if (first) first.ambiguous = true
      else found.set(folded, { id: row.id, ambiguous: false })
    }
  }
  // A sample repeats few names many times, and folding is the slow part.
  const asked = new Map<string, PersonMatch | null>()
  return (name) => {
    if (name === null || name === undefined || found.size === 0) return undefined
    const known = asked.get(name)
    if (known !== undefined) return known ?? undefined
    const match = found.get(fold(name)) ?? null
    asked.set(name, match)
    return match ?? undefined
  }
}

const identifier = ({ identifier }: Member): Text => identifier
const fullName = ({ firstName, lastName }: Member): string => [firstName, lastName].filter(Boolean).join(' ')

/** Lists stay the same while settings change; who was looked for in them once need not be again. */
const prepared = new WeakMap<Reference, Matching>()
export type Matching = ReturnType<typeof createMatching>

/** The search for members and work roles, prepared once for each reading of the lists. */
export function matchingIn(reference: Reference | null): Matching {
  const matching = (reference && prepared.get(reference)) ?? createMatching(reference)
  if (reference) prepared.set(reference, matching)
  return matching
}

/**
 * Members and work roles are searched where they are active; API members are not people. A time entry's e-mail address
 * comes first, then its name, which may be an address again, an identifier or a full name. Who is not found in a list that
 * was not read to the end, or by e-mail in one without addresses, may be there all the same.
 */
function createMatching(reference: Reference | null) {
  const members = [...(reference?.members?.values() ?? [])]
  const people = members.filter((member) => member.inactiveFlag !== true && !isApiMember(member)).sort(byId)
  const roles = [...(reference?.workRoles?.values() ?? [])]
    .filter((role) => role.inactiveFlag !== true)
    .sort(byId)
  const byEmail = finder(people, memberEmail)
  const byName = finder(people, memberEmail, identifier, fullName)
  const byRole = finder(roles, (role) => role.name)
  const membersRead = isReadWhole(reference, 'members')
  const rolesRead = isReadWhole(reference, 'workRoles')
  const addressesRead = members.some((member) => memberEmail(member) !== '')

  return {
    member(name: Text, address: Text): PersonMatch {
      const found = byEmail(address) ?? byName(name)
      if (found) return found
      if (isBlank(address)) return isBlank(name) || membersRead ? nobody : notRead
      return membersRead && addressesRead ? nobody : notRead
    },
    workRole: (name: Text): PersonMatch => byRole(name) ?? (isBlank(name) || rolesRead ? nobody : notRead),
  }
}
