// What every picker says of the list behind it.
import type { ChosenUse } from './chosenUses.ts'

/** What every picker says of its data: when it was read, whether all of it, and what to say when there is none. */
export type ListState = {
  asOf: string | null
  partial: boolean
  missing: string
  /** The chosen records, each with the way to where else it is used. */
  chosen?: readonly ChosenUse[]
}
