// What a verification says: each ticket of the sample beside the one that arrived. Used by the page and the command line.
import { z } from '../../zod.ts'
import type { Flow } from '../result/previewResult.ts'

/** Text reached somebody it should not: these come first, and loud. */
export const leakCodes = ['note-not-expected', 'note-audience-wider', 'time-notes-not-expected'] as const

/** In the order every list of differences keeps. */
export const differenceCodes = [
  ...leakCodes,
  'ticket-not-expected',
  'summary-differs',
  'board-differs',
  'company-differs',
  'status-differs',
  'priority-differs',
  'source-differs',
  'owner-differs',
  'note-missing',
  'note-audience-narrower',
  'attachment-missing',
  'attachment-not-expected',
  'time-entry-missing',
  'time-entry-not-expected',
  'time-entry-member-differs',
  'time-entry-role-differs',
  'time-entry-duration-differs',
] as const

export const verifyStates = ['as-expected', 'differs', 'missing', 'ambiguous'] as const
/** `status-moved-on`: a value was changed after the ticket was created. `not-read`: parts of the ticket were not read. */
export const verifyRemarks = ['status-moved-on', 'not-read'] as const

const text = z.string().nullable()

export const differenceSchema = z.object({
  code: z.enum(differenceCodes),
  /** The label of the part it is about, null for the ticket itself. */
  item: text,
  expected: text,
  actual: text,
})

export const verifyRowSchema = z.object({
  key: z.string(),
  /** The ticket that arrived, null where none or more than one may be it. */
  ticket: z.int().nullable(),
  state: z.enum(verifyStates),
  differences: z.array(differenceSchema),
  remarks: z.array(z.enum(verifyRemarks)),
})

const count = z.int().min(0)

export const verifyResultSchema = z.object({
  summary: z.object({
    'as-expected': count,
    differs: count,
    missing: count,
    ambiguous: count,
    extra: count,
  }),
  rows: z.array(verifyRowSchema),
  /** Tickets on the landing board that no row of the sample matches. */
  extra: z.array(z.int()),
})

export type DifferenceCode = (typeof differenceCodes)[number]
export type Difference = z.infer<typeof differenceSchema>
export type VerifyState = (typeof verifyStates)[number]
export type VerifyRemark = (typeof verifyRemarks)[number]
export type VerifyRow = z.infer<typeof verifyRowSchema>
export type VerifyResult = z.infer<typeof verifyResultSchema>

const leaks: ReadonlySet<DifferenceCode> = new Set(leakCodes)
export const isLeak = ({ code }: Difference): boolean => leaks.has(code)

/** Differences in their published order; those of one code stay in the order of the ticket. */
export const inOrder = (differences: readonly Difference[]): Difference[] =>
  differences.toSorted(
    (one, other) => differenceCodes.indexOf(one.code) - differenceCodes.indexOf(other.code),
  )

/** How many tickets did not come as expected. */
export const unexpectedCount = ({ differs, missing, ambiguous }: VerifyResult['summary']): number =>
  differs + missing + ambiguous

export const isSameOutcome = (
  one: VerifyResult['summary'],
  other: VerifyResult['summary'] | undefined,
): boolean => verifyStates.every((state) => one[state] === other?.[state])

/** How many rows nothing is known of who read them: their parts were not read or not compared, or no ticket was found at all. */
export const unreadCount = ({ rows }: Pick<VerifyResult, 'rows'>, flow: Flow): number =>
  flow === 'outbound' || rows.every(({ ticket }) => ticket === null)
    ? rows.length
    : rows.filter(({ state, remarks }) => state === 'ambiguous' || remarks.includes('not-read')).length

/** How many texts reached somebody they should not. */
export const leakCount = ({ rows }: Pick<VerifyResult, 'rows'>): number =>
  rows.reduce((sum, { differences }) => sum + differences.filter(isLeak).length, 0)
