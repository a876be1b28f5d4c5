// Whatever length and sameness the other side's words have, reading them is linear: main never stands still over an answer.
import { expect, it } from 'vitest'
import { wordsOfPage } from '../../../../../main/connectwise/failure/page.ts'
import * as phrasesAbroad from '../../../../../main/connectwise/failure/otherLanguages.ts'
import * as phrases from '../../../../../main/connectwise/failure/refusalPatterns.ts'
import { refusedFailure } from '../../../../../main/connectwise/failure/refusal.ts'
import { thrownFailure } from '../../../../../main/connectwise/failure/thrownFailure.ts'
import { failureSentence } from '../../../../../main/connectwise/failure/failureWords.ts'

const context = { host: 'psa.example.test', companyId: 'acme', what: 'members', mask: (text: string) => text }
const million = 1_000_000
const pieces = [
  ' ',
  '/',
  'a',
  '<',
  '<a ',
  '"',
  '\\',
  '\n',
  'invalid ',
  'client ',
  'connect a ',
  'location=',
  'in 1',
  '%',
  '\u200b',
]

it.each(pieces)('a megabyte of %j', (piece) => {
  const words = piece.repeat(Math.ceil(million / piece.length))
  for (const text of [
    words,
    `<html>${words}`,
    `${words}<html>`,
    JSON.stringify({ code: words, message: words }),
  ])
    for (const status of [200, 400, 401, 403, 404, 500, 503]) {
      const headers = new Headers({ server: 'x', 'retry-after': '1' })
      const failure = refusedFailure(
        { status, text, headers, url: 'https://psa.example.test/x', now: 0 },
        context,
      )
      expect(failureSentence(failure).message.length).toBeLessThan(600)
    }
  expect(thrownFailure(new Error(words), context).answer.length).toBeLessThanOrEqual(4_000)
  expect(wordsOfPage(`<title>${words}`).length).toBeLessThanOrEqual(20_000)
})

it('holds for each phrase alone, on the longest line it is run on', () => {
  const patterns = Object.values({ ...phrases, ...phrasesAbroad }).filter(
    (phrase) => phrase instanceof RegExp,
  )
  expect(patterns.length).toBeGreaterThan(10)
  for (const pattern of patterns)
    for (const piece of pieces) pattern.test(piece.repeat(4_000).slice(0, 4_000))
})
