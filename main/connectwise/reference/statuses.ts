// Reads the statuses of every board. Each board stands for itself: one that may not be read says nothing about the others.
import type { Board, Status } from '../../../shared/reference/collections.ts'
import type { Longest } from '../lists/listPages.ts'
import type { ListFailure, ListReading } from '../lists/rowCollector.ts'
import { type OnRows, readEither, type Reader } from './readCollection.ts'
import { nameOfBoard } from './refreshProblems.ts'
import { statusesOf } from '../lists/resources.ts'

export type StatusReading = ListReading<Status> & {
  /** Boards whose statuses may not be read, while those of others may. */
  unread: readonly Board[]
}

/** What is stored of the statuses; `known` ones are only brought up to date. */
type Stored = { before: readonly Status[]; known: boolean }

/**
 * Boards are many and their lists short, companies come page after page: what is asked for them last would be waited for
 * alone at the end, so statuses fill the gaps.
 */
export async function readStatuses(
  { read, ...of }: Reader,
  boards: readonly Board[],
  { before, known }: Stored,
  onRows: OnRows,
): Promise<StatusReading> {
  const reader: Reader = { ...of, read: { ...read, fills: true } }
  const rows = new Map<number, Status>()
  const stored = Map.groupBy(before, ({ board }) => board?.id ?? null)
  const turns = createTurns(boards.length)
  const refused: Board[] = []
  const emptied: string[] = []
  let unusable = 0
  let lacks: string | undefined

  const readBoard = async (board: Board): Promise<ListFailure | null> => {
    const own = stored.get(board.id) ?? []
    const turn = turns.next()
    const reading = await readEither(
      reader,
      'statuses',
      statusesOf(board.id),
      known && own.length > 0 ? own : null,
      undefined,
      turn.longest,
    )
    turn.done()
    // What was read before stays where the board could not be read to the end.
    const found = reading.error ? [...own, ...reading.rows.values()] : [...reading.rows.values()]
    // A board that is gone meanwhile has no statuses either.
    if (reading.error?.code === 'not-found') return null
    if (!reading.error && own.length > 0 && found.length === 0) emptied.push(nameOfBoard(board))
    for (const row of found) {
      const own = row.board ? row : { ...row, board: { id: board.id, name: board.name } }
      const known = rows.get(row.id)
      // An id that another board has too says nothing about either: settings name statuses by id alone.
      if (known && known.board?.id !== own.board?.id) unusable += 1
      else rows.set(row.id, own)
    }
    unusable += reading.unusable
    lacks ??= reading.lacks
    onRows?.(rows.size, null)
    if (reading.error?.code !== 'permission-missing') return reading.error
    refused.push(board)
    return null
  }
  const errors = await Promise.all(boards.map(readBoard))
  const error = errors.find((failure) => failure !== null) ?? null
  const isRefused = boards.length > 0 && refused.length === boards.length
  return {
    rows,
    error: isRefused ? permissionMissing : error,
    unusable,
    miscounted: null,
    emptied,
    lacks,
    unread: isRefused ? [] : refused,
  }
}

const permissionMissing: ListFailure = {
  code: 'permission-missing',
  message: 'The ConnectWise role of these keys does not allow reading statuses of any board.',
}

/** The last of many lists: the longest one is asked for its end beside them, and not alone after them. */
const lastOnes = 1 / 20

/** Lets the lists of one route wait for each other's first page: the longest of them shows what the server gives at once. */
function createTurns(lists: number) {
  let left = lists
  let open = () => {}
  const all = new Promise<void>((resolve) => {
    open = resolve
  })
  const shared = { rows: 0 }
  return {
    next: () => {
      let isDone = false
      const done = () => {
        if (isDone) return
        isDone = true
        left -= 1
        if (left <= lists * lastOnes) open()
      }
      const longest: Longest = {
        get rows() {
          return shared.rows
        },
        set rows(count) {
          shared.rows = count
        },
        others: () => {
          done()
          return all
        },
      }
      return { longest, done }
    },
  }
}
