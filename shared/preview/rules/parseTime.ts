// Times in samples: read as ISO 8601, UTC where no zone is given; written as UTC with `Z` and no fractions.
import { isBlank } from '../../text/cleanText.ts'

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const daySeconds = 24 * 60 * 60

/**
 * Milliseconds since 1970, or null where the calendar has no such moment. Years below 1000 are unset values, not times.
 * A day may end at 24:00:00 (ISO 8601-1:2019/Amd 1:2022); a second 60 is a leap second, and there is none after 2016.
 */
function moment(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59)) return null
  const sinceMidnight = (hour * 60 + minute) * 60 + second
  const midnight = Date.UTC(year, month - 1, day)
  // Every month has its first 28 days.
  if (sinceMidnight > daySeconds || (day > 28 && midnight >= Date.UTC(year, month, 1))) return null
  const at = midnight + sinceMidnight * 1000
  return at <= latest ? at : null
}

/** The two digits at a position, NaN where there are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** Whether a text has the one shape ConnectWise writes, `2026-11-23T10:00:00Z`; its digits are still unread. */
const isPlainUtc = (text: string): boolean =>
  text.length === 20 &&
  text[4] === '-' &&
  text[7] === '-' &&
  text[10] === 'T' &&
  text[13] === ':' &&
  text[16] === ':' &&
  text[19] === 'Z'

/** Minutes east of UTC of a zone such as `Z`, `+02:00` or `-0530`; null where there is no such zone. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0
  const hours = two(zone, 1)
  const minutes = zone.length > 3 ? two(zone, zone.length - 2) : 0
  if (hours > 23 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/**
 * Milliseconds since 1970 of an ISO 8601 date (00:00) or date-time; without a zone it is UTC. Null for anything else:
 * what cannot be read as a time counts as absent.
 */
export function parseTime(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null
  if (isPlainUtc(text)) {
    const year = two(text, 0) * 100 + two(text, 2)
    return moment(year, two(text, 5), two(text, 8), two(text, 11), two(text, 14), two(text, 17))
  }
  const parts = pattern.exec(text.trim())
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const at = moment(year, month, day, hour, minute, second)
  const offset = offsetOf(parts[8])
  const fraction = Number(`0.${parts[7] ?? 0}`)
  if (at === null || offset === null || (hour === 24 && fraction > 0)) return null
  const exact = at + Math.floor(fraction * 1000) - offset * 60_000
  return exact <= latest ? exact : null
}

/** A time entry's start or end, which needs a time of day: whole seconds since 1970, the precision requests carry. */
export function parseSeconds(text: string | null | undefined): number | 'absent' | 'unreadable' {
  if (isBlank(text)) return 'absent'
  const at = text.includes(':') ? parseTime(text) : null
  return at === null ? 'unreadable' : Math.floor(at / 1000)
}

/** Seconds since 1970 as ConnectWise takes them: UTC with `Z`, no fractions (ConnectWise Developer Guide). */
export const formatSeconds = (seconds: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
