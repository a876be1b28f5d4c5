// How near a company's name is to what was typed, where the words alone do not decide: other words, their order, left-out blanks.
import { searchWords } from '../../shared/reference/textSearch.ts'
import { matchQuality } from './lexicon.ts'

/** More other words than this are too many to be told apart, and so is more that is missing. */
const mostOthers = 2
const mostMissing = 7
/** How many steps of closeness there are; the last is the closest. */
export const closenessSteps = 2 * (mostOthers + 1) * (mostMissing + 1)

/** Whether words of the name begin with the first letters of what was typed, one after the other: true of most slips, too. */
function isInOrder(name: string, words: readonly string[]): boolean {
  let wanted = 0
  for (let at = 0; at >= 0 && wanted < words.length; at = name.indexOf(' ', at + 1)) {
    const start = at === 0 ? 0 : at + 1
    if (name.charCodeAt(start) === words[wanted]?.charCodeAt(0)) wanted++
  }
  return wanted === words.length
}

function countOthers(name: string, words: readonly string[]): number {
  let others = 1 - words.length
  for (let at = name.indexOf(' '); at >= 0 && others < mostOthers; at = name.indexOf(' ', at + 1)) others++
  return Math.max(0, others)
}

/**
 * Higher is closer: first the name whose words match best in all, then the one with fewest words that were not typed,
 * then the one with the words in the order typed. `marks` say per word typed how well each row matches it.
 */
export function closenessOf(
  name: string,
  words: readonly string[],
  marks: readonly Uint8Array[],
  row: number,
): number {
  let missing = 0
  for (const ofWord of marks) missing += matchQuality.whole - (ofWord[row] ?? 0)
  const near = mostMissing - Math.min(missing, mostMissing)
  const few = mostOthers - countOthers(name, words)
  return (near * (mostOthers + 1) + few) * 2 + (isInOrder(name, words) ? 1 : 0)
}

/** How well a name fits text typed without blanks and signs; an `and` may be left out as `&` is. */
export function gluedQuality(name: string, glued: string): number {
  let rest = glued
  for (const word of searchWords(name)) {
    if (rest === '') return matchQuality.start
    if (rest.startsWith(word)) rest = rest.slice(word.length)
    else if (word !== 'and') return word.startsWith(rest) ? matchQuality.start : matchQuality.none
  }
  return rest === '' ? matchQuality.whole : matchQuality.none
}
