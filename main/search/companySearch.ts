// The company index: search as you type over hundreds of thousands of rows, by name, identifier and id.
import type { Company, RowOf } from '../../shared/reference/collections.ts'
import { plainId, simplifyText, searchWords } from '../../shared/reference/textSearch.ts'
import { createCompanyMarker } from './companyMarks.ts'
import { buildCompanyRows, headOf } from './companyRows.ts'
import { lowerBound, matchQuality } from './lexicon.ts'
import { closenessOf, closenessSteps } from './nameCloseness.ts'

export type CompanyMatch = Company & { inactive: boolean }
export type CompanyMatches = {
  /** Best match first. */
  rows: CompanyMatch[]
  /** So many of the rows, the last ones, only resemble what was typed. */
  guesses: number
  total: number
  hidden: number
}

export type CompanyIndex = {
  /** At most `limit` rows; `total` counts all on offer, `hidden` the deleted and inactive that match. */
  readonly search: (text: string, limit: number, showHidden: boolean) => CompanyMatches
}

/** How well the whole query matches a company, above what its words say. */
const identifierStarts = matchQuality.whole + 1
const nameStarts = matchQuality.whole + 2
const exact = matchQuality.whole + 3

/** So many rows are compared more closely: nobody looks for the closest of more. */
const mostCompared = 4000

/** Which bits of a head are the first letter's. */
const firstLetter = 0xffff0000

/** Builds the index once per snapshot. Statuses decide who is inactive; without them nobody is. */
export function buildCompanyIndex(
  companies: readonly Company[],
  statuses: readonly RowOf<'companyStatuses'>[] | undefined,
): CompanyIndex {
  const built = buildCompanyRows(companies, statuses)
  const { names, identifierAt, companyAt, identifierHeads, isInactive, isHidden } = built
  const markRows = createCompanyMarker(built)

  const searchFor: CompanyIndex['search'] = (text, limit, showHidden) => {
    const query = simplifyText(text.replace(/^\s*#/, ''))
    const words = searchWords(query)
    if (words.length === 0 && query !== '') return { rows: [], guesses: 0, total: 0, hidden: 0 }
    const { matched, quality, words: marks } = markRows(words)
    const id = /^\d+$/.test(query) ? Number(query) : undefined
    const head = headOf(query)
    const headBits = query.length > 1 ? -1 : firstLetter
    /** The matches whose name starts with the query stand side by side. */
    const firstNamed = (from: string): number => lowerBound(matched, lowerBound(names, from))
    const nameFrom = query === '' ? 0 : firstNamed(query)
    const nameTo = query === '' ? 0 : firstNamed(`${query}\uffff`)

    /** Rows by rank and closeness, each list in the order of the alphabet and no longer than needed. */
    const found: (number[] | undefined)[] = []
    const nameStarting: number[] = []
    found[nameStarts * closenessSteps] = nameStarting
    let total = 0
    let hidden = 0
    let compared = 0
    /** What is equal has every word whole, what starts alike has every word started: the others are not compared. */
    const rankOf = (row: number, match: number, inName: boolean): number => {
      const isAlike = match >= matchQuality.start && (((identifierHeads[row] ?? 0) ^ head) & headBits) === 0
      if (match === matchQuality.whole) {
        if ((isAlike && identifierAt(row) === query) || (inName && names[row] === query)) return exact
        if (id !== undefined && companyAt(row)?.id === id) return exact
      }
      if (inName) return nameStarts
      return isAlike && query !== '' && identifierAt(row).startsWith(query) ? identifierStarts : match
    }
    /** What a single word finds stays in the order of the alphabet, as names that start with the query do. */
    const stepOf = (row: number): number => {
      if (words.length < 2 || compared >= mostCompared) return 0
      compared++
      return closenessOf(names[row] ?? '', words, marks, row)
    }
    const take = (from: number, to: number, inName: boolean): void => {
      for (let at = from; at < to; at++) {
        const row = matched[at] ?? 0
        if (isHidden[row] === 1) {
          hidden++
          if (!showHidden) continue
        }
        total++
        const match = quality[row] ?? 0
        // While enough names start with the query, only an exact match can still come before them.
        if (match < matchQuality.whole && nameStarting.length >= limit) continue
        const place = rankOf(row, match, inName) * closenessSteps + (inName ? 0 : stepOf(row))
        const list = (found[place] ??= [])
        if (list.length < limit) list.push(row)
      }
    }
    take(nameFrom, nameTo, true)
    take(0, nameFrom, false)
    take(nameTo, matched.length, false)
    const best = found
      .toReversed()
      .flatMap((list) => list ?? [])
      .slice(0, limit)
    return {
      rows: best.flatMap((row) => {
        const company = companyAt(row)
        return company ? { ...company, inactive: isInactive[row] === 1 } : []
      }),
      guesses: best.filter((row) => quality[row] === matchQuality.slip).length,
      total,
      hidden,
    }
  }
  const search: CompanyIndex['search'] = (text, limit, showHidden) => {
    const found = searchFor(text, limit, showHidden)
    const id = found.rows.length > found.guesses ? null : plainId(text)
    return id === null ? found : searchFor(id, limit, showHidden)
  }
  return { search }
}
