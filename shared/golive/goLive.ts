// How far a relationship is on its way to the live service: what was ticked, and for which values.
import { unexpectedCount } from '../preview/verify/verifyResult.ts'
import { z } from '../zod.ts'
import type { GoLiveWord } from './goLiveWords.ts'

const text = z.string().max(20_000)
const time = z.iso.datetime()
const count = z.int().min(0)

/** One thing that was done, and what it was done for: it counts only while that is the same. */
export const tickSchema = z.object({ of: text, for: text, at: time })

/** What a person did. Members this version does not know are left out where it is read; its store keeps them. */
export const goLiveSchema = z.object({
  /** Fields entered in the published form: setting and value. */
  entered: z.array(tickSchema).max(100).default([]),
  /** Warnings read: code and field, and the sentence. */
  read: z.array(tickSchema).max(1000).default([]),
  /** The start of the first sync. */
  firstSync: time.nullable().default(null),
  /** The last comparison, and the settings it was about. */
  verified: z
    .object({
      ...tickSchema.shape,
      summary: z.object({
        'as-expected': count,
        differs: count,
        missing: count,
        ambiguous: count,
        extra: count,
      }),
      /** How many texts reached somebody they should not. */
      leaks: count,
      /** How many tickets nothing is known of who read them. */
      unread: count.default(0),
      /** The start of the first sync it was about; absent where that was not kept yet. */
      since: time.nullable().optional(),
      /** The file it was compared with; null where the tickets were read from ConnectWise. */
      file: text.nullable().default(null),
      /** Tickets of this comparison that did not come as expected, and that somebody has accepted as they are. */
      accepted: z.array(tickSchema).max(2000).default([]),
    })
    .nullable()
    .default(null),
  automatic: z.boolean().default(false),
})

export type GoLive = z.infer<typeof goLiveSchema>
export type Tick = z.infer<typeof tickSchema>

/** How many tickets of the last comparison did not come as expected and are not accepted. */
export const toLookAt = ({ summary, accepted }: NonNullable<GoLive['verified']>): number =>
  unexpectedCount(summary) - accepted.length

export function goLiveWord({ automatic, verified, firstSync, entered, read }: GoLive): GoLiveWord {
  if (verified && toLookAt(verified) > 0) return 'to check'
  if (automatic) return 'live'
  if (verified) return 'verified'
  if (firstSync !== null) return 'synced'
  return entered.length + read.length > 0 ? 'begun' : 'not begun'
}

export const notBegun: GoLive = goLiveSchema.parse({})

/** In milliseconds; clocks differ by less. */
const aMinute = 60_000

/** Why nothing can be verified from this start of the first sync on: one to come finds no ticket, and all would be missing. */
export function startProblem(firstSync: string | null, now = Date.now()): string | null {
  if (firstSync === null) return 'Note the start of the first sync first.'
  return new Date(firstSync).getTime() > now + aMinute
    ? 'The start of the first sync lies in the future. Correct it first.'
    : null
}

/** `open`: never done. `stale`: done for something that has changed since. */
export type TickState = 'open' | 'done' | 'stale'

export function tickState(ticks: readonly Tick[], of: string, value: string): TickState {
  const tick = ticks.find((one) => one.of === of)
  if (!tick) return 'open'
  return tick.for === value ? 'done' : 'stale'
}

/** Sets or takes one tick; there is one for each thing. */
export const withTick = (ticks: readonly Tick[], tick: Tick, ticked: boolean): Tick[] => [
  ...ticks.filter(({ of }) => of !== tick.of),
  ...(ticked ? [tick] : []),
]
