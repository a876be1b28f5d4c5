// The companies laid out for searching: in the order of the alphabet, simplified, with an index of their words and ids.
import { type Company, isInactiveStatus, type RowOf } from '../../shared/reference/collections.ts'
import { simplifyText } from '../../shared/reference/textSearch.ts'
import { buildLexicon, type Lexicon, lowerBound, matchQuality } from './lexicon.ts'
import { alphabeticalOrder } from './alphabeticalOrder.ts'
import { splitNames } from './nameWords.ts'

/** The companies as rows: everything stands at the row's number, in the order of the alphabet, so that equal matches come out sorted. */
export type CompanyRows = {
  /** Simplified, as the identifiers are. */
  readonly names: readonly string[]
  readonly identifierAt: (row: number) => string
  readonly companyAt: (row: number) => Company | undefined
  /** The first two letters of each identifier: to read the identifier itself takes many times as long. */
  readonly identifierHeads: Uint32Array
  readonly isInactive: Uint8Array
  /** Deleted or inactive: counted, but offered only when asked for. */
  readonly isHidden: Uint8Array
  readonly lexicon: Lexicon
  /** Marks the rows whose id is the number or starts with it. */
  readonly markIds: (word: string, marks: Uint8Array) => void
}

const largestId = 2_147_483_647
/** More rows than any organisation has companies; ids times this still fit a number exactly. */
const idStep = 2 ** 21

/** The first two letters of a text as one number. */
export const headOf = (text: string): number => (text.charCodeAt(0) << 16) | text.charCodeAt(1)

/** Statuses decide who is inactive; without them nobody is. */
export function buildCompanyRows(
  companies: readonly Company[],
  statuses: readonly RowOf<'companyStatuses'>[] | undefined,
): CompanyRows {
  const inactiveStatuses = new Set(statuses?.filter(isInactiveStatus).map(({ id }) => id))
  const names = companies.map(({ name }) => simplifyText(name ?? ''))
  const identifiers = companies.map(({ identifier }) => simplifyText(identifier ?? ''))
  const nameWords = splitNames(names)
  const order = alphabeticalOrder(nameWords)
  const rowOf = new Uint32Array(order.length)
  for (let row = 0; row < order.length; row++) rowOf[order[row] ?? 0] = row

  const identifierHeads = new Uint32Array(order.length)
  const isInactive = new Uint8Array(order.length)
  const isHidden = new Uint8Array(order.length)
  /** Id and row in one number, sorted by id. */
  const rowsById = new Float64Array(order.length)
  // In the order the companies came, in which they lie side by side in memory.
  for (const [place, { id, status, deletedFlag }] of companies.entries()) {
    const row = rowOf[place] ?? 0
    rowsById[row] = id * idStep + row
    identifierHeads[row] = headOf(identifiers[place] ?? '')
    if (status && inactiveStatuses.has(status.id)) isInactive[row] = 1
    if (deletedFlag === true || isInactive[row] === 1) isHidden[row] = 1
  }
  rowsById.sort()

  const markIds = (word: string, marks: Uint8Array): void => {
    if (!/^[1-9]\d{0,9}$/.test(word)) return
    for (let low = Number(word), width = 1; low <= largestId; low *= 10, width *= 10) {
      const quality = width === 1 ? matchQuality.whole : matchQuality.start
      const end = (low + width) * idStep
      for (let at = lowerBound(rowsById, low * idStep); (rowsById[at] ?? end) < end; at++) {
        const row = (rowsById[at] ?? 0) % idStep
        marks[row] = Math.max(marks[row] ?? 0, quality)
      }
    }
  }
  const sortedNames: string[] = []
  for (const place of order) sortedNames.push(names[place] ?? '')
  return {
    names: sortedNames,
    identifierAt: (row) => identifiers[order[row] ?? 0] ?? '',
    companyAt: (row) => companies[order[row] ?? 0],
    identifierHeads,
    isInactive,
    isHidden,
    lexicon: buildLexicon({ names: nameWords, identifiers, rowOf }),
    markIds,
  }
}
