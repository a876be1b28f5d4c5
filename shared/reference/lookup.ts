// Reference data ready to be asked: every complete collection as a map by id; what was not read to the end is absent.
import { type CollectionName, collectionNames } from './collectionNames.ts'
import type { RowOf, Snapshot } from './collections.ts'

/** A complete collection by id; `undefined` where it is absent or partial and must not be judged. */
export type Reference = {
  readonly fetchedAt: string
  readonly connection: Snapshot['connection']
} & { readonly [Name in CollectionName]?: ReadonlyMap<number, RowOf<Name>> }

/** Indexes a snapshot for findings and preview. Duplicate ids: the last row wins. */
export function indexReference(snapshot: Snapshot): Reference {
  const partial = new Set<CollectionName>(snapshot.partial)
  const index = (name: CollectionName) => {
    const rows: readonly { id: number }[] | undefined = snapshot.collections[name]
    return rows && !partial.has(name) ? new Map(rows.map((row) => [row.id, row])) : undefined
  }
  const maps = Object.fromEntries(collectionNames.map((name) => [name, index(name)]))
  return { fetchedAt: snapshot.fetchedAt, connection: snapshot.connection, ...maps }
}

/** False only where the boards were read to the end and this one is not among them. */
export const isBoardKnown = (reference: Reference | null, boardId: number | undefined): boolean =>
  boardId === undefined || reference?.boards === undefined || reference.boards.has(boardId)

type ChosenStatus = { id: number; boardId?: number | undefined }

/** The board a status belongs to: the snapshot's word first, then the reference's own. */
export const boardOfStatus = (
  reference: Reference | null,
  { id, boardId }: ChosenStatus,
): number | undefined => reference?.statuses?.get(id)?.board?.id ?? boardId

/**
 * Whether a status can be judged: statuses are read board by board, so nothing is said of one whose board is unknown.
 * That is the board it is chosen for, or where none is chosen, the one it belongs to.
 */
export const isStatusJudged = (
  reference: Reference | null,
  status: ChosenStatus,
  chosenFor: number | undefined,
): boolean => isBoardKnown(reference, chosenFor ?? boardOfStatus(reference, status))

/** Letters that are no accent to Unicode but one to people, and the two forms of one letter. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

const plain = /^[\x20-\x7e]*$/

/** Folds case and accents, so that "Élodie" and "elodie" are one name; invisible marks go. Most names are ASCII and take the short way. */
export const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase().trim()
    : text
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .toLowerCase()
        .replace(/[ßæœøłđðþıς]/g, (letter) => spelledOut[letter] ?? letter)
        .trim()
