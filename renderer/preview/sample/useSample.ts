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

/** `other`: the sample of the other flow. `chosenNow` answers late work, which must not go by what was chosen when it began. `choose(flow, null)` goes back to the sample library. What a replaced sample held is freed. */
export function useSample({ relationship, saved, reference, flow }: SampleInput) {
  const [chosen, setChosen, chosenNow] = useWindowState(chosenSamples, relationship.id)
  const base = libraryBase(relationship, saved)
  const library = useMemo(() => heldLibrary(flow, base, reference), [flow, base, reference])
  const otherFlow = flow === 'inbound' ? 'outbound' : 'inbound'
  const otherLibrary = useMemo(() => heldLibrary(otherFlow, base, reference), [otherFlow, base, reference])
  const choose = (target: Flow, sample: HeldSample | null) =>
    setChosen((previous) => {
      releaseSample(previous[target])
      return { ...previous, [target]: sample }
    })
  return { sample: chosen[flow] ?? library, other: chosen[otherFlow] ?? otherLibrary, chosenNow, choose }
}
