// Times the way people say them: 09:14 today, Yesterday 16:42, 18 Nov 17:21; the full date belongs in a tooltip.
import { type AppSettings, appSettings } from '../../state/appSettings.ts'

const formatsIn = (locale: string) => ({
  clock: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
  day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  full: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }),
})

const known = new Map<AppSettings['dates'], ReturnType<typeof formatsIn>>()

/** In the language chosen for dates; making a format takes longer than using it. */
function formats() {
  const { dates } = appSettings()
  const found = known.get(dates) ?? formatsIn(dates)
  known.set(dates, found)
  return found
}

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** Short local time of an ISO 8601 instant, relative to `now`. */
export function relativeTime(iso: string, now = new Date()): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const { clock, day } = formats()
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000)
  if (days === 0) return clock.format(date)
  if (days === 1) return `Yesterday ${clock.format(date)}`
  const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`
  return `${day.format(date)}${year} ${clock.format(date)}`
}

/** The whole date in local words, for tooltips. */
export const fullTime = (iso: string): string => {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : formats().full.format(date)
}
