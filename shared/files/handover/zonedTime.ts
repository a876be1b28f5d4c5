// Times as the reader of a sheet knows them: in one time zone, which is named once.

const part = (date: Date, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(date)

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** `26 November 2026, 14:20` */
export const longTime = (date: Date, zone: string): string =>
  `${part(date, zone, { day: 'numeric', month: 'long', year: 'numeric' })}, ${part(date, zone, clock)}`

/** `26 Nov 2026, 14:20` */
export const zonedTime = (date: Date, zone: string): string =>
  `${part(date, zone, { day: 'numeric', month: 'short', year: 'numeric' })}, ${part(date, zone, clock)}`

/** `Europe/Lisbon, UTC+0` */
export function zoneName(date: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts(date)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace(/^(?:GMT|UTC)/, '') ?? ''
  return zone === 'UTC' ? zone : `${zone}, UTC${offset || '+0'}`
}

/** The zone of this computer. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
