// Takes secrets out of text that came from elsewhere, in every spelling they can travel in; where one may be left, the whole text.
import { createSecretSearch } from './findSecrets.ts'
import { anyWriting, formsOf, isRandom, piecesOf, spellingsOf } from './spellings.ts'
import { isWrittenOtherwise, decodingsOf, withPlainLetters, writtenOut } from './decodings.ts'
import { replaceEach } from '../../shared/text/replaceEach.ts'

const withheld = '[not shown: it repeats a key]'
/** Shorter texts would mask ordinary words and hide nothing worth hiding. */
const shortestSecret = 4

/** Longer texts are not decoded twice: errors are cut to less, and no name of a record is as long. */
const longestDecoded = 20_000

/** Of one answer, so many texts that repeat a key are shown with a mask in them, none of them longer than this. */
const mostShown = 100
const longestShown = 2_000

export type Mask = {
  /** The text without secrets. Meant for the other side's words: it would damage ours. */
  (text: string): string
  /** The same for every text in a value, at any depth; the value itself where `text`, which it was read from, holds none. */
  value: (value: unknown, text: string) => unknown
}

/** What JSON writes in a text in place of line ends, tabs and signs that are not seen. */
const unseenInJson = /\\(?:[nrtfb]|u00[01][0-9a-f]|u200[b-f]|u00ad|ufeff)/gi

/** Makes the mask of some secrets; `masked` stands where one was. */
export function createMask(secrets: readonly string[], masked = '[masked]'): Mask {
  const given = [...new Set(secrets)].filter(({ length }) => length >= shortestSecret)
  if (given.length === 0) return Object.assign((text: string) => text, { value: (value: unknown) => value })
  const spellings = [...new Set(given.flatMap(spellingsOf))].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(spellings.map((text) => replaceEach(text, /\W+/gu, anyWriting)).join('|'), 'gi')
  const search = createSecretSearch(
    given.flatMap((secret) => [...formsOf(secret), ...piecesOf(secret)]),
    given.filter(isRandom),
  )
  const holds = (text: string): boolean => search.holds(withPlainLetters(text))
  /** Of an answer, which may be long: what is packed, or written sign by sign in numbers, is read as what it writes. */
  const holdsAnywhere = (text: string): boolean =>
    holds(text) ||
    (text.includes('\\') && holds(text.replace(unseenInJson, ''))) ||
    (isWrittenOtherwise(text) && writtenOut(text).some(holds))
  const mask = (text: string): string => {
    const shown = text.replace(pattern, masked)
    const isLeft = shown.length > longestDecoded ? holdsAnywhere(shown) : decodingsOf(shown).some(holds)
    return isLeft ? withheld : shown
  }
  /** Hides what the texts of a value repeat. To look at one closely takes its time, so after many nothing more is shown. */
  const cover = (value: unknown): unknown => {
    let covered = 0
    const textOf = (text: string): string => {
      if (!holdsAnywhere(text)) return search.holdsPiece(text) ? withheld : text
      covered += 1
      return covered > mostShown || text.length > longestShown ? withheld : mask(text)
    }
    const inside = (inner: unknown): unknown => {
      if (typeof inner === 'string') return textOf(inner)
      if (Array.isArray(inner)) return inner.map(inside)
      if (typeof inner !== 'object' || inner === null) return inner
      return Object.fromEntries(Object.entries(inner).map(([name, member]) => [textOf(name), inside(member)]))
    }
    return inside(value)
  }
  return Object.assign(mask, {
    value: (value: unknown, text: string) => (holdsAnywhere(text) ? cover(value) : value),
  })
}
