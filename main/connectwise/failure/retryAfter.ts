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

function asSeconds(header: string, now: number): number | null {
  if (/^[+-]?\d+(\.\d*)?$/.test(header)) return Number(header)
  const date = /[a-z]/i.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? null : Math.ceil((date - now) / 1000)
}

function inWords(text: string): number | null {
  const found = /\b(?:in|after) (\d{1,9}) (second|minute)s?/i.exec(text.slice(0, 4_000))
  return found ? Number(found[1]) * (found[2]?.toLowerCase() === 'minute' ? 60 : 1) : null
}
