// The draft against the saved revision: at once for small samples, on request where the worker has to build every row.
import { useEffect, useMemo, useState } from 'react'
import type { Comparison } from '../../shared/preview/compare.ts'
import type { Relationship } from '../../shared/settings/schema.ts'
import { compareWith } from './comparison.ts'
import type { View } from './useJudged.ts'

type Asked = { view: View; saved: Relationship; comparison: Comparison | null }

/** By content, because saving makes new objects of the same values; names of contract and partner judge nothing. */
const differs = (one: Relationship, other: Relationship): boolean =>
  JSON.stringify([one.role, one.settings]) !== JSON.stringify([other.role, other.settings])

/**
 * `state`: `same` without unsaved differences, `ready` with a comparison, `asked` while the worker works, `open` when it
 * has to be asked with `ask`.
 */
export function useComparison(view: View | null, saved: Relationship | null) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [wanted, setWanted] = useState<View | null>(null)
  const different = useMemo(
    () => view !== null && saved !== null && differs(saved, view.settings.relationship),
    [view, saved],
  )
  const inPage = useMemo(
    () =>
      different && view && saved && view.sample.held.kind === 'page'
        ? compareWith(view.sample.held.data, view.settings, saved)
        : null,
    [different, view, saved],
  )
  // What was asked about a sample goes with it: a hundred thousand tickets are not held for an old answer.
  if (asked && asked.view.sample !== view?.sample) setAsked(null)
  if (wanted && wanted.sample !== view?.sample) setWanted(null)
  useEffect(() => {
    if (!view || wanted !== view || !saved || view.sample.held.kind !== 'worker') return
    let current = true
    view.sample.held.remote.call('compare', saved).then(
      (comparison) => current && setAsked({ view, saved, comparison }),
      () => current && setWanted(null),
    )
    return () => {
      current = false
    }
  }, [view, wanted, saved])

  const comparison = inPage ?? (asked?.view === view && asked?.saved === saved ? asked.comparison : null)
  const waiting = wanted !== null && wanted === view ? 'asked' : 'open'
  const state: 'same' | 'ready' | 'asked' | 'open' = !different ? 'same' : comparison ? 'ready' : waiting
  return { state, comparison: different ? comparison : null, ask: () => setWanted(view) }
}
