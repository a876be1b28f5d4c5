// The search libraries ours is measured against, each set up over the same companies as its own guide advises for search as you type.
import UFuzzy from '@leeoniya/ufuzzy'
import { Index as FlexSearchIndex } from 'flexsearch'
import { go, snapshot } from 'fuzzysort'
import MiniSearch from 'minisearch'
import type { Company } from '../../../shared/reference/collections.ts'
import { fold } from '../../../shared/text/fold.ts'

export type Searcher = {
  readonly name: string
  /** Ids of companies, best match first. */
  readonly search: (text: string, limit: number) => readonly number[]
}

/** Rows that are on offer, as name, identifier and id. */
export type PeerRow = { id: number; name: string; identifier: string }

export const peerRowsOf = (companies: readonly Company[]): PeerRow[] =>
  companies.map(({ id, name, identifier }) => ({ id, name: name ?? '', identifier: identifier ?? '' }))

function createUFuzzy(rows: readonly PeerRow[]): Searcher {
  const search = new UFuzzy({ intraMode: 1 })
  const texts = UFuzzy.latinize(rows.map(({ id, name, identifier }) => `${name} ${identifier} ${id}`))
  return {
    name: 'uFuzzy',
    search: (text, limit) => {
      const [found, info, order] = search.search(texts, UFuzzy.latinize(text), 4)
      const places = order ? order.map((place) => info.idx[place] ?? -1) : (found ?? [])
      return places.slice(0, limit).map((place) => rows[place]?.id ?? -1)
    },
  }
}

function createMiniSearch(rows: readonly PeerRow[]): Searcher {
  const index = new MiniSearch<PeerRow>({
    fields: ['name', 'identifier', 'id'],
    processTerm: (term) => fold(term),
    searchOptions: { prefix: true, fuzzy: 0.2 },
  })
  index.addAll(rows)
  return {
    name: 'MiniSearch',
    search: (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => Number(id)),
  }
}

function createFlexSearch(rows: readonly PeerRow[]): Searcher {
  const index = new FlexSearchIndex({ tokenize: 'forward', encoder: 'LatinBalance' })
  for (const { id, name, identifier } of rows) index.add(id, `${name} ${identifier} ${id}`)
  return {
    name: 'FlexSearch',
    search: (text, limit) => index.search(text, { limit, suggest: true }).map(Number),
  }
}

function createFuzzysort(rows: readonly PeerRow[]): Searcher {
  const prepared = snapshot(rows, {
    keys: ['name', 'identifier', ({ id }) => String(id)],
  })
  return {
    name: 'fuzzysort',
    search: (text, limit) => go(text, prepared, { limit }).map(({ obj }) => obj.id),
  }
}

export const createPeers = (rows: readonly PeerRow[]): readonly Searcher[] => [
  createUFuzzy(rows),
  createMiniSearch(rows),
  createFlexSearch(rows),
  createFuzzysort(rows),
]
