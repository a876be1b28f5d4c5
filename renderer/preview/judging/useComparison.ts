// The draft against the saved revision: at once, in parts, or on request where the worker has to build every row.
import { useEffect, useMemo, useState } from 'react'
import type { Comparison } from '../../../shared/preview/compare.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { compareWith, createComparer } from './comparison.ts'
import { inParts } from './chunked.ts'
import type { View } from './useJudged.ts'

/** As many tickets are compared at once; more would be felt while typing. */
const atOnce = 100

type Asked = { view: View; saved: Relationship; comparison: Comparison | null }

/** By content, because saving makes new objects of the same values; names of contract and partner judge nothing. */
const differs = (one: Relationship, other: Relationship): boolean =>
  JSON.stringify([one.role, one.settings]) !== JSON.stringify([other.role, other.settings])

/**
 * `state`: `same` without unsaved differences, `ready` with a comparison, `asked` while one is made (then `comparison` may
 * be the one before), `open` when the worker has to be asked with `ask`.
 */
export function useComparison(view: View | null, saved: Relationship | null) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [wanted, setWanted] = useState<View | null>(null)
  const different = useMemo(
    () => view !== null && saved !== null && differs(saved, view.settings.relationship),
    [view, saved],
  )
  const held = different ? view?.sample.held : undefined
  const data = held?.kind === 'page' ? held.data : null
  const inPage = useMemo(
    () =>
      data && view && saved && data.tickets.length <= atOnce ? compareWith(data, view.settings, saved) : null,
    [data, view, saved],
  )
  useEffect(() => {
    if (!data || !view || !saved || data.tickets.length <= atOnce) return
    const compare = createComparer(data, view.settings, saved)
    const comparison: Comparison = { verdicts: [], newlySent: [] }
    const part = (from: number) => {
      const { verdicts, newlySent } = compare(from, atOnce)
      comparison.verdicts.push(...verdicts)
      comparison.newlySent.push(...newlySent)
    }
    return inParts(data.tickets.length, atOnce, part, () => setAsked({ view, saved, comparison }))
  }, [data, view, saved])
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

  const exact = asked?.view === view && asked?.saved === saved ? asked.comparison : null
  // The one before stays in sight, marked as such, so that the list does not jump back and forth with every key.
  const before = data && asked?.saved === saved ? asked.comparison : null
  const comparison = inPage ?? exact ?? before
  const asking = data !== null || (wanted !== null && wanted === view)
  const state: 'same' | 'ready' | 'asked' | 'open' = !different
    ? 'same'
    : (inPage ?? exact)
      ? 'ready'
      : asking
        ? 'asked'
        : 'open'
  return { state, comparison: different ? comparison : null, ask: () => setWanted(view) }
}
