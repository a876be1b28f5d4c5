// What `check` says of the settings, as codes: the preview refuses and warns by the same judgement.
import type { Reference } from '../reference/lookup.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { FindingCode } from './codes.ts'
import { findingsOf } from './findingsOf.ts'

/** No rule about a record asks for the time; the age of a snapshot refuses nothing. */
const anyTime = new Date(0)

export type FindingCodes = {
  /** Whether a finding of this code is there, at any field. */
  has: (code: FindingCode) => boolean
  /** The codes of severity error at these fields. */
  errorsAt: (...fields: readonly string[]) => FindingCode[]
}

export function findingCodesOf(relationship: Relationship, reference: Reference | null): FindingCodes {
  const findings = findingsOf({ relationship, reference, now: anyTime })
  return {
    has: (wanted) => findings.some(({ code }) => code === wanted),
    errorsAt: (...fields) =>
      findings
        .filter(({ severity, field }) => severity === 'error' && fields.includes(field))
        .map(({ code }) => code),
  }
}
