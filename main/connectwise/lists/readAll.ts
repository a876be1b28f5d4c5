// Reads one list completely, page after page. It ends on evidence only, and a count is a claim.
import type { FailureCode, Reply } from '../failure/failure.ts'
import type { Page } from '../transport/client.ts'
import { hasMoved, mayLackRows, settleEnd } from './endOfList.ts'
import { readCount, createPages, endOf, type ListReadOptions, type Pages, pageSize } from './listPages.ts'
import { createRowCollector, rowId, type ListReading, type UsableRow } from './rowCollector.ts'
import { readRest } from './restOfList.ts'
import { walkList } from './walkList.ts'

/**
 * Pages read one by one before a count is worth its request: where pages come full, where the server cuts them, and where
 * it cuts them and gives rows by id, which needs no count.
 */
const alone = { full: 2, cut: 10, byId: 60 }

/** Reads a list to its end. What was read before a failure is kept. */
export async function readAll<T extends UsableRow>(options: ListReadOptions<T>): Promise<ListReading<T>> {
  const { longest = { rows: 0 }, atOnce = pageSize } = options
  const collected = createRowCollector(options)
  const pages = createPages(options)
  const borders: number[] = []
  let cut = 0
  /** Whether the server may know how to give rows by id: what comes and goes meanwhile shifts nothing then. */
  let byId = !options.unordered
  /** The most rows a page of this list had. One that is longer than one before it shows that pages are not cut at one length. */
  let most = 0
  let isUneven = false
  for (let page = 1; ; page += 1) {
    const isByRow = byId && cut > 0 && cut < atOnce && !collected.hasUnusable() && collected.isOrdered()
    const rows = isByRow ? await askById(pages, page, collected.highest()) : null
    if (isByRow && !rows) byId = false
    const answer = rows ?? (await pages.numbered(page))
    if (!answer.ok) return collected.stopped(answer.error)
    const fresh = collected.add(answer.value)
    const { length } = answer.value.rows
    isUneven ||= page > 1 && length > most
    most = Math.max(most, length)
    const before = isUneven ? 0 : longest.rows
    longest.rows = Math.max(longest.rows, length)
    let end = endOf(answer.value, fresh, before)
    if (page === 1 && !end && longest.others) {
      await longest.others()
      end = endOf(answer.value, fresh, longest.rows)
    }
    const overflow = collected.overflow()
    if (overflow) return collected.stopped(overflow)
    if (end === 'repeated' || (end && collected.overlaps()))
      return settleEnd(options, pages, collected, end, await readCount(options))
    if (end)
      return mayLackRows(page, options, collected) || (await hasMoved(options, collected, borders))
        ? walkList(options, pages, collected)
        : collected.done()
    cut ||= length
    const alonePages = cut >= atOnce ? alone.full : isByRow && byId ? alone.byId : alone.cut
    if (cut >= atOnce || page === alone.byId) borders.push(collected.highest())
    if (page >= alonePages)
      return readRest(options, collected, { pages, page, longest: isUneven ? 0 : longest.rows, cut, borders })
  }
}

/** A server that does not know the mode may also refuse what it is asked with. */
const refusals: readonly FailureCode[] = ['condition-refused', 'request-refused', 'server-error', 'not-found']

/** The rows above an id; null where the server gives others than those, which an order by page number has to settle. */
async function askById(pages: Pages, page: number, id: number): Promise<Reply<Page> | null> {
  const answer = await pages.onward(page, id)
  if (!answer.ok) return refusals.includes(answer.error.code) ? null : answer
  let last = id
  const isByRow = answer.value.rows.every((raw) => {
    const before = last
    last = rowId(raw) ?? 0
    return last > before
  })
  return isByRow ? answer : null
}
