// Judges a relationship: every finding of every rule, the most severe first, then in the order of the form.
import type { Reference } from '../reference/lookup.ts'
import { fieldPathOf, fieldPaths } from '../relationship/fields.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { chosenRecords, landingBoard } from '../relationship/chosenRecords.ts'
import { type Finding, type Severity, findingSeverities } from './findingSeverities.ts'
import { fittingReference } from './connectionRules.ts'
import type { AppFacts, JudgedFacts } from './rule.ts'
import { findingRules } from './rules.ts'

const severityOrder: readonly Severity[] = ['error', 'warning', 'info']

/** `connection` and `snapshot` stand above the form. */
const formOrder = (field: string): number => {
  const path = fieldPathOf(field)
  return path === null ? -1 : fieldPaths.indexOf(path)
}

/** The position in a list of chosen records: 1 for `boards[1]`. */
const position = (field: string): number => Number(/\[(\d+)\]$/.exec(field)?.[1] ?? 0)

const order = (one: Finding, other: Finding): number =>
  severityOrder.indexOf(one.severity) - severityOrder.indexOf(other.severity) ||
  formOrder(one.field) - formOrder(other.field) ||
  position(one.field) - position(other.field)

export type FindingsInput = {
  relationship: Relationship
  /** null when there is no snapshot. One of another site or company is as good as none. */
  reference: Reference | null
  now: Date
  app?: AppFacts | undefined
}

/** All findings of an effective relationship. Never throws; what cannot be judged raises nothing (see `unjudged`). */
export function findingsOf({ relationship, reference, now, app }: FindingsInput): Finding[] {
  const facts: JudgedFacts = {
    relationship,
    given: reference,
    reference: fittingReference(relationship, reference),
    now,
    app,
    chosen: chosenRecords(relationship),
    landing: landingBoard(relationship),
  }
  return findingRules
    .flatMap(({ code, check, next }) =>
      check(facts).map((problem): Finding => ({ code, severity: findingSeverities[code], next, ...problem })),
    )
    .sort(order)
}

/** How many there are of what keeps a configuration from being ready, and of what only warns. */
export const findingCounts = (
  findings: readonly Finding[],
): { ready: boolean; errors: number; warnings: number } => {
  const count = (severity: Finding['severity']) =>
    findings.filter((each) => each.severity === severity).length
  return { ready: isReady(findings), errors: count('error'), warnings: count('warning') }
}

/** Ready means that no finding is an error. */
export const isReady = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity }) => severity !== 'error')
