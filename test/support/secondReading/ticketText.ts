// Texts and times of a ticket as the second reading cuts and reads them.
import { blank } from './facts.ts'

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** As many whole characters as fit; of a single character that is too long as many code points. */
export function shorten(text: string, limit: number): string {
  let head = ''
  for (const { segment } of characters.segment(text)) {
    if (head.length + segment.length > limit) break
    head += segment
  }
  if (head.trim() !== '' || text.length <= limit) return head
  let points = ''
  for (const point of text) {
    if (points.length + point.length > limit) break
    points += point
  }
  return points
}

/** Seconds since 1970, or what is wrong. */
export function secondsOf(text: string | null | undefined): number | 'none' | 'bad' {
  if (blank(text)) return 'none'
  const found =
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(?:(Z)|([+-])(\d{2}):?(\d{2})?)?$/i.exec(
      (text ?? '').trim(),
    )
  if (!found) return 'bad'
  const [, y, mo, d, h, mi, s = '0', , sign, zh = '0', zm = '0'] = found
  const date = new Date(0)
  date.setUTCFullYear(Number(y), Number(mo) - 1, Number(d))
  const real = date.getUTCMonth() === Number(mo) - 1 && date.getUTCDate() === Number(d) && Number(y) >= 1000
  if (!real || Number(h) > 23 || Number(mi) > 59 || Number(s) > 59 || Number(zh) > 23 || Number(zm) > 59)
    return 'bad'
  const zone = (sign === '-' ? -1 : 1) * (Number(zh) * 3600 + Number(zm) * 60)
  const seconds = date.getTime() / 1000 + Number(h) * 3600 + Number(mi) * 60 + Number(s) - zone
  return seconds < 253_402_300_800 ? seconds : 'bad'
}

export const utc = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
