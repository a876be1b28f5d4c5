// Tickets that did not come as expected and that somebody has looked at: a tick belongs to the ticket and to what was said of it.
import { isLeak, type VerifyRow } from '../preview/verify/verifyResult.ts'
import { fingerprint } from '../text/fingerprint.ts'
import { type Tick, tickState } from './goLive.ts'

/** What is said of a ticket, without keeping any of its text: that goes when the tickets that were read are deleted. */
const saidOf = ({ state, ticket, differences }: VerifyRow): string =>
  fingerprint(JSON.stringify([state, ticket, differences]))

/** Text that reached somebody it should not is taken back, not accepted. */
export const isAcceptable = ({ state, differences }: VerifyRow): boolean =>
  state !== 'as-expected' && !differences.some(isLeak)

/** What each row is ticked for, in their order: a key can stand twice in a sample. */
export function acceptanceTicks(rows: readonly VerifyRow[], at: string): Tick[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const before = seen.get(row.key) ?? 0
    seen.set(row.key, before + 1)
    return { of: `${before} ${row.key}`, for: saidOf(row), at }
  })
}

/** Which of the rows are accepted, in their order. */
export const acceptedRows = (accepted: readonly Tick[], rows: readonly VerifyRow[]): boolean[] =>
  acceptanceTicks(rows, '').map(({ of, for: said }) => tickState(accepted, of, said) === 'done')

/** What of the ticks still holds after these rows were compared anew. */
export function stillAccepted(accepted: readonly Tick[], rows: readonly VerifyRow[]): Tick[] {
  const now = new Map(
    acceptanceTicks(rows, '').flatMap(({ of, for: said }, index) =>
      rows[index] && isAcceptable(rows[index]) ? [[of, said] as const] : [],
    ),
  )
  return accepted.filter((tick) => now.get(tick.of) === tick.for)
}
