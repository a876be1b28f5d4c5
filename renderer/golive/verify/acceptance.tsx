// Tickets that came otherwise than expected and are fine as they are: a tick at each, or one for a whole group.
import { Checkbox } from '@mantine/core'
import {
  acceptanceTicks,
  acceptedRows,
  isAcceptable,
  stillAccepted,
} from '../../../shared/golive/accepted.ts'
import type { GoLive, Tick } from '../../../shared/golive/goLive.ts'
import type { VerifyResult, VerifyRow } from '../../../shared/preview/verify/verifyResult.ts'
import classes from './Verify.module.css'

type Change = (next: (before: GoLive) => GoLive) => void

export type Acceptance = {
  /** Per row of the comparison. */
  accepted: readonly boolean[]
  accept: (indices: readonly number[], accepted: boolean) => void
}

export const acceptanceOf = (
  { rows }: VerifyResult,
  accepted: readonly Tick[],
  change: Change,
): Acceptance => ({
  accepted: acceptedRows(accepted, rows),
  accept: (indices, ticked) => {
    const ticks = acceptanceTicks(rows, new Date().toISOString())
    const chosen = indices.flatMap((index) => ticks[index] ?? [])
    const names = new Set(chosen.map(({ of }) => of))
    change((before) => {
      if (!before.verified) return before
      const others = before.verified.accepted.filter(({ of }) => !names.has(of))
      const now = stillAccepted(ticked ? [...others, ...chosen] : others, rows)
      return { ...before, verified: { ...before.verified, accepted: now } }
    })
  },
})

type AcceptProps = {
  rows: readonly VerifyRow[]
  /** Of one ticket, or of all in a group. */
  indices: readonly number[]
  acceptance: Acceptance
}

export function Accept({ rows, indices, acceptance: { accepted, accept } }: AcceptProps) {
  const some = indices.filter((index) => {
    const row = rows[index]
    // Nothing of an ambiguous one was compared: whoever accepts it has looked it up, which nobody does for a whole group.
    return row && isAcceptable(row) && (indices.length === 1 || row.state !== 'ambiguous')
  })
  const [first] = some
  if (first === undefined) return null
  const done = some.filter((index) => accepted[index]).length
  const one =
    rows[first]?.state === 'ambiguous' ? 'Looked at in ConnectWise and accepted' : 'Seen and accepted'
  return (
    <Checkbox
      size="xs"
      className={classes.accept ?? ''}
      label={some.length === 1 ? one : `All ${some.length} seen and accepted`}
      checked={done === some.length}
      indeterminate={done > 0 && done < some.length}
      onChange={() => accept(some, done < some.length)}
    />
  )
}
