// How page and worker talk: a table of functions, one message per call, one per answer.
import type { Detail, Judged } from './session.ts'
import type { Entry, Tickets } from './entries.ts'
import type { ParsedSample } from './parseSample.ts'
import type { Comparison } from './comparison.ts'
import type { Flow } from '../../shared/preview/result.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import type { Relationship } from '../../shared/settings/schema.ts'

/** What the worker can do with the one sample it holds. */
export type WorkerCalls = {
  /** Adds a chunk of tickets; answers with how many are held. */
  add: (input: Tickets) => number
  /** Reads a whole file instead. */
  read: (input: { flow: Flow; file: File }) => Promise<{ problems: ParsedSample['problems']; count: number }>
  entries: (input: { from: number; to: number }) => Entry[]
  /** Kept for all later calls; it travels only when it changed. */
  reference: (input: Reference | null) => null
  judge: (input: { relationship: Relationship; since: string | null }) => Judged
  /** In full, under the settings last judged. */
  detail: (input: number) => Detail | null
  /** The settings last judged against the saved ones. */
  compare: (input: { saved: Relationship }) => Comparison
}

export type Name = keyof WorkerCalls
