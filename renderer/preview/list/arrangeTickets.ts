// Which tickets the list shows and in which order: filtered by words, group, code and change, then grouped.
import { fold } from '../../../shared/text/fold.ts'
import type { Entry } from '../judging/entries.ts'
import { type Group, type GroupId, groupIdOf } from '../judging/groups.ts'
import { countOutcomes, type Outcomes } from '../judging/outcomes.ts'

export type Criteria = {
  text: string
  group: GroupId | null
  /** A reason or warning code that a shown ticket must carry. */
  code: string | null
}

export const noCriteria: Criteria = { text: '', group: null, code: null }

export type Arrangement = {
  /** Lines of the list: a ticket as its index in the sample, the heading of group `g` as `-1 - g`. */
  lines: Int32Array
  /** Per group, in the order of the flow: the line of its heading (-1 without tickets) and its shown tickets. */
  headings: readonly { group: Group; line: number; count: number }[]
  /** How many tickets are shown. */
  shown: number
}

/** The ticket of a line, or null for a heading. */
export const ticketOf = (line: number | undefined): number | null =>
  line === undefined || line < 0 ? null : line

/** Every word typed has to occur in the ticket's key or title; case and accents do not matter. */
const matcher = (text: string): ((entry: Entry) => boolean) => {
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (entry) => words.every((word) => entry.text.includes(word))
}

/** Arranges a sample; `only`, when given, admits the tickets it holds. */
export function arrangeTickets(
  groups: readonly Group[],
  entries: readonly Entry[],
  outcomes: Outcomes,
  criteria: Criteria,
  only: ReadonlySet<number> | null = null,
): Arrangement {
  // Decided once per distinct outcome, not per ticket: the group's position, or -1 for "not shown".
  const places = outcomes.table.map((outcome) => {
    const codes: readonly string[] = [...outcome.reasons, ...outcome.warnings]
    const id = groupIdOf(outcome)
    const hidden =
      (criteria.group !== null && criteria.group !== id) ||
      (criteria.code !== null && !codes.includes(criteria.code))
    return hidden ? -1 : groups.findIndex((group) => group.id === id)
  })
  const wanted = matcher(criteria.text)
  const placeOf = (index: number): number => {
    const place = places[outcomes.of[index] ?? -1] ?? -1
    if (place < 0 || only?.has(index) === false) return -1
    const entry = entries[index]
    return entry && wanted(entry) ? place : -1
  }
  return inLines(groups, entries.length, placeOf)
}

/** Counted first and filled second, so that a hundred thousand lines cost two typed arrays and nothing else. */
function inLines(groups: readonly Group[], tickets: number, placeOf: (index: number) => number): Arrangement {
  const placed = new Int8Array(tickets)
  const counts = groups.map(() => 0)
  for (let index = 0; index < tickets; index += 1) {
    const place = placeOf(index)
    placed[index] = place
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
  }
  const shown = counts.reduce((sum, count) => sum + count, 0)
  const lines = new Int32Array(shown + counts.filter((count) => count > 0).length)
  let at = 0
  const headings = groups.map((group, place) => {
    const count = counts[place] ?? 0
    const line = count > 0 ? at : -1
    if (count > 0) lines[at] = -1 - place
    at += count > 0 ? count + 1 : 0
    return { group, line, count }
  })
  const next = headings.map(({ line }) => line + 1)
  for (let index = 0; index < tickets; index += 1) {
    const place = placed[index] ?? -1
    if (place < 0) continue
    const line = next[place] ?? 0
    lines[line] = index
    next[place] = line + 1
  }
  return { lines, headings, shown }
}

/** The codes that occur in a sample with the number of tickets that carry each, most frequent first. */
export function codesOf(outcomes: Outcomes): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const [position, count] of countOutcomes(outcomes).entries()) {
    const outcome = outcomes.table[position]
    if (!outcome) continue
    for (const code of [...outcome.reasons, ...outcome.warnings]) {
      counts.set(code, (counts.get(code) ?? 0) + count)
    }
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count)
}

/** The next ticket line from `line` in a direction, skipping headings; stays where it is at the end. */
export function stepLine({ lines }: Arrangement, line: number, by: number): number {
  const direction = Math.sign(by)
  let at = line
  let left = Math.abs(by)
  for (let next = line + direction; next >= 0 && next < lines.length && left > 0; next += direction) {
    if (ticketOf(lines[next]) === null) continue
    at = next
    left -= 1
  }
  return at
}

/** Tickets that Page Down and Page Up move over. */
const pageStep = 10

/** The ticket line that a key leads to; null for a key that leads nowhere. */
export function lineByKey(arrangement: Arrangement, current: number, key: string): number | null {
  if (key === 'Home') return stepLine(arrangement, -1, 1)
  if (key === 'End') return stepLine(arrangement, arrangement.lines.length, -1)
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: pageStep, PageUp: -pageStep }[key]
  return by === undefined ? null : stepLine(arrangement, current, current < 0 ? 1 : by)
}
