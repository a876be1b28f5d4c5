// What the unsaved changes do to the sample of each flow, against what is saved or against what stood before the last change.
import { useMemo, useState } from 'react'
import type { Flow } from '../../shared/preview/result/previewResult.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import type { HeldSample } from './judging/heldSample.ts'
import type { ChangeInForm } from './ticket/ticketChange.ts'
import { changesByKey, newsOf, sameVerdicts } from './list/comparisonWords.ts'
import { useComparison } from './judging/useComparison.ts'
import type { JudgedView } from './judging/useJudged.ts'
import { landingBoard } from '../../shared/relationship/chosenRecords.ts'
import { sameSettings } from '../../shared/relationship/diffRelationships.ts'

type NewsInput = {
  view: JudgedView | null
  /** The sample of each flow. */
  samples: Record<Flow, HeldSample>
  saved: Relationship | null
  lastChange: ChangeInForm | null
}

const isUnfinished = (saved: Relationship): boolean =>
  saved.settings.company === null || landingBoard(saved) === null || saved.settings.status === null

export function useUnsavedNews({ view, samples, saved, lastChange }: NewsInput) {
  const [wanted, setSinceLast] = useState<boolean | null>(null)
  // Beside a revision that could create no ticket every one of them differs, which says nothing.
  const sinceLast = wanted ?? (saved !== null && isUnfinished(saved))
  const before = lastChange?.before ?? null
  /** There are changes older than the last one. */
  const several = before !== null && saved !== null && !sameSettings(before, saved)
  const earlier = sinceLast && several ? before : saved
  const { state, comparison, ask } = useComparison(view, earlier)
  // What is shown may still be the flow looked at before: the other one is told from it, not from what is chosen.
  const flow = view?.sample.flow ?? null
  const other = flow && samples[flow === 'inbound' ? 'outbound' : 'inbound']
  const elsewhere = useMemo(() => view && other && { sample: other, settings: view.settings }, [view, other])
  const beyond = useComparison(elsewhere, earlier).comparison
  const partner = view?.settings.relationship.partner ?? ''
  const flows = useMemo(() => {
    if (!comparison || flow === null || !other) return null
    const there = beyond ? newsOf(beyond, other.flow, partner) : []
    return [
      { flow, news: [...newsOf(comparison, flow, partner), ...sameVerdicts(comparison)] },
      ...(there.length > 0 ? [{ flow: other.flow, news: there }] : []),
    ]
  }, [comparison, beyond, flow, other, partner])
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
