// What a finding rule is, and the facts it judges: the relationship, the snapshot that fits it, and what only the app knows.
import { cutText, excerpt, isBlank } from '../text/cleanText.ts'
import type { Permission } from '../connection/connection.ts'
import type { Reference } from '../reference/lookup.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { ChosenRecord } from '../relationship/chosenRecords.ts'
import type { FindingCode } from './findingSeverities.ts'

/** What only the app can know; files and the command line leave all of it out. */
export type AppFacts = {
  /** `needed` when any of the override's public key, private key and client ID is not at hand. */
  overrideKey?: 'saved' | 'needed'
  /** Whether the override's keys equal the connection's. */
  sameKeys?: boolean
  /** The permission map of the last test, for this role and these settings. */
  permissions?: readonly Permission[]
}

export type JudgedFacts = {
  relationship: Relationship
  /** The snapshot as given, also one of another site. */
  given: Reference | null
  /** The snapshot when it belongs to the effective site and company; rules about records look only here. */
  reference: Reference | null
  now: Date
  app: AppFacts | undefined
  chosen: readonly ChosenRecord[]
  landing: ChosenRecord | null
}

/** One place where a rule fires. */
export type RuleHit = { field: string; message: string; next?: string }

/** One row of the table: a code, what it looks for, and what to do about it unless the place knows better. */
export type Rule = { code: FindingCode; check: (facts: JudgedFacts) => RuleHit[]; next: string }

/** Longer names say no more, and a sentence has to stay one. */
const longestName = 120

/** Text of unknown origin in a sentence: one line, not too long, without what would turn the line around. */
export const inSentence = (text: string): string =>
  excerpt(cutText(text, longestName * 4).replace(/[\p{Bidi_Control}[\p{Cc}--\s]]+/gv, ''), longestName)

/** A record's name in a sentence: quoted, or its id where there is no name. */
export function quoteName(name: string | null | undefined, id: number): string {
  const shown = inSentence(name ?? '')
  return isBlank(shown) ? `number ${id}` : `“${shown}”`
}

/** Fires at one place when a condition holds. */
export const firesWhen = (condition: boolean, field: string, message: string): RuleHit[] =>
  condition ? [{ field, message }] : []
