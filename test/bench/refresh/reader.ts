// Reads all reference data once, as Refresh does; tells how long that took, how much came, and what memory it needed.
import { createClient, type Keys } from '../../../main/connectwise/transport/client.ts'
import { refreshReference } from '../../../main/connectwise/reference/refresh.ts'
import { collectionNames } from '../../../shared/reference/collectionNames.ts'
import type { Collections } from '../../../shared/reference/collections.ts'
import { inputOf } from '../processes.ts'

/** `bytes`: the most memory that was ever resident, above what was before the first request. */
export type Read = { ms: number; rows: number; pages: number; bytes: number }

const keys = inputOf<Keys>()

const rowsPerPage = 1000
const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / rowsPerPage))

/** The fewest pages that hold the collections: each board's statuses are a list of their own. */
const fewestPages = (collections: Collections): number =>
  collectionNames.reduce(
    (pages, name) =>
      pages +
      (name === 'statuses' ? (collections.boards?.length ?? 0) : pagesOf(collections[name]?.length ?? 0)),
    0,
  )

const client = createClient({ fetch: (request) => fetch(request), keys, allowLoopbackHttp: true })
globalThis.gc?.()
const idle = process.memoryUsage.rss()
const start = performance.now()
const read = await refreshReference({
  client,
  connection: { name: 'Benchmark', environment: 'sandbox', site: keys.site, companyId: keys.companyId },
  previous: null,
  signal: new AbortController().signal,
  onProgress: () => {},
})
const ms = performance.now() - start
if (!read.ok) throw new Error(read.error.message)
const { collections, partial } = read.value.snapshot
if (partial) throw new Error(`Not read to the end: ${partial.join(', ')}.`)
const result: Read = {
  ms,
  rows: collectionNames.reduce((sum, name) => sum + (collections[name]?.length ?? 0), 0),
  pages: fewestPages(collections),
  bytes: process.resourceUsage().maxRSS * 1024 - idle,
}
process.send?.(result, () => process.disconnect())
