// What the preview shows: the sample as judged, what the unsaved changes do to it, and what of it is listed and chosen.
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import { changedPositions } from './judging/comparison.ts'
import { groupsOf } from './judging/groups.ts'
import type { JudgedWith } from './judging/judgingSession.ts'
import { useJudged } from './judging/useJudged.ts'
import { arrangeTickets, type Criteria, noCriteria, stepLine, ticketOf } from './list/arrangeTickets.ts'
import { startOf } from './sample/useReading.ts'
import { useSampleActions } from './sample/useSampleActions.ts'
import type { ChangeInForm } from './ticket/ticketChange.ts'
import { usePreviewPanes } from './usePreviewPanes.ts'
import { usePreviewState } from './usePreviewState.ts'
import { useUnsavedNews } from './useUnsavedNews.ts'

export type PreviewPanelProps = {
  /** The draft as it counts. */
  relationship: Relationship
  /** The saved revision as it counts, null before the first. */
  saved: Relationship | null
  reference: Reference | null
  target: ApiTarget
  /** What the form changed last, null while nothing is unsaved. */
  lastChange: ChangeInForm | null
  /** What is shown in place of the tickets; `onSample` when somebody brings tickets to see all the same. */
  instead: { shown: ReactNode; onSample: () => void } | null
}

export type PreviewModel = ReturnType<typeof usePreview>

export function usePreview({
  relationship,
  saved,
  reference,
  target,
  lastChange,
}: Omit<PreviewPanelProps, 'instead'>) {
  const open = usePreviewState(relationship)
  const panes = usePreviewPanes()
  const [criteria, setCriteria] = useState<Criteria>(noCriteria)
  const [limited, setLimited] = useState(false)
  const showAll = () => {
    setCriteria(noCriteria)
    setLimited(false)
    panes.close()
  }
  const actions = useSampleActions({ relationship, saved, reference, target, open, onReplaced: showAll })

  const since = startOf(open.since)
  const settings: JudgedWith = useMemo(
    () => ({ relationship, reference, since }),
    [relationship, reference, since],
  )
  const { view, updating, failed } = useJudged(actions.sample, settings)
  const news = useUnsavedNews({ view, samples: actions.samples, saved, lastChange })
  const { changes } = news
  // Typing into the search comes before searching.
  const sought = useDeferredValue(criteria)
  const arrangement = useMemo(() => {
    if (!view) return null
    const { entries, flow } = view.sample
    const only = limited && changes && changes.size > 0 ? changedPositions(entries, changes) : null
    return arrangeTickets(groupsOf[flow], entries, view.judged.outcomes, sought, only)
  }, [view, sought, limited, changes])

  // Beside the list there is always a ticket to show: the first one until another is chosen.
  const first = arrangement && ticketOf(arrangement.lines[stepLine(arrangement, -1, 1)])
  const selected = open.selected ?? (panes.beside ? (first ?? null) : null)
  const stepBy = (by: 1 | -1) => {
    if (!arrangement) return
    const line = selected === null ? -1 : arrangement.lines.indexOf(selected)
    open.select(ticketOf(arrangement.lines[stepLine(arrangement, line, by)]) ?? selected)
  }

  return {
    open,
    panes,
    actions,
    view,
    updating,
    failed,
    news,
    criteria,
    setCriteria,
    /** Only tickets the unsaved changes make a difference to. */
    limited,
    setLimited,
    showAll,
    arrangement,
    selected,
    stepBy,
  }
}
