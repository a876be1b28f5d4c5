// The company index: search as you type over hundreds of thousands of rows, by name, identifier and id.
import type { Company, RowOf } from '../../shared/reference/collections.ts'
import { simplifyText, searchWords } from '../../shared/reference/textSearch.ts'
import { createCompanyMarker } from './companyMarks.ts'
import { buildCompanyRows } from './companyRows.ts'
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

/** The first two units of a text as one number, and which bits of it are the first one's. */
const firstUnit = 0xffff0000
const headOf = (text: string): number => (text.charCodeAt(0) << 16) | text.charCodeAt(1)

/** Builds the index once per snapshot. Statuses decide who is inactive; without them nobody is. */
export function buildCompanyIndex(
  companies: readonly Company[],
  statuses: readonly RowOf<'companyStatuses'>[] | undefined,
): CompanyIndex {
  const built = buildCompanyRows(companies, statuses)
  const { rows, names } = built
  // Read for every row that matches: a look at the row itself takes many times as long.
  const isHidden = Uint8Array.from(rows, ({ hidden }) => (hidden ? 1 : 0))
  const identifierHeads = Uint32Array.from(rows, ({ identifier }) => headOf(identifier))
  const markRows = createCompanyMarker(built)

  const search: CompanyIndex['search'] = (text, limit, showHidden) => {
    const query = simplifyText(text.replace(/^\s*#/, ''))
    const words = searchWords(query)
    if (words.length === 0 && query !== '') return { rows: [], total: 0, hidden: 0 }
    const { quality, words: marks } = markRows(words)
    const id = /^\d+$/.test(query) ? Number(query) : undefined
    const nameFrom = query === '' ? 0 : lowerBound(names, query)
    const nameTo = query === '' ? 0 : lowerBound(names, `${query}\uffff`)
    const head = headOf(query)
    const headBits = query.length > 1 ? -1 : query === '' ? 0 : firstUnit

    /** Places of rows by rank and closeness, each list in the order of the alphabet and no longer than needed. */
    const found: number[][] = Array.from({ length: (exact + 1) * closenessSteps }, () => [])
    const nameStarting = found[nameStarts * closenessSteps]
    let total = 0
    let hidden = 0
    let compared = 0
    /** What is equal has every word whole, what starts alike has every word started: the others are not compared. */
    const rankOf = (place: number, rank: number, inName: boolean): number => {
      const identifier =
        rank >= matchQuality.start && (((identifierHeads[place] ?? 0) ^ head) & headBits) === 0
          ? rows[place]?.identifier
          : undefined
      if (rank === matchQuality.whole) {
        if (identifier === query || (inName && names[place] === query)) return exact
        if (id !== undefined && rows[place]?.company.id === id) return exact
      }
      if (inName) return nameStarts
      return query !== '' && identifier?.startsWith(query) ? identifierStarts : rank
    }
    /** What a single word finds stays in the order of the alphabet, as names that start with the query do. */
    const stepOf = (place: number): number => {
      if (words.length < 2 || compared >= mostCompared) return 0
      compared++
      return closenessOf(names[place] ?? '', words, marks, place)
    }
    const take = (from: number, to: number, inName: boolean): void => {
      for (let place = from; place < to; place++) {
        const rank = quality[place] ?? matchQuality.none
        if (rank === matchQuality.none) continue
        if (isHidden[place] === 1) {
          hidden++
          if (!showHidden) continue
        }
        total++
        // While enough names start with the query, only an exact match can still come before them.
        if (!inName && rank < matchQuality.whole && nameStarting && nameStarting.length >= limit) continue
        const step = inName ? 0 : stepOf(place)
        const list = found[rankOf(place, rank, inName) * closenessSteps + step]
        if (list && list.length < limit) list.push(place)
      }
    }
    take(nameFrom, nameTo, true)
    take(0, nameFrom, false)
    take(nameTo, names.length, false)
    const best = found.toReversed().flat().slice(0, limit)
    return {
      rows: best.flatMap((place) => {
        const row = rows[place]
        return row ? { ...row.company, inactive: row.inactive } : []
      }),
      total,
      hidden,
    }
  }
  return { search }
}
