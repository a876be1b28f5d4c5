// Reads the pages of a long list that follow its first ones, several at once. A count says how many may be left, no more.
import type { Reply } from '../failure/failure.ts'
import type { Page } from '../transport/client.ts'
import { atMost } from '../transport/conditions.ts'
import { hasMoved, mayLackRows, settleEnd } from './endOfList.ts'
import { readCount, type End, endOf, type ListReadOptions, type Pages, pageSize } from './listPages.ts'
import {
  rowId,
  type ListFailure,
  type RowCollector,
  type ListReading,
  type UsableRow,
} from './rowCollector.ts'
import { walkList } from './walkList.ts'

/** Pages asked for at once: one more than the client's own line lets through, so that a place in it is never empty. */
const atOnce = 5
/** From this many pages on, the reads that prove that nothing moved are a small part of all. */
const pagesToCheck = 30

/** What the first pages showed. */
export type Begun = {
  pages: Pages
  /** The number of the last page read. */
  page: number
  /** The most rows a page had. */
  longest: number
  /** Rows of a page that is not the last one. */
  cut: number
  /** The last id of each page, where pages come full. */
  borders: readonly number[]
}

/** Reads on from the first pages, which are collected already. */
export async function readRest<T extends UsableRow>(
  options: ListReadOptions<T>,
  collected: RowCollector<T>,
  begun: Begun,
): Promise<ListReading<T>> {
  const { pages, cut, borders } = begun
  const isFull = cut >= (options.atOnce ?? pageSize)
  const [count, top] = await Promise.all([readCount(options), isFull ? highestOf(pages) : null])
  // Without a count nothing tells afterwards whether rows moved.
  if (count === null && isFull) return walkList(options, pages, collected)
  const isChecked = isFull || (count ?? 0) / cut >= pagesToCheck
  const told = isChecked ? (top ?? (await highestOf(pages))) : null
  // One that is lower than rows that came was not sorted for.
  const highest = told !== null && told >= collected.highest() ? told : null
  // What slipped over the first borders has done so already.
  const [{ end, error, total, empties }, slipped] = await Promise.all([
    readNumbered(collected, begun, count),
    hasMoved(options, collected, borders),
  ])
  if (error) return collected.stopped(error)
  if (mayLackRows(begun.page, options, collected)) return walkList(options, pages, collected)
  // Several empty pages after the last one have contradicted the count already.
  if (total !== null && empties > 1 && !collected.overlaps())
    return collected.done(total > collected.size() ? total : null)
  // A count that rows have passed is wrong, and the same server's other counts prove nothing either.
  if (total === null || total !== collected.size()) return settleEnd(options, pages, collected, end, total)
  if (highest === null || collected.hasUnusable()) return collected.done()
  // A row removed meanwhile pulls a later one over a page border unseen, and a new row hides that in the plain count.
  const still = await readCount(options, atMost('id', highest))
  const unmoved = still === total && collected.sizeUpTo(highest) === total && !slipped
  return unmoved ? collected.done() : walkList(options, pages, collected)
}

async function highestOf(pages: Pages): Promise<number | null> {
  const answer = await pages.highest()
  return answer.ok ? rowId(answer.value.rows[0]) : null
}

type Answered = { number: number; answer: Reply<Page> }

type Numbered = { end: End; error: ListFailure | null; total: number | null; empties: number }

/** Reads pages by number until one of them, or the count, says that it was the last. */
async function readNumbered<T extends UsableRow>(
  collected: RowCollector<T>,
  { pages, page, longest, cut }: Begun,
  count: number | null,
): Promise<Numbered> {
  let total = count
  let next = page + 1
  let running = 0
  let empties = 0
  let error: ListFailure | null = null
  let ended: { page: number; end: End } | null = null
  /** The last page that brought something, and whether it told of another one. */
  let last = { page, hasNext: false }
  collected.expect(total)

  const isComplete = () => total === collected.size() && !last.hasNext
  const isPlanned = () => !error && !ended && total !== null && (next - 1) * cut < total
  const isWanted = () => {
    if (error || ended || isComplete()) return false
    return total === null || isPlanned() || running === 0
  }
  const take = ({ number, answer }: Answered) => {
    if (!answer.ok) {
      error ??= answer.error
      return
    }
    const fresh = collected.add(answer.value)
    const told = endOf(answer.value, fresh, longest)
    // A page may be short because some of its rows are hidden (directus, issue 2288), where a count says that more follow.
    const end = told === 'short' && total !== null && total > collected.size() ? null : told
    error ??= collected.overflow()
    if (end === 'empty') empties += 1
    if (fresh > 0 && number > last.page) last = { page: number, hasNext: answer.value.hasNext }
    if (end && number < (ended?.page ?? Number.POSITIVE_INFINITY)) ended = { page: number, end }
    // A count that is passed is ignored.
    if (total !== null && collected.size() > total) {
      total = null
      collected.expect(null)
    }
  }
  const ask = async (): Promise<Answered> => {
    const number = next
    next += 1
    running += 1
    return { number, answer: await pages.numbered(number) }
  }
  const work = async () => {
    for (let asked = isWanted() ? ask() : null; asked; ) {
      const answered = await asked
      // The next page is asked for before this one is looked at, unless this one looks like the last.
      const isWhole = answered.answer.ok && answered.answer.value.rows.length >= cut
      const following = isWhole && isPlanned() ? ask() : null
      take(answered)
      running -= 1
      asked = following ?? (isWanted() ? ask() : null)
    }
  }
  for (;;) {
    await Promise.all(Array.from({ length: atOnce }, work))
    const { page: at, end } = endedOf()
    if (error || end === null || last.page <= at) return { end, error, total, empties }
    // Later pages that were on their way brought rows, so it was not the end.
    ended = null
    next = last.page + 1
  }

  // Read through a function: what the work set meanwhile is seen.
  function endedOf(): { page: number; end: End } {
    return ended ?? { page: Number.POSITIVE_INFINITY, end: null }
  }
}
