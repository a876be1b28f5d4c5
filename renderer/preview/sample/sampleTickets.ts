// The tickets of a sample in the page, wherever they are held: for whoever compares or plays them.
import { useEffect, useState } from 'react'
import {
  addPart,
  partOf,
  partSize,
  type SampleTickets,
  type Tickets,
} from '../../../shared/preview/sample/tickets.ts'
import type { HeldSample } from '../judging/heldSample.ts'
import { ticketsFromText } from '../judging/ticketText.ts'

/** At most so many, the first ones. Rejects when the sample was replaced meanwhile. */
export async function firstTickets({ flow, held, entries }: HeldSample, most: number): Promise<Tickets> {
  if (held.kind === 'page') return partOf(held.data, 0, most)
  const found: SampleTickets = { flow, tickets: [] }
  for (let from = 0; from < Math.min(most, entries.length); from += partSize)
    addPart(found, ticketsFromText(flow, await held.remote.call('text', { from, anonymous: false })))
  return partOf(found, 0, most)
}

/** All of a sample that has at most so many; null where there are more, and until they are here. */
export function useAllTickets(sample: HeldSample, most: number): Tickets | null {
  const [fetched, setFetched] = useState<{ of: HeldSample; tickets: Tickets } | null>(null)
  const { held, entries } = sample
  const isFar = held.kind === 'worker' && entries.length <= most
  useEffect(() => {
    if (!isFar) return
    let isLeft = false
    void firstTickets(sample, most).then(
      (tickets) => !isLeft && setFetched({ of: sample, tickets }),
      // Another sample has taken its place.
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [isFar, sample, most])
  if (held.kind === 'page') return held.data
  return isFar && fetched?.of === sample ? fetched.tickets : null
}
