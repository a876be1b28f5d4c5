// What to say of a name where it is given: another thing has it too, or signs are in it that nobody sees. Never refused.
import { fold } from '../../../shared/text/fold.ts'
import { holdsUnseen, typedName } from '../../../shared/text/typedName.ts'

type Said = { severity: 'info'; message: string }

/** What to say of a name that `others` have as well; case and accents do not tell names apart. */
export function sameName(name: string, others: readonly string[], what: string): Said[] {
  const wanted = fold(typedName(name))
  const same = others.filter((other) => fold(other.trim()) === wanted).length
  if (wanted === '' || same === 0) return []
  const who = same === 1 ? `Another ${what} has` : `${same} other ${what}s have`
  return [{ severity: 'info', message: `${who} this name as well.` }]
}

/** What to say of a name as it is typed or pasted, before it is kept without them. */
export const unseenSigns = (name: string): Said[] =>
  holdsUnseen(name)
    ? [{ severity: 'info', message: 'Signs that nobody sees are in it; they are left out.' }]
    : []
