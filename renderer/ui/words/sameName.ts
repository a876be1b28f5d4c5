// Two things of one name: said where the name is given, never refused.
import { fold } from '../../../shared/text/fold.ts'

type Said = { severity: 'info'; message: string }

/** What to say of a name that `others` have as well; case and accents do not tell names apart. */
export function sameName(name: string, others: readonly string[], what: string): Said[] {
  const wanted = fold(name.trim())
  const same = others.filter((other) => fold(other.trim()) === wanted).length
  if (wanted === '' || same === 0) return []
  const who = same === 1 ? `Another ${what} has` : `${same} other ${what}s have`
  return [{ severity: 'info', message: `${who} this name as well.` }]
}
