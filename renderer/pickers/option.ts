// What a picker offers, from reference rows: label, id line, and why a row is hidden by default.
import {
  type Board,
  type CustomField,
  type Member,
  type Status,
  type WorkRole,
  isApiMember,
  isCheckbox,
  memberName,
} from '../../shared/reference/collections.ts'
import type { RecordRef } from '../../shared/relationship/fieldRow.ts'
import { rankByText } from '../../shared/reference/rank.ts'
import { compareNaturally } from '../state/naturalOrder.ts'

export type Option = {
  id: number
  label: string
  /** Every name it goes by; empty where its row is too sparse to tell. */
  names: readonly string[]
  /** Shown after the label in grey: identifier and id. */
  meta: string
  /** Why it is not offered unless asked for: inactive, deleted, project board. */
  hidden: string | null
  /** A word to know before choosing it, such as "API member". */
  badge: string | null
  value: RecordRef
}

type NamedRow = { id: number; name?: string | null | undefined }

const nameOf = (row: NamedRow): string => row.name || `#${row.id}`

const option = (
  row: NamedRow,
  value: RecordRef,
  more: Partial<Pick<Option, 'names' | 'meta' | 'hidden' | 'badge'>> = {},
): Option => ({
  id: row.id,
  label: nameOf(row),
  names: more.names ?? (row.name ? [row.name] : []),
  meta: more.meta ?? String(row.id),
  hidden: more.hidden ?? null,
  badge: more.badge ?? null,
  value,
})

/** Whether a saved name is none of those that a record goes by now. */
export const isRenamed = (saved: string, names: readonly string[]): boolean => {
  const name = saved.trim()
  return name !== '' && names.length > 0 && !names.some((each) => each.trim() === name)
}

const named = (row: NamedRow) => ({ id: row.id, name: nameOf(row) })

/** Boards of the service desk; inactive and project boards are hidden. */
export const boardOptions = (rows: readonly Board[]) =>
  rows.map((row) =>
    option(row, named(row), {
      hidden: row.inactiveFlag ? 'inactive' : row.projectFlag ? 'project board' : null,
    }),
  )

/** The statuses of one board in ConnectWise's own order; inactive ones are hidden. */
export const statusOptions = (rows: readonly Status[], boardId: number | null) =>
  rows
    .filter((row) => row.board?.id === boardId)
    .sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0))
    .map((row) =>
      option(row, boardId === null ? named(row) : { ...named(row), boardId }, {
        hidden: row.inactive ? 'inactive' : null,
        badge: row.closedStatus ? 'Closed' : row.timeEntryNotAllowed ? 'No time entries' : null,
      }),
    )

/** Every status of every board, told apart by the board's name. */
export function allStatusOptions(rows: readonly Status[], boards: readonly number[]) {
  const byBoard = Map.groupBy(rows, (row) => row.board?.id)
  return boards.flatMap((board) => {
    const own = byBoard.get(board) ?? []
    const name = own.find((row) => row.board?.name)?.board?.name ?? `Board ${board}`
    return statusOptions(own, board).map((each) => ({ ...each, meta: `${name} · ${each.id}` }))
  })
}

/** Rows that know no inactive state: priorities and sources. */
export const plainOptions = (rows: readonly NamedRow[]) => rows.map((row) => option(row, named(row)))

export const workRoleOptions = (rows: readonly WorkRole[]) =>
  rows.map((row) => option(row, named(row), { hidden: row.inactiveFlag ? 'inactive' : null }))

/** People first, API members last and marked; inactive members are hidden. */
export const memberOptions = (rows: readonly Member[]) =>
  rows
    .map((row) => {
      const name = memberName(row)
      const value = row.identifier ? { id: row.id, name, identifier: row.identifier } : { id: row.id, name }
      return option({ id: row.id, name }, value, {
        // As the findings do: without both parts the full name is not known.
        names:
          typeof row.firstName === 'string' && typeof row.lastName === 'string'
            ? [name, row.identifier ?? '']
            : [],
        meta: row.identifier ? `${row.identifier} · ${row.id}` : String(row.id),
        hidden: row.inactiveFlag ? 'inactive' : null,
        badge: isApiMember(row) ? 'API member' : null,
      })
    })
    .sort((a, b) => Number(a.badge !== null) - Number(b.badge !== null) || compareNaturally(a.label, b.label))

export const checkboxOptions = (rows: readonly CustomField[]) =>
  rows.filter(isCheckbox).map(({ id, caption }) => {
    const field = named({ id, name: caption })
    return option(field, field, { meta: `Checkbox · ${id}` })
  })

/**
 * The offered options that match `text`, best first; how many of them, the last ones, only resemble it; and how many
 * were kept back and why.
 */
export function matchingOptions(options: readonly Option[], text: string, showHidden: boolean) {
  const matches = rankByText(options, text, (each) => [each.label, each.meta])
  const offered = showHidden ? matches : matches.filter(({ item }) => item.hidden === null)
  return {
    offered: offered.map(({ item }) => item),
    guesses: offered.filter(({ isGuess }) => isGuess).length,
    hiddenWords: showHidden ? '' : hiddenWords(matches.map(({ item }) => item)),
  }
}

/** "2 inactive, 1 project board" */
function hiddenWords(options: readonly Option[]): string {
  const counts = new Map<string, number>()
  for (const { hidden } of options) if (hidden) counts.set(hidden, (counts.get(hidden) ?? 0) + 1)
  return [...counts].map(([why, count]) => `${count} ${why}`).join(', ')
}
