// The draft against earlier settings: at once, in parts, or on request where the worker has to build every row.
import { useEffect, useMemo, useState } from 'react'
import { type Comparison, joinComparisons } from '../../../shared/preview/compare.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { compareWith, createComparer } from './comparison.ts'
import { inParts } from './chunked.ts'
import type { JudgedView } from './useJudged.ts'
import { sameSettings } from '../../../shared/relationship/diffRelationships.ts'

/** As many tickets are compared at once; more would be felt while typing. */
const atOnce = 100

/** A sample and the draft it is judged with. */
type Draft = Pick<JudgedView, 'sample' | 'settings'>

type Asked = { view: Draft; earlier: Relationship; comparison: Comparison | null }

/**
 * `state`: `same` without differences, `ready` with a comparison, `asked` while one is made (then `comparison` may
 * be the one before), `open` when the worker has to be asked with `ask`.
 */
export function useComparison(view: Draft | null, earlier: Relationship | null) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [wanted, setWanted] = useState<Draft | null>(null)
  const different = useMemo(
    () => view !== null && earlier !== null && !sameSettings(earlier, view.settings.relationship),
    [view, earlier],
  )
  const held = different ? view?.sample.held : undefined
  const data = held?.kind === 'page' ? held.data : null
  const inPage = useMemo(
    () =>
      data && view && earlier && data.tickets.length <= atOnce
        ? compareWith(data, view.settings, earlier)
        : null,
    [data, view, earlier],
  )
  useEffect(() => {
    if (!data || !view || !earlier || data.tickets.length <= atOnce) return
    const compare = createComparer(data, view.settings, earlier)
    const compared: Comparison[] = []
    return inParts(
      data.tickets.length,
      atOnce,
      (from) => compared.push(compare(from, atOnce)),
      () => setAsked({ view, earlier, comparison: joinComparisons(compared) }),
    )
  }, [data, view, earlier])
  // What was asked about a sample goes with it: a hundred thousand tickets are not held for an old answer.
  if (asked && asked.view.sample !== view?.sample) setAsked(null)
  if (wanted && wanted.sample !== view?.sample) setWanted(null)
  useEffect(() => {
    if (!view || wanted !== view || !earlier || view.sample.held.kind !== 'worker') return
    let current = true
    view.sample.held.remote.call('compare', earlier).then(
      (comparison) => current && setAsked({ view, earlier, comparison }),
      () => current && setWanted(null),
    )
    return () => {
      current = false
    }
  }, [view, wanted, earlier])

  const exact = asked?.view === view && asked.earlier === earlier ? asked.comparison : null
  // The one before stays in sight, marked as such, so that the list does not jump back and forth with every key.
  const before = data && asked?.earlier === earlier ? asked.comparison : null
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
