// A relationship bound to the records of another ConnectWise, as the tests of matching look at it.
import {
  type Choices,
  type RecordMatch,
  matchReferences,
} from '../../../../../shared/files/match/matchRecords.ts'
import { rebindRelationship } from '../../../../../shared/files/match/rebind.ts'
import { recordsOf } from '../../../../../shared/files/recordIndex.ts'
import type { Collections, Snapshot } from '../../../../../shared/reference/collections.ts'
import { draftOf } from '../../../../../shared/relationship/effective.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { snapshot } from '../../../../support/relationships.ts'

export function bind(relationship: Relationship, into: Snapshot | null, options: Options = {}) {
  const records = recordsOf(into)
  const { same = false, choices = {}, inUse = {} } = options
  const matches = matchReferences({
    draft: draftOf(relationship, ''),
    records,
    sameOrganisation: same,
    choices: asChoices(choices),
    inUse: asChoices(inUse),
  })
  const at = (field: string): RecordMatch | undefined => matches.find((match) => match.field === field)
  return { matches, at, rebound: rebindRelationship(relationship, matches, records) }
}

/** The same organisation with every id moved by 1000, as a production is to its sandbox. */
export function moved(): Snapshot {
  const original = snapshot()
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === 'id' && typeof part === 'number' ? part + 1000 : move(part),
      ]),
    )
  }
  return { ...original, collections: move(original.collections) as Collections }
}

type Options = { same?: boolean; choices?: Record<string, number | null>; inUse?: Record<string, number> }

const asChoices = (choices: Record<string, number | null>): Choices => new Map(Object.entries(choices))
