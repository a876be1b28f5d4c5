// Time entries that arrived beside those that should have: found by their start, then compared.
import { isBlank } from '../../text/cleanText.ts'
import { parseSeconds, parseTime } from '../rules/parseTime.ts'
import type { TicketTimeEntry } from '../sample/sample.ts'
import { idAt, recordInWords, type NameOf } from './compareTicket.ts'
import { foldNote } from './foldText.ts'
import { pairUp } from './pairUp.ts'
import type { Difference } from './verifyResult.ts'

export type ExpectedTime = {
  label: string
  /** What it would have been posted with, null where it should have stayed. */
  body: Record<string, unknown> | null
  /** As the sample has it. */
  start: string | null | undefined
  notes: string | null | undefined
  /** Whom it names was looked for in a list that was not read to its end, so the default says nothing. */
  unsure: { member: boolean; workRole: boolean }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const minuteOf = (time: string | null | undefined): string => {
  const at = parseTime(time)
  return at === null ? '' : String(Math.floor(at / 60_000))
}

/** In minutes: the hours where they are said, else from start to end; null where neither is known. */
function lengthOf(start: string, end: string, hours: unknown): number | null {
  if (typeof hours === 'number') return hours * 60
  const from = parseTime(start)
  const to = parseTime(end)
  return from === null || to === null ? null : (to - from) / 60_000
}
const actualLength = ({ timeStart, timeEnd, actualHours }: TicketTimeEntry): number | null =>
  lengthOf(timeStart ?? '', timeEnd ?? '', actualHours)
const wantedLength = (body: Record<string, unknown>): number | null =>
  lengthOf(textOf(body.timeStart), textOf(body.timeEnd), body.actualHours)

const inHours = (length: number | null): string | null =>
  length === null ? null : `${Math.round((length / 60) * 100) / 100} h`

/** Hours are kept with two decimals: less than a minute apart is the same. */
const sameLength = (one: number | null, other: number | null): boolean =>
  one === null || (other !== null && Math.abs(one - other) < 1)

const sameRecord = (
  body: Record<string, unknown>,
  entry: TicketTimeEntry,
  part: 'member' | 'workRole',
): boolean => entry[part]?.id === idAt(body, part)

/** The text of the one that arrived that holds the text of the sample's entry: its notes, or those for staff alone. */
const holderOf = (entry: TicketTimeEntry, notes: string | null | undefined): string | undefined =>
  isBlank(notes)
    ? undefined
    : [entry.notes ?? '', entry.internalNotes ?? ''].find((text) => foldNote(text).includes(foldNote(notes)))

function differencesOf(
  { label, notes, unsure }: ExpectedTime,
  body: Record<string, unknown>,
  entry: TicketTimeEntry,
  nameOf: NameOf,
): Difference[] {
  const say = (code: Difference['code'], expected: string | null, actual: string | null): Difference[] => [
    { code, item: label, expected, actual },
  ]
  const record = (code: Difference['code'], part: 'member' | 'workRole'): Difference[] => {
    const now = entry[part]
    return unsure[part] || sameRecord(body, entry, part)
      ? []
      : say(
          code,
          recordInWords(nameOf, part, { id: idAt(body, part) }),
          now ? recordInWords(nameOf, part, now) : null,
        )
  }
  const leaked = body.notes === undefined ? holderOf(entry, notes) : undefined
  return [
    ...(leaked === undefined ? [] : say('time-notes-not-expected', null, leaked)),
    ...record('time-entry-member-differs', 'member'),
    ...record('time-entry-role-differs', 'workRole'),
    ...(sameLength(wantedLength(body), actualLength(entry))
      ? []
      : say('time-entry-duration-differs', inHours(wantedLength(body)), inHours(actualLength(entry)))),
  ]
}

type Due = { part: ExpectedTime; body: Record<string, unknown> }

/** The minute of the start and what else has to be the same; blank without a start that can be read. */
const keyOf = (minute: string, ...more: readonly unknown[]): string =>
  minute === '' ? '' : [minute, ...more].join(' ')

const dueMinute = ({ body }: Due): string => minuteOf(textOf(body.timeStart))
const entryMinute = ({ timeStart }: TicketTimeEntry): string => minuteOf(timeStart)
const stayedMinute = ({ start }: ExpectedTime): string =>
  typeof parseSeconds(start) === 'number' ? minuteOf(start) : ''
const textKey = (minute: string, text: string | null | undefined): string =>
  isBlank(text) ? '' : keyOf(minute, foldNote(text))

const byMinute = { keyOf: dueMinute, keysOf: (entry: TicketTimeEntry) => [entryMinute(entry)] }
const byMember = {
  keyOf: (due: Due) => keyOf(dueMinute(due), idAt(due.body, 'member')),
  keysOf: (entry: TicketTimeEntry) => [keyOf(entryMinute(entry), entry.member?.id)],
}
/** Hours with two decimals are less than a minute off, on either side. */
const byAll = {
  keyOf: (due: Due) => {
    const length = Math.round(wantedLength(due.body) ?? 0)
    return keyOf(dueMinute(due), idAt(due.body, 'member'), idAt(due.body, 'workRole'), length)
  },
  keysOf: (entry: TicketTimeEntry) => {
    const length = actualLength(entry)
    const near = length === null ? [] : [Math.floor(length), Math.ceil(length)]
    return near.map((each) => keyOf(entryMinute(entry), entry.member?.id, entry.workRole?.id, each))
  },
}
const byText = {
  keyOf: (part: ExpectedTime) => textKey(stayedMinute(part), part.notes),
  keysOf: (entry: TicketTimeEntry) =>
    [entry.notes, entry.internalNotes].map((text) => textKey(entryMinute(entry), text)),
}

export function timeDifferences(
  expected: readonly ExpectedTime[],
  actual: readonly TicketTimeEntry[],
  nameOf: NameOf,
): Difference[] {
  const left = new Set(actual)
  const due = expected.flatMap((part): Due[] => (part.body ? [{ part, body: part.body }] : []))
  const arrived = pairUp(due, left, byAll, byMember, byMinute)
  const stayed = expected.filter(({ body }) => body === null)
  const unexpected = pairUp(stayed, left, byText, { keyOf: stayedMinute, keysOf: byMinute.keysOf })
  // What is recorded a second time is invoiced a second time.
  const again = pairUp(due, left, byAll)
  return [
    ...due.flatMap((one): Difference[] => {
      const { part, body } = one
      const entry = arrived.get(one)
      return entry
        ? differencesOf(part, body, entry, nameOf)
        : [{ code: 'time-entry-missing', item: part.label, expected: textOf(body.timeStart), actual: null }]
    }),
    ...[...unexpected, ...[...again].map(([{ part }, entry]) => [part, entry] as const)].map(
      ([{ label }, entry]): Difference => ({
        code: 'time-entry-not-expected',
        item: label,
        expected: null,
        actual: entry.timeStart ?? null,
      }),
    ),
  ]
}
