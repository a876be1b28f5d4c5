// A record as people name it on the command line and in the window: its collection and its id, `members:42`.
import { collectionNames } from '../reference/collectionNames.ts'

/** The collections a setting can point at. */
export const recordKinds = collectionNames.filter((name) => name !== 'companyStatuses')

export type RecordKind = (typeof recordKinds)[number]

/** One ConnectWise record by collection and id. */
export type RecordKey = { readonly collection: RecordKind; readonly id: number }

export const isRecordKind = (name: string): name is RecordKind => recordKinds.some((kind) => kind === name)

const largestId = 2_147_483_647

/** The id of a record as it is typed; null for anything but a whole number that ConnectWise can have given. */
export function readRecordId(text: string): number | null {
  const id = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN
  return id <= largestId ? id : null
}

/** Reads `members:42`; null when the collection is unknown or the id is no id. */
export function readRecordKey(text: string): RecordKey | null {
  const [collection = '', id = '', ...more] = text.trim().split(':')
  const number = readRecordId(id)
  return isRecordKind(collection) && number !== null && more.length === 0 ? { collection, id: number } : null
}

/** What may stand before the colon, for sentences. */
export const recordKindList = recordKinds.join(', ')
