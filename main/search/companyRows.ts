// The companies laid out for searching: in the order of the alphabet, simplified, with an index of their words and ids.
import { type Company, isInactiveStatus, type RowOf } from '../../shared/reference/collections.ts'
import { simplifyText } from '../../shared/reference/textSearch.ts'
import { buildLexicon, type Lexicon, lowerBound, matchQuality } from './lexicon.ts'
import { alphabeticalOrder } from './alphabeticalOrder.ts'

export type CompanyRow = {
  company: Company
  /** Simplified, as the identifier is. */
  name: string
  identifier: string
  inactive: boolean
  /** Deleted or inactive: counted, but offered only when asked for. */
  hidden: boolean
}

export type CompanyRows = {
  /** In the order of the alphabet, so that equal matches come out sorted without sorting them on every key. */
  readonly rows: readonly CompanyRow[]
  /** The names of the rows, sorted with them. */
  readonly names: readonly string[]
  readonly lexicon: Lexicon
  /** Marks the rows whose id is the number or starts with it. */
  readonly markIds: (word: string, marks: Uint8Array) => void
}

const largestId = 2_147_483_647
/** More rows than any organisation has companies; ids times this still fit a number exactly. */
const idStep = 2 ** 21

/** Statuses decide who is inactive; without them nobody is. */
export function buildCompanyRows(
  companies: readonly Company[],
  statuses: readonly RowOf<'companyStatuses'>[] | undefined,
): CompanyRows {
  const inactiveStatuses = new Set(statuses?.filter(isInactiveStatus).map(({ id }) => id))
  const simplified = companies.map((company): CompanyRow => {
    const inactive = company.status ? inactiveStatuses.has(company.status.id) : false
    return {
      company,
      name: simplifyText(company.name ?? ''),
      identifier: simplifyText(company.identifier ?? ''),
      inactive,
      hidden: company.deletedFlag === true || inactive,
    }
  })
  // In the order the companies came, in which their texts lie side by side in memory.
  const columns = {
    names: simplified.map(({ name }) => name),
    identifiers: simplified.map(({ identifier }) => identifier),
  }
  const order = alphabeticalOrder(columns.names)
  const rows: CompanyRow[] = []
  /** Id and row in one number, sorted by id. */
  const rowsById = new Float64Array(order.length)
  const rowOf = new Uint32Array(order.length)
  for (let row = 0; row < order.length; row++) {
    const place = order[row] ?? 0
    const entry = simplified[place]
    if (!entry) continue
    rowOf[place] = row
    rows.push(entry)
    rowsById[row] = entry.company.id * idStep + row
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
  return {
    rows,
    names: rows.map(({ name }) => name),
    lexicon: buildLexicon([columns.names, columns.identifiers], rowOf),
    markIds,
  }
}
