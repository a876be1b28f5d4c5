// Which sample the preview of a relationship runs on, per flow: what was chosen, else the sample library.
import { useMemo } from 'react'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { libraryBase, heldLibrary } from './librarySample.ts'
import { releaseSample, type HeldSample } from '../judging/heldSample.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'

type Chosen = Record<Flow, HeldSample | null>

const chosenSamples = windowState<Chosen>({ inbound: null, outbound: null })

type SampleInput = {
  relationship: Relationship
  saved: Relationship | null
  reference: Reference | null
  flow: Flow
}

/**
 * `sample` is the one of the flow looked at. `chosenNow` answers late work, which must not go by what was chosen when it
 * began. `choose(flow, null)` goes back to the sample library. What a replaced sample held is freed.
 */
export function useSample({ relationship, saved, reference, flow }: SampleInput) {
  const [chosen, setChosen, chosenNow] = useWindowState(chosenSamples, relationship.id)
  const base = libraryBase(relationship, saved)
  const library = useMemo(
    () => ({
      inbound: heldLibrary('inbound', base, reference),
      outbound: heldLibrary('outbound', base, reference),
    }),
    [base, reference],
  )
  const samples: Record<Flow, HeldSample> = {
    inbound: chosen.inbound ?? library.inbound,
    outbound: chosen.outbound ?? library.outbound,
  }
  const choose = (target: Flow, sample: HeldSample | null) =>
    setChosen((previous) => {
      releaseSample(previous[target])
      return { ...previous, [target]: sample }
    })
  return { sample: samples[flow], samples, chosenNow, choose }
}
