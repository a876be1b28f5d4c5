// The company index: search as you type over hundreds of thousands of rows, by name, identifier and id.
import { type Company, isInactiveStatus, type RowOf } from '../../shared/reference/collections.ts'
import { simplify, wordsOf } from '../../shared/reference/textSearch.ts'
import { buildLexicon, lowerBound, matchQuality } from './lexicon.ts'
import { orderOf } from './rankOrder.ts'

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

/** Below this many matches, typing mistakes are forgiven too. */
const fewMatches = 10
/** As many words of the last queries are kept: while one word is typed, the others need not be searched again. */
const keptWords = 16
const largestId = 2_147_483_647
/** More rows than any organisation has companies; ids times this still fit a number exactly. */
const idStep = 2 ** 21

type Entry = { company: Company; name: string; identifier: string; inactive: boolean; hidden: boolean }

/** Builds the index once per snapshot. Statuses decide who is inactive; without them nobody is. */
export function buildCompanyIndex(
  companies: readonly Company[],
  statuses: readonly RowOf<'companyStatuses'>[] | undefined,
): CompanyIndex {
  const inactiveStatuses = new Set(statuses?.filter(isInactiveStatus).map(({ id }) => id))
  const simplified = companies.map((company): Entry => {
    const inactive = company.status ? inactiveStatuses.has(company.status.id) : false
    return {
      company,
      name: simplify(company.name ?? ''),
      identifier: simplify(company.identifier ?? ''),
      inactive,
      hidden: company.deletedFlag === true || inactive,
    }
  })
  // In the order the companies came, in which their texts lie side by side in memory.
  const columns = {
    names: simplified.map(({ name }) => name),
    identifiers: simplified.map(({ identifier }) => identifier),
  }
  const order = orderOf(columns.names)
  // In the order of the alphabet, so that equal matches come out sorted without sorting them on every key.
  const entries: Entry[] = []
  const isHidden = new Uint8Array(order.length)
  /** Id and row in one number, sorted by id. */
  const rowsById = new Float64Array(order.length)
  const rowOf = new Uint32Array(order.length)
  for (let row = 0; row < order.length; row++) {
    const place = order[row] ?? 0
    const entry = simplified[place]
    if (!entry) continue
    rowOf[place] = row
    entries.push(entry)
    isHidden[row] = entry.hidden ? 1 : 0
    rowsById[row] = entry.company.id * idStep + row
  }
  rowsById.sort()
  const names = entries.map(({ name }) => name)
  const lexicon = buildLexicon([columns.names, columns.identifiers], rowOf)
  const searched = new Map<string, Uint8Array>()

  /** Marks the rows whose id is the number or starts with it. */
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
  const markMatches = (word: string): Uint8Array => {
    const marks = new Uint8Array(entries.length)
    lexicon.mark(word, marks)
    markIds(word, marks)
    return marks
  }
  const markSlips = (word: string): Uint8Array => {
    const marks = marksOf(word, false).slice()
    lexicon.markSlips(word, marks)
    return marks
  }
  const marksOf = (word: string, forgiving: boolean): Uint8Array => {
    const key = forgiving ? `${word}~` : word
    const marks = searched.get(key) ?? (forgiving ? markSlips(word) : markMatches(word))
    // Set again even when known: the map's order is the order of use.
    searched.delete(key)
    searched.set(key, marks)
    for (const oldest of [...searched.keys()].slice(0, -keptWords)) searched.delete(oldest)
    return marks
  }
  /** The quality of each row: the worst of its words, so every word has to match. */
  const qualityOf = (words: readonly string[], forgiving: boolean): Uint8Array => {
    const [first, ...others] = words.map((word) => marksOf(word, forgiving))
    if (!first) return new Uint8Array(entries.length).fill(matchQuality.whole)
    if (others.length === 0) return first
    const quality = first.slice()
    for (const marks of others) {
      for (let row = 0; row < quality.length; row++) {
        if ((marks[row] ?? 0) < (quality[row] ?? 0)) quality[row] = marks[row] ?? 0
      }
    }
    return quality
  }

  const search: CompanyIndex['search'] = (text, limit, showHidden) => {
    const query = simplify(text.replace(/^\s*#/, ''))
    const words = wordsOf(query)
    if (words.length === 0 && query !== '') return { rows: [], total: 0, hidden: 0 }
    const strict = qualityOf(words, false)
    const quality = hasFew(strict) ? qualityOf(words, true) : strict
    const id = /^\d+$/.test(query) ? Number(query) : undefined
    const nameFrom = query === '' ? 0 : lowerBound(names, query)
    const nameTo = query === '' ? 0 : lowerBound(names, `${query}\uffff`)

    /** Entries by rank, each list in the order of the alphabet and no longer than needed. */
    const found: Entry[][] = Array.from({ length: exact + 1 }, () => [])
    let total = 0
    let hidden = 0
    const take = (row: number, inName: boolean): void => {
      const rank = quality[row] ?? matchQuality.none
      if (rank === matchQuality.none) return
      hidden += isHidden[row] ?? 0
      if (isHidden[row] === 1 && !showHidden) return
      total++
      // While enough names start with the query, only an exact match can still come before them.
      if (!inName && rank < matchQuality.whole && (found[nameStarts]?.length ?? 0) >= limit) return
      const entry = entries[row]
      const list = entry && found[rankOf(entry, rank, inName)]
      if (list && list.length < limit) list.push(entry)
    }
    /** What is equal has every word whole, what starts alike has every word started: the others are not compared. */
    const rankOf = (entry: Entry, rank: number, inName: boolean): number => {
      const { name, identifier, company } = entry
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

function hasFew(quality: Uint8Array): boolean {
  let matches = 0
  for (let row = 0; row < quality.length && matches < fewMatches; row++)
    if (quality[row] !== matchQuality.none) matches++
  return matches < fewMatches
}
