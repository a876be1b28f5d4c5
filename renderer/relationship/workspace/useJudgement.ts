// What the draft amounts to while it is edited: the effective relationship, its findings, and what is still to be chosen.
import { useMemo } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { needsOf } from '../../../shared/rights/needs.ts'
import { findingCounts } from '../../../shared/findings/findingsOf.ts'
import type { RelationshipDetail } from '../../../shared/ipc/areas/relationshipCalls.ts'
import type { FieldPath } from '../../../shared/relationship/fields.ts'
import { effective } from '../../../shared/relationship/effective.ts'
import { connectionRefOf } from '../../../shared/connection/connectionRef.ts'
import { firstToChoose, splitFindings, choosingSteps, useVisits } from '../../findings/findingsFront.ts'
import { useTellReadiness } from '../../state/liveReadiness.ts'
import type { ReadinessCounts } from '../../ui/ReadinessChip.tsx'
import { changeInWords } from '../../ui/words/settingWords.ts'
import type { DraftForm, ReferenceData } from '../../settings/settingsFront.ts'
import { sameSettings } from '../../../shared/relationship/diffRelationships.ts'
import { useFindings } from './useFindings.ts'
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
  const findings = useFindings({
    relationship,
    apiOverride: draft.apiOverride,
    overrideKey: form.overrideKey === '' ? detail.overrideKey : 'saved',
    permissions: keys.permissions,
    connection,
    data,
  })
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
    needs,
    keys,
  }
}
