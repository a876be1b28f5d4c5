// One row of any system as a partner ticket: its scalars from the columns that give them, its lists where they are ours.
import { partnerTicketSchema } from '../../preview/sample/sample.ts'
import { type Assignment, type SampleField, sampleFields } from './sampleFields.ts'
import { isRecord } from '../json/isRecord.ts'
import type { SourceRow } from './source.ts'

const lists = ['comments', 'attachments', 'timeEntries'] as const

type ListName = (typeof lists)[number]

const isAsOurs = (name: ListName, list: unknown): boolean =>
  partnerTicketSchema.shape[name].safeParse(list).success

/** The lists of an entry; those of another system only where they happen to be as ours. */
const listsOf = (entry: unknown, isOwn: boolean): Record<string, unknown> =>
  Object.fromEntries(
    isRecord(entry)
      ? lists
          .filter((name) => Array.isArray(entry[name]) || (isOwn && entry[name] !== undefined))
          .filter((name) => isOwn || isAsOurs(name, entry[name]))
          .map((name) => [name, entry[name]])
      : [],
  )

/** The members of another system's entries that are lists and come along with none or not all of them. */
export function unreadLists(entries: readonly unknown[]): string[] {
  const unread = new Set<string>()
  for (const entry of entries.filter(isRecord)) {
    const below = isRecord(entry['fields']) ? entry['fields'] : {}
    for (const [name, list] of Object.entries({ ...below, ...entry })) {
      if (!Array.isArray(list) || list.length === 0 || unread.has(name)) continue
      const own = lists.find((each) => each === name && Object.hasOwn(entry, name))
      if (!own || !isAsOurs(own, list)) unread.add(name)
    }
  }
  return [...unread]
}

type Cells = Partial<Record<SampleField, string>>

function cellsOf({ cells }: SourceRow, assignment: Assignment): Cells {
  const found: Cells = {}
  for (const field of sampleFields) {
    const place = assignment[field]
    const text = place === undefined ? undefined : cells[place]
    if (text !== undefined) found[field] = text
  }
  return found
}

/** The row as the schema of partner tickets checks it. */
export function partnerRow(
  row: SourceRow,
  assignment: Assignment,
  isOwn: boolean,
): { row: number; value: unknown; problem: string | null } {
  const { requesterName, requesterEmail, ...scalars } = cellsOf(row, assignment)
  const problem = row.problem ?? (scalars.key === undefined ? 'It has no key.' : null)
  const requester =
    requesterName === undefined && requesterEmail === undefined
      ? {}
      : { requester: { name: requesterName, email: requesterEmail } }
  return { row: row.row, value: { ...scalars, ...requester, ...listsOf(row.entry, isOwn) }, problem }
}
