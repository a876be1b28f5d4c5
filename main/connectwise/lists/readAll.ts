// Reads one list completely, page after page. It ends on evidence only, and a count is a claim.
import { hasMoved, settleEnd } from './endOfList.ts'
import { countOf, createPages, endOf, type ListOptions, pageSize } from './listPages.ts'
import { createPile, type Reading, type Row } from './pile.ts'
import { readRest } from './restOfList.ts'
import { walk } from './walk.ts'

/** Pages read one by one before a count is worth its request: where pages come full, and where the server cuts them. */
const alone = { full: 2, cut: 10 }

/** Reads a list to its end. What was read before a failure is kept. */
export async function readAll<T extends Row>(options: ListOptions<T>): Promise<Reading<T>> {
  const { longest = { rows: 0 } } = options
  const pile = createPile(options)
  const pages = createPages(options)
  const borders: number[] = []
  let cut = 0
  for (let page = 1; ; page += 1) {
    const answer = await pages.numbered(page)
    if (!answer.ok) return pile.stopped(answer.error)
    const fresh = pile.add(answer.value)
    const before = longest.rows
    longest.rows = Math.max(before, answer.value.rows.length)
    let end = endOf(answer.value, fresh, before)
    if (page === 1 && !end && longest.others) {
      await longest.others()
      end = endOf(answer.value, fresh, longest.rows)
    }
    const overflow = pile.overflow()
    if (overflow) return pile.stopped(overflow)
    if (end === 'repeated') return settleEnd(pages, pile, end, await countOf(options))
    if (end) return (await hasMoved(options, pile, borders)) ? walk(options, pages, pile) : pile.done()
    cut ||= answer.value.rows.length
    if (cut >= pageSize) borders.push(pile.highest())
    if (page === (cut < pageSize ? alone.cut : alone.full))
      return readRest(options, pile, { pages, page, longest: longest.rows, cut, borders })
  }
}
