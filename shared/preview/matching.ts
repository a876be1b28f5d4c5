// Who did the work, and as what: finds the ConnectWise member and work role a partner's time entry names.
import type { Member } from '../reference/collections.ts'
import { isApiMember } from '../reference/collections.ts'
import type { Reference } from '../reference/lookup.ts'
import { fold } from '../reference/lookup.ts'

type Text = string | null | undefined

/** Finds a record id by one of its names; undefined when nothing or nobody is called that. */
type Finder = (name: Text) => number | undefined

const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id

/** Accent- and case-insensitive lookup. Where several records share a name, the one with the lowest id answers. */
function finder<Row extends { id: number }>(rows: readonly Row[], name: (row: Row) => Text): Finder {
  const ids = new Map<string, number>()
  for (const row of rows) {
    const folded = fold(name(row) ?? '')
    if (folded !== '' && !ids.has(folded)) ids.set(folded, row.id)
  }
  // A sample repeats few names many times, and folding is the slow part.
  const asked = new Map<string, number | undefined>()
  return (name) => {
    if (name === null || name === undefined || ids.size === 0) return undefined
    if (asked.has(name)) return asked.get(name)
    const found = ids.get(fold(name))
    asked.set(name, found)
    return found
  }
}

const fullName = ({ firstName, lastName }: Member): string => [firstName, lastName].filter(Boolean).join(' ')

/**
 * Prepares the search for members (office e-mail, then identifier, then full name; active people only, never API
 * members) and active work roles. Without reference data nobody is found.
 */
export function prepareMatching(reference: Reference | null) {
  const people = [...(reference?.members?.values() ?? [])]
    .filter((member) => member.inactiveFlag !== true && !isApiMember(member))
    .sort(byId)
  const roles = [...(reference?.workRoles?.values() ?? [])]
    .filter((role) => role.inactiveFlag !== true)
    .sort(byId)
  const byEmail = finder(people, (member) => member.officeEmail)
  const byIdentifier = finder(people, (member) => member.identifier)
  const byName = finder(people, fullName)
  return {
    /** The member with this e-mail address, else the one with this name, which may be any of the three. */
    member: (name: Text, email: Text): number | undefined =>
      byEmail(email) ?? byIdentifier(name) ?? byName(name) ?? byEmail(name) ?? byIdentifier(email),
    workRole: finder(roles, (role) => role.name),
  }
}
