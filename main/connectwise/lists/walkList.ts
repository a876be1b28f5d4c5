// Reads a list row after row by id: slower than by page number, but rows that come and go meanwhile shift nothing.
import { readCount, type End, endOf, type ListReadOptions, type Pages } from './listPages.ts'
import {
  createRowCollector,
  type ListFailure,
  listMovedFailure,
  type RowCollector,
  type ListReading,
  type UsableRow,
} from './rowCollector.ts'

/** How a walk ended, or what stopped it. */
export type WalkedList = { end: End; error: ListFailure | null }

/** Takes in the rows above an id, to the end of the list. */
export async function walkOn<T extends UsableRow>(
  pages: Pages,
  collected: RowCollector<T>,
  from: number,
): Promise<WalkedList> {
  let longest = 0
  for (let last = from; ; ) {
    const answer = await pages.after(last)
    if (!answer.ok) return { end: null, error: answer.error }
    const end = endOf(answer.value, collected.add(answer.value), longest)
    const error = collected.overflow()
    if (end || error) return { end, error }
    longest = Math.max(longest, answer.value.rows.length)
    last = collected.highest()
  }
}

/**
 * Reads a list anew by id. Where the server does not know this mode, the rows read by page number are all there is: they are
 * taken where reading them once more brings the same ones.
 */
export async function walkList<T extends UsableRow>(
  options: ListReadOptions<T>,
  pages: Pages,
  paged: RowCollector<T>,
): Promise<ListReading<T>> {
  const collected = createRowCollector(options)
  const { end, error } = await walkOn(pages, collected, 0)
  if (error) return collected.stopped(error)
  if (collected.size() >= paged.size()) return collected.done()
  if (end !== 'repeated') {
    const count = await readCount(options)
    return count !== null && count > collected.size() ? paged.stopped(listMovedFailure) : collected.done()
  }
  // It started from the front again.
  return !paged.overlaps() && (await isStill(options, pages, paged))
    ? paged.done()
    : paged.stopped(listMovedFailure)
}

/** Whether the pages bring the same rows once more. */
async function isStill<T extends UsableRow>(
  options: ListReadOptions<T>,
  pages: Pages,
  paged: RowCollector<T>,
): Promise<boolean> {
  const collected = createRowCollector({ ...options, onRows: undefined })
  let longest = 0
  for (let page = 1; ; page += 1) {
    const answer = await pages.numbered(page)
    if (!answer.ok || collected.overflow()) return false
    const end = endOf(answer.value, collected.add(answer.value), longest)
    longest = Math.max(longest, answer.value.rows.length)
    if (end) return collected.isSameAs(paged)
  }
}
