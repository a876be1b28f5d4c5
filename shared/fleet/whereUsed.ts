// Where a record is used: every setting of an effective relationship that points at it, filters included.
import { chosenRecords } from '../findings/chosen.ts'
import { effectiveOrganisation, sameOrganisation } from '../findings/connectionRules.ts'
import type { ConnectionRef, Relationship } from '../relationship/relationship.ts'
import type { RecordKey } from './recordKey.ts'

/** The paths below `settings` that point at the record, in the order of the form: `owner`, `boards[1]`. */
export const fieldsUsing = (relationship: Relationship, { collection, id }: RecordKey): string[] =>
  chosenRecords(relationship)
    .filter((chosen) => chosen.collection === collection && chosen.id === id)
    .map(({ field }) => field)

/** Ids mean something within one ConnectWise only: that of the override where there is one, else the connection's. */
export const belongsTo = (
  relationship: Relationship,
  organisation: Pick<ConnectionRef, 'site' | 'companyId'>,
): boolean => sameOrganisation(effectiveOrganisation(relationship), organisation)
