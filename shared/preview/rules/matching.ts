// Who did the work, and as what: finds the ConnectWise member and work role a partner's time entry names.
import type { Member } from '../../reference/collections.ts'
import { isApiMember } from '../../reference/collections.ts'
import type { Reference } from '../../reference/lookup.ts'
import { fold } from '../../reference/lookup.ts'

type Text = string | null | undefined

/** Finds a record id by one of its names; undefined when nothing or nobody is called that. */
type Finder = (name: Text) => number | undefined

const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id

/**
 * Accent- and case-insensitive lookup by the given names, the first kind of name before the next. Where several
 * records share a name, the one with the lowest id answers.
 */
function finder<Row extends { id: number }>(rows: readonly Row[], ...names: ((row: Row) => Text)[]): Finder {
  const ids = new Map<string, number>()
  for (const name of names) {
    for (const row of rows) {
      const folded = fold(name(row) ?? '')
      if (folded !== '' && !ids.has(folded)) ids.set(folded, row.id)
    }
  }
  // A sample repeats few names many times, and folding is the slow part.
  const asked = new Map<string, number | null>()
  return (name) => {
    if (name === null || name === undefined || ids.size === 0) return undefined
    const before = asked.get(name)
    if (before !== undefined) return before ?? undefined
    const found = ids.get(fold(name))
    asked.set(name, found ?? null)
    return found
  }
}

const email = ({ officeEmail }: Member): Text => officeEmail
const identifier = ({ identifier }: Member): Text => identifier
const fullName = ({ firstName, lastName }: Member): string => [firstName, lastName].filter(Boolean).join(' ')

/**
 * Prepares the search for members and work roles, active ones only; API members are not people. A time entry's e-mail
 * address comes first, then its name, which may be an identifier, a full name or again an address. Without reference
 * data nobody is found.
 */
export function prepareMatching(reference: Reference | null) {
  const people = [...(reference?.members?.values() ?? [])]
    .filter((member) => member.inactiveFlag !== true && !isApiMember(member))
    .sort(byId)
  const roles = [...(reference?.workRoles?.values() ?? [])]
    .filter((role) => role.inactiveFlag !== true)
    .sort(byId)
  const byEmail = finder(people, email)
  const byName = finder(people, identifier, fullName, email)
  return {
    member: (name: Text, address: Text): number | undefined => byEmail(address) ?? byName(name),
    workRole: finder(roles, (role) => role.name),
  }
}
