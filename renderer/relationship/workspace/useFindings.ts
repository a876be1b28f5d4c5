// The findings of a relationship, as the form holds it or as it is saved: computed anew with what they rest on, no call to main.
import { useMemo } from 'react'
import type { ConnectionView, Permission } from '../../../shared/connection/connection.ts'
import { overrideFacts } from '../../../shared/findings/appFacts.ts'
import type { Finding } from '../../../shared/findings/findingSeverities.ts'
import { findingsOf } from '../../../shared/findings/findingsOf.ts'
import type { OverrideDraft } from '../../../shared/relationship/draft.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { ReferenceData } from '../../settings/settingsFront.ts'
import { useNow } from '../../ui/behaviour/useNow.ts'

type Given = {
  relationship: Relationship
  apiOverride: OverrideDraft
  /** State of the override's private key. */
  overrideKey: 'saved' | 'needed'
  /** The rights the last test found, where it answers for this. */
  permissions: readonly Permission[] | undefined
  connection: ConnectionView
  data: ReferenceData
}

export function useFindings(given: Given): readonly Finding[] {
  const { relationship, apiOverride, overrideKey, permissions, connection } = given
  const { reference, loading } = given.data
  const now = useNow()
  return useMemo(
    () =>
      loading
        ? []
        : findingsOf({
            relationship,
            reference,
            now,
            app: {
              ...overrideFacts(apiOverride, connection, overrideKey),
              ...(permissions && { permissions }),
            },
          }),
    [relationship, reference, loading, apiOverride, connection, overrideKey, permissions, now],
  )
}
