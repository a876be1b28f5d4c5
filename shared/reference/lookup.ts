// Reference data ready to be asked: every collection as a map by id, and which of them were not read to the end.
import { type CollectionName, collectionNames } from './collectionNames.ts'
import type { RowOf, Snapshot, Status } from './collections.ts'
import { fold } from '../text/fold.ts'

/** Collections by id; `undefined` where one is absent. A row that is there counts, wherever it was read. */
export type Reference = {
  readonly fetchedAt: string
  readonly connection: Snapshot['connection']
  /** Collections that were not read to the end: what is not in them may exist all the same. */
  readonly partial: ReadonlySet<CollectionName>
  /** Boards whose statuses may not be read. */
  readonly unreadBoards: ReadonlySet<number>
} & { readonly [Name in CollectionName]?: ReadonlyMap<number, RowOf<Name>> }

/** Indexes a snapshot for findings and preview. Duplicate ids: the last row wins. */
export function indexReference(snapshot: Snapshot): Reference {
  const index = (name: CollectionName) => {
    const rows: readonly { id: number }[] | undefined = snapshot.collections[name]
    if (!rows) return undefined
    const byId = new Map<number, { id: number }>()
    for (const row of rows) byId.set(row.id, row)
    return byId
  }
  const maps = Object.fromEntries(collectionNames.map((name) => [name, index(name)]))
  return {
    fetchedAt: snapshot.fetchedAt,
    connection: snapshot.connection,
    partial: new Set(snapshot.partial),
    unreadBoards: new Set(snapshot.unreadBoards),
    ...maps,
  }
}

/** Whether a collection was read to the end, so that what is not in it does not exist. */
export const isReadWhole = (
  reference: Reference | null,
  collection: CollectionName,
): reference is Reference => reference?.[collection] !== undefined && !reference.partial.has(collection)

/** Whether the statuses of a board were read to the end; without a board, whether those of all boards were. */
export const areStatusesRead = (reference: Reference | null, boardId: number | undefined): boolean =>
  isReadWhole(reference, 'statuses') &&
  (boardId === undefined ? reference.unreadBoards.size === 0 : !reference.unreadBoards.has(boardId))

/** False only where the boards were read to the end and this one is not among them. */
export const isBoardKnown = (reference: Reference | null, boardId: number | undefined): boolean =>
  boardId === undefined || !isReadWhole(reference, 'boards') || reference.boards?.has(boardId) === true

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

/** Why a status has no namesake on a board, as a clause. */
export const noNamesakeWords = (twin: 'missing' | 'unread', status: string, board: string): string =>
  twin === 'missing'
    ? `${board} has no active status named ${status}`
    : `the statuses of ${board} were not read completely, and none named ${status} is among them`

type Namesakes = {
  /**
   * The active status of the name on a board, of several the one with the lowest id; `missing` where the board has none,
   * `unread` where its statuses were not read or a row is too sparse to tell.
   */
  readonly on: (boardId: number) => Readonly<Status> | 'missing' | 'unread'
}

/** The active statuses of one name, as people read it, board by board. */
export function namesakesOf(reference: Reference | null, name: string): Namesakes {
  const wanted = fold(name)
  const found = new Map<number, Status>()
  /** Boards with a row that might be the one: it has no name. A row without a board might be on any of them. */
  const sparse = new Set<number | undefined>()
  for (const status of reference?.statuses?.values() ?? []) {
    const { id, name: other, board, inactive } = status
    if (inactive === true) continue
    const named = fold(other ?? '')
    if (named === '') sparse.add(board?.id)
    else if (named === wanted) {
      if (!board) sparse.add(undefined)
      else if (id < (found.get(board.id)?.id ?? Infinity)) found.set(board.id, status)
    }
  }
  return {
    on(boardId) {
      const namesake = found.get(boardId)
      if (namesake) return namesake
      const unread = !areStatusesRead(reference, boardId) || sparse.has(boardId) || sparse.has(undefined)
      return unread ? 'unread' : 'missing'
    },
  }
}
