// What the draft amounts to while it is edited: the effective relationship, its findings, and what is still to be chosen.
import { useMemo } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { needsOf } from '../../../shared/rights/needs.ts'
import { overrideFacts } from '../../../shared/findings/appFacts.ts'
import { findingsOf, findingCounts } from '../../../shared/findings/findingsOf.ts'
import type { RelationshipDetail } from '../../../shared/ipc/areas/relationshipCalls.ts'
import type { FieldPath } from '../../../shared/relationship/fields.ts'
import { effective } from '../../../shared/relationship/effective.ts'
import { connectionRefOf } from '../../../shared/connection/connectionRef.ts'
import { firstToChoose, splitFindings, choosingSteps, useVisits } from '../../findings/findingsFront.ts'
import { useTellReadiness } from '../../state/liveReadiness.ts'
import type { ReadinessCounts } from '../../ui/ReadinessChip.tsx'
import { changeInWords } from '../../ui/words/settingWords.ts'
import type { DraftForm, ReferenceData } from '../../settings/settingsFront.ts'
import { useNow } from '../../ui/behaviour/useNow.ts'
import { sameSettings } from '../../../shared/relationship/diffRelationships.ts'
import { useKeyTest } from './useKeyTest.ts'

/** Recomputed on every change of the form; pure code, no call to main. */
export function useJudgement(
  detail: RelationshipDetail,
  connection: ConnectionView,
  form: DraftForm,
  data: ReferenceData,
  startAt: FieldPath | undefined,
) {
  const { id } = detail
  const { draft } = form
  const { apiOverride } = draft
  const relationship = useMemo(
    () => effective(id, draft, connectionRefOf(connection)),
    [id, draft, connection],
  )
  const saved = useMemo(
    () => effective(id, detail.draft, connectionRefOf(connection)),
    [id, detail.draft, connection],
  )
  const { last } = form
  const lastChange = useMemo(() => {
    const before = last && effective(id, last.before, connectionRefOf(connection))
    if (!before || sameSettings(before, relationship)) return null
    return { ...changeInWords(last.path, last.before, draft), before }
  }, [id, last, relationship, draft, connection])
  const needs = useMemo(() => needsOf(relationship), [relationship])
  const savedNeeds = useMemo(() => needsOf(saved), [saved])
  const keys = useKeyTest(detail, connection, form, { needs, savedNeeds })
  const { permissions, savedPermissions } = keys
  const now = useNow()
  const keyState = form.overrideKey === '' ? detail.overrideKey : 'saved'
  const findings = useMemo(
    () =>
      data.loading
        ? []
        : findingsOf({
            relationship,
            reference: data.reference,
            now,
            app: { ...overrideFacts(apiOverride, connection, keyState), ...(permissions && { permissions }) },
          }),
    [relationship, data.reference, data.loading, apiOverride, connection, keyState, permissions, now],
  )
  // What is read before going live is said of what is entered there: the saved revision.
  const savedFindings = useMemo(
    () =>
      data.loading
        ? []
        : findingsOf({
            relationship: saved,
            reference: data.reference,
            now,
            app: {
              ...overrideFacts(detail.draft.apiOverride, connection, detail.overrideKey),
              ...(savedPermissions && { permissions: savedPermissions }),
            },
          }),
    [saved, data.reference, data.loading, detail, connection, savedPermissions, now],
  )
  const { visits, check, onBlur } = useVisits(id, startAt)
  const split = useMemo(() => splitFindings(findings, visits), [findings, visits])
  const { toChoose, said } = split
  const readiness: ReadinessCounts | null = data.loading
    ? null
    : { ...findingCounts(findings), stale: 0, toChoose: toChoose.length }
  useTellReadiness(id, readiness)
  const first = useMemo(() => firstToChoose(toChoose, detail.draft), [toChoose, detail.draft])
  const choosing = { steps: choosingSteps(draft, split), toChoose, first, check, onBlur }
  return {
    relationship,
    saved,
    lastChange,
    readiness,
    choosing,
    findings: said,
    savedFindings,
    needs,
    keys,
  }
}
