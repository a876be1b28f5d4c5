// How people type a company they know: ten kinds of queries, sixty of each, drawn evenly from the companies on offer.
import { createRandom, type Random } from '../../../main/demo/world/random.ts'
import type { Company } from '../../../shared/reference/collections.ts'
import { fold } from '../../../shared/text/fold.ts'

const queriesPerKind = 60
/** Shorter words are seldom mistyped, and a slip in one leaves nothing to go by. */
const shortestMistyped = 3

/** `wanted` is the id of the company that has to come first. */
export type Query = { text: string; wanted: number }

const wordsOf = (name: string): string[] => name.split(' ')

/** A letter left out, doubled by another, wrong, or swapped with the next; the first letter stays. */
function mistype(word: string, random: Random): string {
  const letters = Array.from(word)
  const place = random.int(1, letters.length - 1)
  const letter = random.pick(Array.from('abcdefghijklmnopqrstuvwxyz'))
  const slip = random.int(0, 3)
  if (slip === 0) letters.splice(place, 1)
  else if (slip === 1) letters.splice(place, 0, letter)
  else if (slip === 2) letters.splice(place, 1, letter)
  else letters.splice(place - 1, 2, letters[place] ?? '', letters[place - 1] ?? '')
  return letters.join('')
}

const isMistyped = (word: string): boolean => word.length >= shortestMistyped

function withOneSlip(name: string, random: Random): string {
  const words = wordsOf(name)
  const long = words.flatMap((word, place) => (isMistyped(word) ? [place] : []))
  const chosen = random.pick(long)
  return words.map((word, place) => (place === chosen ? mistype(word, random) : word)).join(' ')
}

type Kind = {
  /** Companies of which it can be typed so at all. */
  from?: (name: string) => boolean
  typed: (company: { id: number; name: string; identifier: string }, random: Random) => string
}

export const queryKinds: Readonly<Record<string, Kind>> = {
  'whole name': { typed: ({ name }) => name },
  'without accents': { from: (name) => fold(name) !== name.toLowerCase(), typed: ({ name }) => fold(name) },
  'one slip': { typed: ({ name }, random) => withOneSlip(name, random) },
  'a slip in each word': {
    typed: ({ name }, random) =>
      wordsOf(name)
        .map((word) => (isMistyped(word) ? mistype(word, random) : word))
        .join(' '),
  },
  'words swapped': { typed: ({ name }) => wordsOf(name).toReversed().join(' ') },
  'beginnings of words': {
    typed: ({ name }) =>
      wordsOf(name)
        .map((word) => word.slice(0, 4))
        .join(' '),
  },
  'without signs': {
    from: (name) => /[^\p{L}\p{N} ]/u.test(name),
    typed: ({ name }) => name.replaceAll(/[^\p{L}\p{N} ]/gu, '').replaceAll(/ +/g, ' '),
  },
  'without blanks': { typed: ({ name }) => name.replaceAll(' ', '').toLowerCase() },
  identifier: { typed: ({ identifier }) => identifier },
  id: { typed: ({ id }) => String(id) },
}

/** The queries of a kind: companies at even distances, so that every part of the list is asked for. */
export function queriesOf(kind: Kind, companies: readonly Company[]): Query[] {
  const random = createRandom(60)
  const fit = companies.filter(({ name }) => Boolean(name) && (kind.from?.(name ?? '') ?? true))
  return Array.from({ length: queriesPerKind }, (_, place) => {
    const { id, name, identifier } = fit[Math.floor((place * fit.length) / queriesPerKind)] ?? {
      id: 0,
      name: '',
      identifier: '',
    }
    return { text: kind.typed({ id, name: name ?? '', identifier: identifier ?? '' }, random), wanted: id }
  })
}
