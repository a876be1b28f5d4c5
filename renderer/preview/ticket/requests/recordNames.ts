// The name behind each id of a request: from the reference data, else from the settings that chose the id.
import { chosenRecords } from '../../../../shared/relationship/chosenRecords.ts'
import type { ReferencedCollection } from '../../../../shared/preview/rules/referenceMembers.ts'
import { memberName } from '../../../../shared/reference/collections.ts'
import type { Reference } from '../../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { isRecord } from '../../../../shared/files/json/isRecord.ts'

export type NameBehind = {
  name: string
  /** The record is inactive or deleted, so ConnectWise may not take it. */
  inactive: boolean
}

export type Names = (kind: ReferencedCollection, id: number) => NameBehind | null

/** The id of what may be a reference to a record. */
export const referredId = (value: unknown): number | null =>
  isRecord(value) && typeof value['id'] === 'number' ? value['id'] : null

/** What the settings of a relationship themselves call the records they point at. */
const chosenNames = (relationship: Relationship): Map<string, string> =>
  new Map(chosenRecords(relationship).map(({ collection, id, name }) => [`${collection} ${id}`, name]))

function nameIn(reference: Reference | null, kind: ReferencedCollection, id: number): NameBehind | null {
  if (kind === 'members') {
    const member = reference?.members?.get(id)
    return member ? { name: memberName(member), inactive: member.inactiveFlag === true } : null
  }
  const row = reference?.[kind]?.get(id)
  if (!row?.name) return null
  const inactive =
    ('inactiveFlag' in row && row.inactiveFlag === true) ||
    ('inactive' in row && row.inactive === true) ||
    ('deletedFlag' in row && row.deletedFlag === true)
  return { name: row.name, inactive }
}

/** Looks up names for one relationship and its reference data. */
export function createNames(relationship: Relationship, reference: Reference | null): Names {
  const chosen = chosenNames(relationship)
  return (kind, id) => {
    const found = nameIn(reference, kind, id)
    const name = chosen.get(`${kind} ${id}`)
    return found ?? (name === undefined ? null : { name, inactive: false })
  }
}
