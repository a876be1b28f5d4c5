// The fields of the published form while they are entered: which are ticked, and where the next open one is.
import { type GoLive, tickState, withTick } from '../../shared/golive/goLive.ts'
import type { FormRow } from '../../shared/golive/publishedForm.ts'

/** In place of a value: nothing but its owner's safe holds it. */
export const keySource =
  'Never shown here. It comes from where the API member’s key was kept when ConnectWise made it.'

export const entryState = ({ entered }: GoLive, { path, identity }: FormRow) =>
  tickState(entered, path, identity)

/** Ticks a field for the value it has now, or takes the tick. */
export const withEntry =
  ({ path, identity }: FormRow, ticked: boolean) =>
  (now: GoLive): GoLive => ({
    ...now,
    entered: withTick(now.entered, { of: path, for: identity, at: new Date().toISOString() }, ticked),
  })

export const isEntered = (goLive: GoLive, row: FormRow): boolean => entryState(goLive, row) === 'done'

/** The first open field behind `from`, from the top again where there is none; `from` itself when all are entered. */
export function nextOpen(goLive: GoLive, form: readonly FormRow[], from: number): number {
  const order = form.map((_, index) => (from + 1 + index) % form.length)
  return order.find((index) => form[index] && index !== from && !isEntered(goLive, form[index])) ?? from
}
