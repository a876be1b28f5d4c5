// How long an answer asks to wait. A claim of the other side: it never decides alone how long anything stands still.

/** Nothing is worth asking again within a second, and nobody waits for a day. */
const shortest = 1
export const longestAsked = 24 * 3600

/**
 * Seconds an answer asks to wait, between a second and a day: `Retry-After` as seconds or as a date, else the number in
 * the message of a 429. Null when neither says: a content delivery network in front answers without ConnectWise's own
 * shape (ConnectWise Developer Guide).
 */
export function secondsToWait(retryAfter: string | null, text: string, now: number): number | null {
  const asked = asSeconds(retryAfter?.slice(0, 100).trim() ?? '', now) ?? inWords(text)
  return asked === null ? null : Math.min(longestAsked, Math.max(shortest, asked))
}

/** Some write the unit behind the number, and a header that came twice has a comma between (RFC 9110, section 5.3). */
const seconds = /^[+-]?\d+(?:\.\d*)?(?=$|\s*[,;]|\s*s(?:ec(?:ond)?s?)?$)/i
/** The three dates of HTTP begin with a day of the week; other words before a number are read as a year. */
const dated = /^(?:[a-z]{3,9},? |\d{4}-\d\d-\d\dT)/i

function asSeconds(header: string, now: number): number | null {
  const told = seconds.exec(header)?.[0]
  if (told !== undefined) return untilMoment(Number(told), now) ?? Number(told)
  const date = dated.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? null : Math.ceil((date - now) / 1000)
}

/** Some write the moment itself, in seconds or milliseconds since 1970 (clawhub, issue 407): nobody asks to wait for decades. */
const untilMoment = (told: number, now: number): number | undefined =>
  [told * 1000, told]
    .map((moment) => Math.ceil((moment - now) / 1000))
    .find((left) => Math.abs(left) <= longestAsked)

/** Seconds of each unit, by its first letter. */
const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

function inWords(text: string): number | null {
  const [, count, unit = ''] =
    /\b(?:in|after|wait|for)(?: about| at least| another)? (\d{1,9}) ?(s|sec|second|min|minute|hour)s?\b/i.exec(
      text.slice(0, 4_000),
    ) ?? []
  return count === undefined ? null : Number(count) * (units[unit.charAt(0).toLowerCase()] ?? 1)
}
