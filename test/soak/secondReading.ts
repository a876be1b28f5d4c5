// The second reading against the product, long: configurations, and tickets of both flows under each of them.
import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { findingsPair, inboundPair, outboundPair } from '../support/secondReading/agree.ts'
import { partnerTickets, serviceTickets, snapshots } from '../support/secondReading/given.ts'
import { relationships } from '../support/secondReading/givenSettings.ts'

type Trial = { configurations: number; ticketsEach: number; seed: number }

/** Every disagreement with what it is about; empty when product and reading are of one mind. */
export function disagreements({ configurations, ticketsEach, seed }: Trial): string[] {
  const found: string[] = []
  const given = fc.record({
    relationship: relationships,
    snapshot: snapshots,
    partners: fc.array(partnerTickets, { minLength: ticketsEach, maxLength: ticketsEach }),
    tickets: fc.array(serviceTickets, { minLength: ticketsEach, maxLength: ticketsEach }),
  })
  for (const { relationship, snapshot, partners, tickets } of fc.sample(given, {
    numRuns: configurations,
    seed,
  })) {
    const pairs = [
      { of: snapshot, ...findingsPair(relationship, snapshot) },
      ...partners.map((ticket) => ({ of: ticket, ...inboundPair(relationship, snapshot, ticket) })),
      ...tickets.map((ticket) => ({ of: ticket, ...outboundPair(relationship, snapshot, ticket) })),
    ]
    for (const { of, product, reading } of pairs)
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(product)), JSON.parse(JSON.stringify(reading))))
        found.push(JSON.stringify({ settings: relationship.settings, snapshot, of, product, reading }))
  }
  return found
}
