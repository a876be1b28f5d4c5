// Searching 100,000 companies: how long each key press takes, and how often the company meant comes first, beside four libraries.
import { buildCompanyIndex } from '../../../main/search/companySearch.ts'
import { isInactiveStatus } from '../../../shared/reference/collections.ts'
import { figure, p95 } from '../figure.ts'
import { createPeers, peerRowsOf, type Searcher } from './peers.ts'
import { queriesOf, type Query, queryKinds } from './queries.ts'
import { readHugeSnapshot } from './snapshot.ts'
import { keyPresses } from './typed.ts'

/** As many rows as the picker asks for. */
const limit = 200
/** A peer that finds this share of what ours finds, in all kinds of queries together, finds as much: none finds more. */
const asMuch = 0.7

/** The 95th percentile of the milliseconds of each key press. */
const timePresses = ({ search }: Searcher): number =>
  p95(
    keyPresses.map((text) => {
      const start = performance.now()
      search(text, limit)
      return performance.now() - start
    }),
  )

/** How many of the queries have the company meant in the first place. */
const countFirsts = ({ search }: Searcher, queries: readonly Query[]): number =>
  queries.filter(({ text, wanted }) => search(text, limit)[0] === wanted).length

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

export async function measure() {
  const { companies = [], companyStatuses } = (await readHugeSnapshot()).collections
  const index = buildCompanyIndex(companies, companyStatuses)
  const inactive = new Set(companyStatuses?.filter(isInactiveStatus).map(({ id }) => id))
  const onOffer = companies.filter(
    ({ deletedFlag, status }) => deletedFlag !== true && !(status && inactive.has(status.id)),
  )
  const ours: Searcher = {
    name: 'ours',
    search: (text, most) => index.search(text, most, false).rows.map(({ id }) => id),
  }
  const value = timePresses(ours)
  const kinds = Object.entries(queryKinds).map(([name, kind]) => ({
    name,
    queries: queriesOf(kind, onOffer),
  }))
  const count = (searcher: Searcher): number[] => kinds.map(({ queries }) => countFirsts(searcher, queries))
  const found = count(ours)
  const peers = createPeers(peerRowsOf(onOffer)).map((peer) => ({
    name: peer.name,
    ms: timePresses(peer),
    found: count(peer),
  }))
  const ratios = kinds.map(({ name }, place) => {
    const best = Math.max(...peers.map((peer) => peer.found[place] ?? 0))
    const each = peers.map((peer) => `${peer.name} ${peer.found[place]}`).join(', ')
    console.log(`  ${name}: ours ${found[place]}, ${each}`)
    return { ours: found[place] ?? 0, best, ratio: (found[place] ?? 0) / Math.max(1, best) }
  })
  const lowest = ratios.toSorted((one, other) => one.ratio - other.ratio)[0] ?? { ours: 0, best: 0 }
  const rivals = peers.filter((peer) => total(peer.found) >= asMuch * total(found))
  const fastest = rivals.toSorted((one, other) => one.ms - other.ms)[0]
  return [
    figure({
      name: 'company-search-100k',
      value,
      unit: 'ms',
      goal: { most: 5, ...(fastest && { mostRatio: 0.5 }) },
      ...(fastest && { peer: { name: fastest.name, value: fastest.ms } }),
    }),
    figure({
      name: 'company-search-recall',
      value: lowest.ours,
      unit: 'of 60',
      goal: { leastRatio: 1 },
      peer: { name: 'the best of four', value: lowest.best },
    }),
  ]
}
