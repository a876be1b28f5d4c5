// Where a record is used: every setting of an effective relationship that points at it, filters included.
import { type ChosenRecord, chosenRecords } from '../relationship/chosenRecords.ts'
import { effectiveOrganisation, sameOrganisation } from '../findings/connectionRules.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { ConnectionRef } from '../connection/connectionRef.ts'
import type { RecordKey } from './recordKey.ts'

/** What points at the record, in the order of the form, each with the name the settings know. */
export const usesOf = (relationship: Relationship, { collection, id }: RecordKey): ChosenRecord[] =>
  chosenRecords(relationship).filter((chosen) => chosen.collection === collection && chosen.id === id)

/** The paths below `settings` that point at the record, in the order of the form: `owner`, `boards[1]`. */
export const fieldsUsing = (relationship: Relationship, record: RecordKey): string[] =>
  usesOf(relationship, record).map(({ field }) => field)

/** Ids mean something within one ConnectWise only: that of the override where there is one, else the connection's. */
export const belongsTo = (
  relationship: Relationship,
  organisation: Pick<ConnectionRef, 'site' | 'companyId'>,
): boolean => sameOrganisation(effectiveOrganisation(relationship), organisation)
