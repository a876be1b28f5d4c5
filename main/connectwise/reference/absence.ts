// Whether fewer rows than before are believed. An empty or much shorter answer is often a hiccup, and what it would cost is saved work.
import type { CollectionName } from '../../../shared/reference/collectionNames.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'

/** What ConnectWise said of a list that was not believed: on which day (UTC, ISO 8601), and how many rows came, where that is known. */
export type Doubt = { on: string; came: number | null }
export type Doubts = Partial<Record<CollectionName, Doubt>>

/** Lists that no working company has empty: nothing in them means that the role hides it, or that something went wrong. */
const neverEmpty: readonly CollectionName[] = ['companies', 'boards', 'priorities', 'members']
export const isNeverEmpty = (name: CollectionName): boolean => neverEmpty.includes(name)

/** Shorter lists lose half their rows in the ordinary course of things. */
const fewestToDoubt = 20

type Counts = {
  name: CollectionName
  /** Rows read before. */
  before: number
  /** Rows that came, in a whole read or a list of ids, and how many of those of before are among them. */
  came: number
  again: number
}

/** Whether the rows that came are too few to be believed at once. */
export const isAbsence = ({ name, before, came, again }: Counts): boolean =>
  (came === 0 && isNeverEmpty(name)) || (before >= fewestToDoubt && again * 2 < before)

/** The day of a time, by which later is judged. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10)

/** What a file tells of doubts: which lists did not come whole on the day it was written. */
export const doubtsIn = ({ partial = [], fetchedAt }: Pick<Snapshot, 'partial' | 'fetchedAt'>): Doubts =>
  Object.fromEntries(partial.map((name) => [name, { on: dayOf(new Date(fetchedAt)), came: null }]))

/** What an earlier doubt says to the same answer now: on a later day it is taken. */
export const isSaidAgain = (doubt: Doubt | undefined, now: Date): doubt is Doubt =>
  doubt !== undefined && doubt.on < dayOf(now)
