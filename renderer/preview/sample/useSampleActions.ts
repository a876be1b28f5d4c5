// What the sample menu does: read, import, type, or go back to the library, each for the flow that is open.
import { useState } from 'react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { Assignment } from '../../../shared/files/sample/sampleFields.ts'
import type { SampleReading } from '../../../shared/files/sample/source.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import { type SampleOrigin, pageSample, type HeldSample } from '../judging/heldSample.ts'
import { fetchSamples, type Watch } from './transfer.ts'
import { type TypedTicket, withTyped } from './typedTicket.ts'
import type { SampleFile } from './sampleFile.ts'
import { startOf, useReading } from './useReading.ts'
import { useSample } from './useSample.ts'
import { useTransfer } from './useTransfer.ts'

/** What the preview has open, as far as another sample changes it. */
type Open = {
  flow: Flow
  setFlow: (flow: Flow) => void
  select: (index: number | null, of?: Flow) => void
  setSince: (since: string) => void
}

type SampleActionsInput = {
  relationship: Relationship
  saved: Relationship | null
  reference: Reference | null
  target: ApiTarget
  open: Open
  /** The tickets are others now: what the list was narrowed to means nothing any more. */
  onReplaced: () => void
}

/** What main has read already is fetched in a moment: nothing to show, nothing to stop. */
const unwatched = (): Watch => ({ onProgress: () => {}, signal: new AbortController().signal })

/** The tickets typed so far, when the sample in use is a typed one. */
const typedBefore = (sample: HeldSample, flow: Flow): Tickets =>
  sample.origin.kind === 'typed' && sample.held.kind === 'page' ? sample.held.data : { flow, tickets: [] }

export function useSampleActions({
  relationship,
  saved,
  reference,
  target,
  open,
  onReplaced,
}: SampleActionsInput) {
  const { flow } = open
  const [asked, setAsked] = useState<SampleFile | null>(null)
  const { sample, samples, chosenNow, choose } = useSample({ relationship, saved, reference, flow })

  const put = (next: HeldSample | null, of: Flow = flow) => {
    choose(of, next)
    open.select(null, of)
    onReplaced()
  }
  const reader = useReading(relationship.id, target, async ({ sampleId, rows, partial }, { since }) => {
    const origin: SampleOrigin = {
      kind: 'read',
      since: startOf(since),
      at: new Date().toISOString(),
      partial,
    }
    open.setSince(since)
    // What was read serves both flows, unless the other one runs on something that was chosen for it.
    const chosen = chosenNow()
    const free = (of: Flow) => of === flow || chosen[of] === null || chosen[of].origin.kind === 'read'
    const flows = (['outbound', 'inbound'] as const).filter(free)
    const source = { id: sampleId, flow: 'outbound', rows } as const
    const samples = await fetchSamples(source, flows, origin, unwatched())
    samples?.forEach((read) => put(read, read.flow))
  })

  const mover = useTransfer(relationship.id, (arrived) => {
    open.setFlow(arrived.flow)
    put(arrived, arrived.flow)
  })

  return {
    sample,
    samples,
    ...reader,
    ...mover,
    /** Why no other sample can be taken now, null when one can. */
    underway: mover.transfer.state === 'moving' ? 'Another sample is on its way.' : null,
    importFile: (file: File) => mover.importFile(flow, file, setAsked),
    /** A file of another system that waits for what its columns mean. */
    asked,
    useColumns: (assignment: Assignment) => {
      setAsked(null)
      if (asked) void mover.readOpened(asked, assignment)
    },
    /** Throws a CallError when the file is nothing so; what is asked about stays. */
    rereadAsked: async (reading: SampleReading) => {
      if (asked) setAsked(await asked.reread(reading))
    },
    dropAsked: () => {
      asked?.drop()
      setAsked(null)
    },
    typedCount: typedBefore(sample, flow).tickets.length,
    addTyped: (ticket: TypedTicket) => {
      const tickets = withTyped(typedBefore(sample, flow), ticket, relationship)
      put(pageSample(tickets, { kind: 'typed' }))
      open.select(tickets.tickets.length - 1)
    },
    useLibrary: () => put(null),
  }
}
