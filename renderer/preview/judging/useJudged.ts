// Judges the sample on every change of the form: in a deferred render for small samples, in the worker for large ones.
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { createLatest } from './latestOnly.ts'
import type { Remote } from './remote.ts'
import type { HeldSample } from './heldSample.ts'
import { type Detail, type Judged, openSession, type Session, type JudgedWith } from './judgingSession.ts'

/** A judged sample and what it was judged with. */
export type JudgedView = {
  sample: HeldSample
  settings: JudgedWith
  judged: Judged
  /** Answers at once for samples in the page; null when the worker has to be asked. */
  session: Session | null
}

type Inputs = { sample: HeldSample; settings: JudgedWith }

/** Judges in the page, in a render that typing interrupts. */
function useInPage(inputs: Inputs): JudgedView | null {
  return useMemo(() => {
    const { sample, settings } = inputs
    if (sample.held.kind !== 'page') return null
    const session = openSession(sample.held.data, settings)
    return { ...inputs, session, judged: session.judge() }
  }, [inputs])
}

/** What the worker made of some inputs; `view` is null when it failed. */
type Heard = { inputs: Inputs; view: JudgedView | null }

/** Judges through a worker; the reference data travels only when it changed. */
function judgeThrough(remote: Remote, hear: (heard: Heard) => void): (inputs: Inputs) => void {
  let sent: JudgedWith['reference'] | undefined
  return createLatest(
    async ({ settings }: Inputs): Promise<Judged | null> => {
      const { relationship, reference, since } = settings
      try {
        if (sent === undefined || sent !== reference) await remote.call('reference', reference)
        sent = reference
        return await remote.call('judge', { relationship, since })
      } catch {
        return null
      }
    },
    (inputs, judged) => hear({ inputs, view: judged && { ...inputs, judged, session: null } }),
  )
}

function useInWorker(inputs: Inputs): Heard | null {
  const [heard, setHeard] = useState<Heard | null>(null)
  const remote = inputs.sample.held.kind === 'worker' ? inputs.sample.held.remote : null
  const judge = useMemo(() => remote && judgeThrough(remote, setHeard), [remote])
  useEffect(() => judge?.(inputs), [judge, inputs])
  // An answer about a replaced sample would keep that sample in memory.
  if (heard && heard.inputs.sample !== inputs.sample) setHeard(null)
  return heard?.inputs.sample === inputs.sample ? heard : null
}

/**
 * The judged sample; `updating` while it belongs to an earlier state of the form. `view` is null before the first, and
 * when the worker failed.
 */
export function useJudged(
  sample: HeldSample,
  settings: JudgedWith,
): { view: JudgedView | null; updating: boolean; failed: boolean } {
  const inputs = useMemo(() => ({ sample, settings }), [sample, settings])
  const inPage = useInPage(useDeferredValue(inputs))
  const inWorker = useInWorker(inputs)
  if (sample.held.kind === 'worker' && inWorker && inWorker.view === null)
    return { view: null, updating: false, failed: true }
  const view = sample.held.kind === 'page' ? inPage : (inWorker?.view ?? null)
  const updating = view === null || view.sample !== sample || view.settings !== settings
  return { view, updating, failed: false }
}

type Answered = { view: JudgedView; index: number; detail: Detail | null }

/** One ticket in full. `pending` while the worker has not answered for this ticket under these settings. */
export function useDetail(
  view: JudgedView | null,
  index: number | null,
): { detail: Detail | null; pending: boolean } {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const here = useMemo(
    () => (view?.session && index !== null ? view.session.detail(index) : null),
    [view, index],
  )
  // An answer about a replaced sample would keep that sample in memory.
  if (answered && answered.view.sample !== view?.sample) setAnswered(null)
  useEffect(() => {
    if (!view || index === null || view.sample.held.kind !== 'worker') return
    let wanted = true
    view.sample.held.remote.call('detail', index).then(
      (detail) => wanted && setAnswered({ view, index, detail }),
      () => wanted && setAnswered({ view, index, detail: null }),
    )
    return () => {
      wanted = false
    }
  }, [view, index])

  if (!view || index === null) return { detail: null, pending: false }
  if (view.session) return { detail: here, pending: false }
  // An earlier answer about the same ticket stays visible, marked as pending, until the new one is there.
  const same = answered?.index === index && answered.view.sample === view.sample ? answered : null
  return { detail: same?.detail ?? null, pending: same?.view !== view }
}
