// Compares two relationships setting by setting, as they count: what a closed gate or the role leaves out is empty.
import { valueAt } from './fieldAccess.ts'
import { draftOf } from './effective.ts'
import { fieldPaths } from './fields.ts'
import type { Relationship } from './relationship.ts'

/** One difference: a path below `settings`, or one of `contractName`, `partner`, `role`, `connection`, `apiOverride`. */
export type Change = { field: string; before: unknown; after: unknown }

/** What decides whether two values are the same: the id of a reference, not the names beside it. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(essence)
    return parts.every((part) => typeof part === 'number') ? parts.sort((a, b) => a - b) : parts
  }
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}

const same = (before: unknown, after: unknown): boolean =>
  JSON.stringify(essence(before)) === JSON.stringify(essence(after))

const settingPaths = fieldPaths.filter((path) => !path.startsWith('apiOverride.'))

function valuesOf(relationship: Relationship): [field: string, value: unknown][] {
  const draft = draftOf(relationship, '')
  const { contractName, partner, role, connection, apiOverride } = relationship
  const { name, environment, site, companyId } = connection
  return [
    ['contractName', contractName],
    ['partner', partner],
    ['role', role],
    ['connection', { name, environment, site, companyId }],
    ...settingPaths.map((path): [string, unknown] => [path, valueAt(draft, path)]),
    ['apiOverride', apiOverride && { site: apiOverride.site, companyId: apiOverride.companyId }],
  ]
}

/** The differences in the order of the form; none when both mean the same. */
export function diffRelationships(before: Relationship, after: Relationship): Change[] {
  const afterValues = new Map(valuesOf(after))
  return valuesOf(before)
    .map(([field, value]) => ({ field, before: value, after: afterValues.get(field) }))
    .filter((change) => !same(change.before, change.after))
}

/** By content, because saving makes new objects of the same values; names of contract and partner, and keys, judge nothing. */
export const sameSettings = (one: Relationship, other: Relationship): boolean =>
  JSON.stringify([one.role, one.settings]) === JSON.stringify([other.role, other.settings])
