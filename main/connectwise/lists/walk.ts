// Reads a list row after row by id: slower than by page number, but rows that come and go meanwhile shift nothing.
import { countOf, type End, endOf, type ListOptions, type Pages } from './listPages.ts'
import { createPile, type ListFailure, moved, type Pile, type Reading, type Row } from './pile.ts'

/** How a walk ended, or what stopped it. */
export type Walked = { end: End; error: ListFailure | null }

/** Takes in the rows above an id, to the end of the list. */
export async function walkOn<T extends Row>(pages: Pages, pile: Pile<T>, from: number): Promise<Walked> {
  let longest = 0
  for (let last = from; ; ) {
    const answer = await pages.after(last)
    if (!answer.ok) return { end: null, error: answer.error }
    const end = endOf(answer.value, pile.add(answer.value), longest)
    const error = pile.overflow()
    if (end || error) return { end, error }
    longest = Math.max(longest, answer.value.rows.length)
    last = pile.highest()
  }
}

/**
 * Reads a list anew by id. Where the server does not know this mode, the rows read by page number are all there is: they are
 * taken where reading them once more brings the same ones.
 */
export async function walk<T extends Row>(
  options: ListOptions<T>,
  pages: Pages,
  paged: Pile<T>,
): Promise<Reading<T>> {
  const pile = createPile(options)
  const { end, error } = await walkOn(pages, pile, 0)
  if (error) return pile.stopped(error)
  if (pile.size() >= paged.size()) return pile.done()
  if (end !== 'repeated') {
    const count = await countOf(options)
    return count !== null && count > pile.size() ? paged.stopped(moved) : pile.done()
  }
  // It started from the front again.
  return !paged.overlaps() && (await isStill(options, pages, paged)) ? paged.done() : paged.stopped(moved)
}

/** Whether the pages bring the same rows once more. */
async function isStill<T extends Row>(
  options: ListOptions<T>,
  pages: Pages,
  paged: Pile<T>,
): Promise<boolean> {
  const pile = createPile({ ...options, onRows: undefined })
  let longest = 0
  for (let page = 1; ; page += 1) {
    const answer = await pages.numbered(page)
    if (!answer.ok || pile.overflow()) return false
    const end = endOf(answer.value, pile.add(answer.value), longest)
    longest = Math.max(longest, answer.value.rows.length)
    if (end) return pile.isSameAs(paged)
  }
}
