// What `check` says of the settings, as codes: the preview refuses and warns by the same judgement.
import type { Reference } from '../reference/lookup.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { FindingCode } from './findingSeverities.ts'
import { findingsOf } from './findingsOf.ts'

/** No rule about a record asks for the time; the age of a snapshot refuses nothing. */
const anyTime = new Date(0)

export type RaisedCodes = {
  /** Whether a finding of this code is there, at any field. */
  has: (code: FindingCode) => boolean
  /** The codes of severity error at these fields. */
  errorsAt: (...fields: readonly string[]) => FindingCode[]
}

export function raisedCodesOf(relationship: Relationship, reference: Reference | null): RaisedCodes {
  const findings = findingsOf({ relationship, reference, now: anyTime })
  return {
    has: (wanted) => findings.some(({ code }) => code === wanted),
    errorsAt: (...fields) =>
      findings
        .filter(({ severity, field }) => severity === 'error' && fields.includes(field))
        .map(({ code }) => code),
  }
}
