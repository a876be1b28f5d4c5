// How a ticket was judged before the last change of the form: at once for samples in the page, asked of the worker for large ones.
import { useEffect, useMemo, useState } from 'react'
import type { PreviewRow } from '../../../shared/preview/result/previewResult.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { openSession } from './judgingSession.ts'
import type { JudgedView } from './useJudged.ts'

type Answered = { view: JudgedView; index: number; before: Relationship; row: PreviewRow | null }

/** null while there is no change, or no answer yet. */
export function useRowBefore(
  view: JudgedView | null,
  index: number | null,
  before: Relationship | null,
): PreviewRow | null {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const held = view?.sample.held
  const session = useMemo(
    () =>
      view && before && held?.kind === 'page'
        ? openSession(held.data, { ...view.settings, relationship: before })
        : null,
    [view, before, held],
  )
  const here = useMemo(
    () => (session && index !== null ? (session.detail(index)?.row ?? null) : null),
    [session, index],
  )
  // An answer about a replaced sample would keep that sample in memory.
  if (answered && answered.view.sample !== view?.sample) setAnswered(null)
  useEffect(() => {
    if (!view || index === null || !before || view.sample.held.kind !== 'worker') return
    let wanted = true
    view.sample.held.remote.call('detailUnder', { relationship: before, index }).then(
      (detail) => wanted && setAnswered({ view, index, before, row: detail?.row ?? null }),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [view, index, before])
  if (held?.kind === 'page') return here
  const fits = answered?.view === view && answered.index === index && answered.before === before
  return fits ? answered.row : null
}
