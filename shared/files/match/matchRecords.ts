// Re-binding: what each reference of an imported relationship means in the connection it will use, by id and by name.
import { collectionNameSchema } from '../../reference/collections.ts'
import { fold } from '../../text/fold.ts'
import { type ChosenRecord, chosenInDraft } from '../../relationship/chosenRecords.ts'
import type { RelationshipDraft } from '../../relationship/draft.ts'
import type { LeftOpen } from '../../relationship/leftOpen.ts'
import { draftLandingBoard } from '../../relationship/edit.ts'
import { z } from '../../zod.ts'
import { closestTo, type FindRecords, type KnownRecord, type Records } from '../recordIndex.ts'

/**
 * `same`: id and name. `renamed`: the id, under another name. `other-id`: the name, once, under another id.
 * `ambiguous`: the name several times. `missing`: neither. `unread`: the list was not read, or not to the end.
 */
export const matchStates = ['same', 'renamed', 'other-id', 'ambiguous', 'missing', 'unread'] as const

const namedSchema = z.object({ id: z.int(), name: z.string(), board: z.string().nullable() })

/** One row of the match table. */
export const matchSchema = z.object({
  /** Path below `settings`, e.g. `boards[1]`. */
  field: z.string(),
  collection: collectionNameSchema,
  inFile: namedSchema,
  state: z.enum(matchStates),
  /** What the reference becomes; null imports as "not chosen yet". */
  chosen: namedSchema.nullable(),
  /** For a missing one: the offered record with the most similar name. */
  closest: namedSchema.nullable(),
  /** For a status: the board of that connection it has to belong to; null where any may be chosen. */
  onBoard: z.int().nullable(),
})

/** What a person chose by hand, as it crosses to main. */
export const choicesSchema = z
  .array(z.strictObject({ field: z.string().max(200), id: z.int().nullable() }))
  .max(50_000)

export type MatchState = (typeof matchStates)[number]
export type RecordMatch = z.infer<typeof matchSchema>
type Named = z.infer<typeof namedSchema>

/** What a person chose for a reference, by its field: the id of a record, or null to leave it open. */
export type Choices = ReadonlyMap<string, number | null>

type MatchInput = {
  /** What is matched: everything it points at, what it keeps without using included. */
  draft: RelationshipDraft
  records: FindRecords
  /** Whether the file's ConnectWise is the one imported into: ids then mean the same records. */
  sameOrganisation: boolean
  choices: Choices
  /** What the stored relationship of the same id and connection has there: taken where nothing else is known. */
  inUse?: Choices
}

type Fits = (record: KnownRecord) => boolean
/** The board a status has to belong to: null where that is open, undefined where nobody knows it and for all other records. */
type OnBoard = number | null | undefined
const anywhere: Fits = () => true

const named = ({ id, name, board }: KnownRecord): Named => ({ id, name, board: board?.name ?? null })

/** The board a status of the file belongs to; the landing board unless the reference says otherwise. */
const boardOf = (status: ChosenRecord, draft: RelationshipDraft): number | undefined =>
  status.boardId ?? (status.field === 'status' ? draftLandingBoard(draft)?.id : undefined)

/** The board a status has to belong to: what its own became. */
function boardFor(status: ChosenRecord, input: MatchInput, boards: readonly RecordMatch[]): OnBoard {
  const inFile = boardOf(status, input.draft)
  const match = boards.find((board) => board.inFile.id === inFile)
  if (match) return match.chosen?.id ?? null
  return input.sameOrganisation ? inFile : undefined
}

/** Which records may be meant: statuses only those of their board. */
const fitsOn =
  (board: OnBoard): Fits =>
  (record) =>
    record.board === null || record.board.id === board

/** By identifier where the reference has one that is known there, else by name. */
function candidatesOf(chosen: ChosenRecord, input: MatchInput, fits: Fits): readonly KnownRecord[] {
  const { byIdentifier, byName } = input.records(chosen.collection)
  const identified = byIdentifier.get(fold(chosen.identifier ?? ''))
  return (identified ?? byName.get(fold(chosen.name)) ?? []).filter(fits)
}

/** Whether a record that is not there does not exist: a status, where those of its board were read. */
const isReadOn = ({ complete, unreadBoards }: Records, board: OnBoard): boolean =>
  complete && (board === undefined ? unreadBoards.size === 0 : board === null || !unreadBoards.has(board))

function judge(
  chosen: ChosenRecord,
  input: MatchInput,
  board: OnBoard,
  fits: Fits,
): { state: MatchState; id: number | null } {
  const records = input.records(chosen.collection)
  const { byId } = records
  const candidates = candidatesOf(chosen, input, fits)
  const own = byId.get(chosen.id)
  if (own && fits(own) && (input.sameOrganisation || candidates.includes(own)))
    return { state: fold(own.name) === fold(chosen.name) ? 'same' : 'renamed', id: own.id }
  // In the same ConnectWise a value that is not offered any more stays, as everywhere else.
  const kept = input.sameOrganisation && !own ? chosen.id : null
  const offered = candidates.filter((candidate) => candidate.offered)
  const [first, ...others] = offered.length > 0 ? offered : candidates
  if (first)
    return others.length === 0 ? { state: 'other-id', id: first.id } : { state: 'ambiguous', id: kept }
  return { state: isReadOn(records, board) ? 'missing' : 'unread', id: kept }
}

function matchOne(chosen: ChosenRecord, input: MatchInput, boards: readonly RecordMatch[]): RecordMatch {
  const records = input.records(chosen.collection)
  const { byId } = records
  const board = chosen.collection === 'statuses' ? boardFor(chosen, input, boards) : undefined
  const fits = board === undefined ? anywhere : fitsOn(board)
  const { state, id: proposed } = judge(chosen, input, board, fits)
  const inFile = {
    id: chosen.id,
    name: chosen.name,
    board: boards.find((each) => each.inFile.id === boardOf(chosen, input.draft))?.inFile.name ?? null,
  }
  const become = (id: number | null | undefined): Named | null => {
    const record = id === null || id === undefined ? undefined : byId.get(id)
    if (record) return fits(record) ? named(record) : null
    return id === chosen.id ? inFile : null
  }
  const choice = input.choices.get(chosen.field)
  const closest = state === 'missing' ? closestTo(chosen.name, records, fits) : null
  return {
    field: chosen.field,
    collection: chosen.collection,
    inFile,
    state,
    // A status chosen for a board that was changed afterwards counts no more.
    chosen:
      choice === null ? null : (become(choice) ?? become(proposed) ?? become(input.inUse?.get(chosen.field))),
    closest: closest && named(closest),
    onBoard: board ?? null,
  }
}

/** What a match table leaves open, by name. */
export const openIn = (matches: readonly RecordMatch[]): LeftOpen =>
  matches
    .filter(({ chosen }) => chosen === null)
    .map(({ field, inFile: { name, board } }) => ({ field, name: board ? `${name}, on ${board}` : name }))

/** The match table, in the order of the form. Statuses follow what their boards become. */
export function matchReferences(input: MatchInput): RecordMatch[] {
  const chosen = chosenInDraft(input.draft)
  const boards = chosen
    .filter(({ collection }) => collection === 'boards')
    .map((board) => matchOne(board, input, []))
  return chosen.map((each) => matchOne(each, input, each.collection === 'statuses' ? boards : []))
}
