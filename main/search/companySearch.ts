// The company index: search as you type over hundreds of thousands of rows, by name, identifier and id.
import type { Company, RowOf } from '../../shared/reference/collections.ts'
import { simplifyText, searchWords } from '../../shared/reference/textSearch.ts'
import { createCompanyMarker } from './companyMarks.ts'
import { buildCompanyRows, type CompanyRow } from './companyRows.ts'
import { lowerBound, matchQuality } from './lexicon.ts'
import { closenessOf, closenessSteps } from './nameCloseness.ts'

export type CompanyMatch = Company & { inactive: boolean }
export type CompanyMatches = { rows: CompanyMatch[]; total: number; hidden: number }

export type CompanyIndex = {
  /** Best match first, at most `limit`; `total` counts all on offer, `hidden` the deleted and inactive that match. */
  readonly search: (text: string, limit: number, showHidden: boolean) => CompanyMatches
}

/** How well the whole query matches a company, above what its words say. */
const identifierStarts = matchQuality.whole + 1
const nameStarts = matchQuality.whole + 2
const exact = matchQuality.whole + 3

/** So many rows are compared more closely: nobody looks for the closest of more. */
const mostCompared = 4000

/** Builds the index once per snapshot. Statuses decide who is inactive; without them nobody is. */
export function buildCompanyIndex(
  companies: readonly Company[],
  statuses: readonly RowOf<'companyStatuses'>[] | undefined,
): CompanyIndex {
  const built = buildCompanyRows(companies, statuses)
  const { rows, names } = built
  const isHidden = Uint8Array.from(rows, ({ hidden }) => (hidden ? 1 : 0))
  const markRows = createCompanyMarker(built)

  const search: CompanyIndex['search'] = (text, limit, showHidden) => {
    const query = simplifyText(text.replace(/^\s*#/, ''))
    const words = searchWords(query)
    if (words.length === 0 && query !== '') return { rows: [], total: 0, hidden: 0 }
    const marks = markRows(words)
    const id = /^\d+$/.test(query) ? Number(query) : undefined
    const nameFrom = query === '' ? 0 : lowerBound(names, query)
    const nameTo = query === '' ? 0 : lowerBound(names, `${query}\uffff`)

    /** Rows by rank and closeness, each list in the order of the alphabet and no longer than needed. */
    const found: CompanyRow[][] = Array.from({ length: (exact + 1) * closenessSteps }, () => [])
    let total = 0
    let hidden = 0
    let compared = 0
    const take = (place: number, inName: boolean): void => {
      const rank = marks.quality[place] ?? matchQuality.none
      if (rank === matchQuality.none) return
      hidden += isHidden[place] ?? 0
      if (isHidden[place] === 1 && !showHidden) return
      total++
      // While enough names start with the query, only an exact match can still come before them.
      if (!inName && rank < matchQuality.whole && (found[nameStarts * closenessSteps]?.length ?? 0) >= limit)
        return
      const row = rows[place]
      if (!row) return
      const step = inName ? 0 : stepOf(row, place)
      const list = found[rankOf(row, rank, inName) * closenessSteps + step]
      if (list && list.length < limit) list.push(row)
    }
    /** What a single word finds stays in the order of the alphabet, as names that start with the query do. */
    const stepOf = ({ name }: CompanyRow, place: number): number => {
      if (words.length < 2 || compared >= mostCompared) return 0
      compared++
      return closenessOf(name, words, marks.words, place)
    }
    /** What is equal has every word whole, what starts alike has every word started: the others are not compared. */
    const rankOf = ({ name, identifier, company }: CompanyRow, rank: number, inName: boolean): number => {
      const isWhole = rank === matchQuality.whole
      if (isWhole && (identifier === query || company.id === id || (inName && name === query))) return exact
      if (inName) return nameStarts
      return rank >= matchQuality.start && query !== '' && identifier.startsWith(query)
        ? identifierStarts
        : rank
    }
    for (let row = nameFrom; row < nameTo; row++) take(row, true)
    for (let row = 0; row < nameFrom; row++) take(row, false)
    for (let row = nameTo; row < names.length; row++) take(row, false)
    const best = found.toReversed().flat().slice(0, limit)
    return { rows: best.map(({ company, inactive }) => ({ ...company, inactive })), total, hidden }
  }
  return { search }
}
