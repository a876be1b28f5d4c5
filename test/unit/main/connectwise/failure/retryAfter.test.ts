// A wait the other side asks for is a claim: read in every form it comes in, and bounded.
import { expect, it } from 'vitest'
import { secondsToWait } from '../../../../../main/connectwise/failure/retryAfter.ts'

it.each([
  ['30', '', 30],
  ['0.5', '', 1],
  ['0', '', 1],
  ['-5', '', 1],
  ['999999999', '', 86_400],
  ['9'.repeat(400), '', 86_400],
  ['1795428045', '', 45],
  ['1795428090500', '', 91],
  ['1795427000', '', 1],
  ['1764410400', '', 86_400],
  ['1e3', '', null],
  ['soon', '', null],
  ['Mon, 23 Nov 2026 10:00:20 GMT', '', 20],
  ['Mon, 23 Nov 2026 09:00:00 GMT', '', 1],
  ['Fri, 31 Dec 9999 23:59:59 GMT', '', 86_400],
  ['45 seconds', '', 45],
  ['20, 20', '', 20],
  ['Monday, 23-Nov-26 10:00:40 GMT', '', 40],
  ['2026-11-23T10:01:00Z', '', 60],
  ['wait 30', '', null],
  ['about 5 minutes', 'Please wait 5 min', 300],
  [null, '{"error":"ConnectWiseAPI","message":"Too many requests. Please try again in 12 seconds."}', 12],
  [null, 'Try again after 2 minutes', 120],
  [null, '<html>slow down</html>', null],
  [null, `in ${' '.repeat(1_000_000)}5 seconds`, null],
])('Retry-After %j with body %j asks for %j seconds', (header, body, seconds) => {
  expect(secondsToWait(header, body, Date.parse('2026-11-23T10:00:00Z'))).toBe(seconds)
})
