// What is asked once more when a list seems to be at its end: whether rows moved meanwhile, and what a count says against it.
import { atMost } from '../transport/conditions.ts'
import { readCount, type End, type ListReadOptions, type Pages } from './listPages.ts'
import { listMovedFailure, type RowCollector, type ListReading, type UsableRow } from './rowCollector.ts'
import { walkList, walkOn } from './walkList.ts'

/** Whether rows at or below a border went while the pages after it were read: then others slipped over the border unseen. */
export async function hasMoved<T extends UsableRow>(
  options: ListReadOptions<T>,
  collected: RowCollector<T>,
  borders: readonly number[],
): Promise<boolean> {
  // Which of the borders a row without an id belongs to is not known.
  if (collected.hasUnusable()) return false
  const counts = await Promise.all(borders.map((id) => readCount(options, atMost('id', id))))
  return counts.some((count, index) => count !== null && count < collected.sizeUpTo(borders[index] ?? 0))
}

/**
 * Whether rows may have gone from page to page unseen: the list was asked for by id and came in another order, so that no
 * count up to an id shows what a row that goes meanwhile pulls over the border between two pages.
 */
export const mayLackRows = <T extends UsableRow>(
  pages: number,
  { unordered }: ListReadOptions<T>,
  collected: RowCollector<T>,
): boolean => pages > 1 && !unordered && !collected.isOrdered()

/**
 * Ends a list. Where a count claims more rows than came, what follows the last one is asked for once more: nothing there
 * means that the count is wrong, and both numbers are told. Pages that overlap, or come in no order, come of an order that
 * changes from page to page, so that rows are missed (inventree, issue 11442): then the list is read by id.
 */
export async function settleEnd<T extends UsableRow>(
  options: ListReadOptions<T>,
  pages: Pages,
  collected: RowCollector<T>,
  end: End,
  count: number | null,
): Promise<ListReading<T>> {
  if (count === null ? !collected.overlaps() : count <= collected.size()) return collected.done()
  if (count === null || collected.overlaps() || !collected.isOrdered())
    return walkList(options, pages, collected)
  const before = collected.size()
  const more = await walkOn(pages, collected, collected.highest())
  if (more.error) return collected.stopped(more.error)
  if (collected.size() > before) return collected.done(count > collected.size() ? count : null)
  // The same rows whatever is asked for: then nothing says that they are all.
  return end === 'repeated' && more.end === 'repeated'
    ? collected.stopped(listMovedFailure)
    : collected.done(count)
}
