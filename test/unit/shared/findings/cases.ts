// What a row of the findings tables says: a configuration, a snapshot, and the fields at which one code fires.
import type { FindingCode } from '../../../../shared/findings/findingSeverities.ts'
import type { AppFacts } from '../../../../shared/findings/rule.ts'
import type { Reference } from '../../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { reference } from '../../../support/relationships.ts'

export type Case = {
  code: FindingCode
  when: string
  relationship: Relationship
  reference: Reference | null
  app?: AppFacts
  fields: string[]
}

type Given = { reference?: Reference | null; app?: AppFacts }

/** One row; without a snapshot of its own it uses the one that everything fits. */
export const row = (
  code: FindingCode,
  when: string,
  relationship: Relationship,
  fields: string[],
  given: Given = {},
): Case => ({
  code,
  when,
  relationship,
  fields,
  reference: given.reference === undefined ? reference() : given.reference,
  ...(given.app ? { app: given.app } : {}),
})
