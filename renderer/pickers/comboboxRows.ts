// Which row of an open list is the active one, and which one Enter may choose although nobody has seen the list yet.
import { fold } from '../../shared/text/fold.ts'
import type { ListboxRow } from './Listbox.tsx'

type ActiveInput = {
  rows: readonly ListboxRow[]
  /** So many of them, the last ones, only resemble what was typed. */
  guesses: number
  /** The row the arrows or the mouse went to last. */
  pointed: number | null
  /** What was typed; null until something was. */
  typed: string | null
  multiple: boolean
}

/**
 * Position of the active row, -1 for none: the pointed one, else the best match, else the chosen one. A guess is none
 * until it was moved to.
 */
export function activeRow({ rows, guesses, pointed, typed, multiple }: ActiveInput): number {
  const at = pointed === null ? -1 : rows.findIndex(({ id }) => id === pointed)
  if (at >= 0) return at
  if (typed !== null) return typed.trim() === '' || rows.length === guesses ? -1 : 0
  const chosen = rows.findIndex((row) => row.chosen)
  // Of several choices none is meant more than the others, and Enter would take it away.
  if (chosen >= 0) return multiple ? -1 : chosen
  return Math.min(0, rows.length - 1)
}

/** What was typed is this row's name, identifier or id. */
const isCalled = ({ id, label, meta }: ListboxRow, wanted: string): boolean =>
  [label, String(id), ...meta.split(' · ')].some((name) => fold(name.trim()) === wanted)

/**
 * The one row that can be meant by a text that was typed and entered before its list was there; undefined when it takes a
 * look. `seen` was in sight under the cursor: still the best match, it was meant.
 */
export function rowMeant(
  rows: readonly ListboxRow[],
  text: string,
  seen: number | null,
): ListboxRow | undefined {
  const [best] = rows
  if (best?.id === seen) return best
  const wanted = fold(text.trim())
  if (wanted === '') return undefined
  const called = rows.filter((row) => isCalled(row, wanted))
  const holding = rows.filter(({ label }) => fold(label).includes(wanted))
  return [called, holding, rows].find(({ length }) => length === 1)?.[0] ?? called[0]
}

/** A list that is not searched begins with the chosen value where it does not hold it: what is shown can be kept. */
export const withChosen = (
  rows: readonly ListboxRow[],
  chosen: ListboxRow | null,
  text: string,
): readonly ListboxRow[] =>
  chosen && text.trim() === '' && rows.length > 0 && !rows.some(({ id }) => id === chosen.id)
    ? [chosen, ...rows]
    : rows
