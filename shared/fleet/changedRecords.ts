// Records that relationships use and ConnectWise no longer has like that: gone, inactive, renamed or moved.
import { chosenRecords } from '../relationship/chosenRecords.ts'
import type { Finding } from '../findings/findingSeverities.ts'
import { changedRecordStates } from '../findings/changedRecordStates.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { isRecordKind, type RecordKey } from './recordKey.ts'

export type RecordState = NonNullable<(typeof changedRecordStates)[keyof typeof changedRecordStates]>

/** `name` is the one the settings know; `relationships` the ids of those that use it. */
export type ChangedRecord = RecordKey & { name: string; state: RecordState; relationships: string[] }

/** Judged relationships in, each changed record once, those most used first. */
export function changedRecords(
  judged: readonly { relationship: Relationship; findings: readonly Finding[] }[],
): ChangedRecord[] {
  const changed = new Map<string, ChangedRecord>()
  for (const { relationship, findings } of judged) {
    const chosen = new Map(chosenRecords(relationship).map((record) => [record.field, record]))
    for (const { code, field } of findings) {
      const state = changedRecordStates[code]
      const record = chosen.get(field)
      if (!state || !record || !isRecordKind(record.collection)) continue
      const { collection, id, name } = record
      const key = `${collection}:${id}`
      const known = changed.get(key) ?? { collection, id, name, state, relationships: [] }
      if (!known.relationships.includes(relationship.id)) known.relationships.push(relationship.id)
      changed.set(key, known)
    }
  }
  return [...changed.values()].sort((one, other) => other.relationships.length - one.relationships.length)
}
