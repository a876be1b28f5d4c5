// What the unsaved changes do to the sample of each flow, against what is saved or against what stood before the last change.
import { useMemo, useState } from 'react'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import type { HeldSample } from './judging/heldSample.ts'
import type { ChangeInForm } from './ticket/ticketChange.ts'
import { changesByKey, newsOf, sameVerdicts } from './list/comparisonWords.ts'
import { judgesDifferently, useComparison } from './judging/useComparison.ts'
import type { JudgedView } from './judging/useJudged.ts'

type NewsInput = {
  view: JudgedView | null
  /** The sample of the other flow. */
  other: HeldSample
  saved: Relationship | null
  lastChange: ChangeInForm | null
}

export function useUnsavedNews({ view, other, saved, lastChange }: NewsInput) {
  const [sinceLast, setSinceLast] = useState(false)
  const before = lastChange?.before ?? null
  /** There are changes older than the last one. */
  const several = before !== null && saved !== null && judgesDifferently(before, saved)
  const earlier = sinceLast && several ? before : saved
  const { state, comparison, ask } = useComparison(view, earlier)
  const elsewhere = useMemo(() => view && { sample: other, settings: view.settings }, [view, other])
  const beyond = useComparison(elsewhere, earlier).comparison
  const flow = view?.sample.flow ?? null
  const partner = view?.settings.relationship.partner ?? ''
  const flows = useMemo(() => {
    if (!comparison || flow === null) return null
    const there = beyond ? newsOf(beyond, other.flow, partner) : []
    return [
      { flow, news: [...newsOf(comparison, flow, partner), ...sameVerdicts(comparison)] },
      ...(there.length > 0 ? [{ flow: other.flow, news: there }] : []),
    ]
  }, [comparison, beyond, flow, other.flow, partner])
  const changes = useMemo(() => comparison && changesByKey(comparison), [comparison])
  const title = !lastChange
    ? 'Unsaved changes'
    : several && !sinceLast
      ? `${lastChange.title}, and earlier changes`
      : lastChange.title
  return {
    state,
    comparison,
    ask,
    /** What each changed ticket has to say, by its key. */
    changes,
    title,
    flows,
    /** The other flow changes as well. */
    otherChanges: flows !== null && flows.length > 1,
    sinceLast: several ? sinceLast : null,
    setSinceLast,
  }
}
