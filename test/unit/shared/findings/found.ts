// The findings of a relationship at one moment, and the sentence of one of them.
import type { FindingCode } from '../../../../shared/findings/findingSeverities.ts'
import { findingsOf } from '../../../../shared/findings/findingsOf.ts'
import type { Reference } from '../../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { reference } from '../../../support/relationships.ts'

const now = new Date('2026-11-23T10:00:00Z')

export const found = (relationship: Relationship, given: Reference | null = reference()) =>
  findingsOf({ relationship, reference: given, now })

export const messageOf = (code: FindingCode, relationship: Relationship, given?: Reference | null) =>
  found(relationship, given).find((finding) => finding.code === code)?.message
