// A second reading of the contract agrees with findings and preview on random configurations and tickets.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingsPair, inboundPair, outboundPair } from '../../../../support/secondReading/agree.ts'
import { partnerTickets, serviceTickets, snapshots } from '../../../../support/secondReading/given.ts'
import { relationships } from '../../../../support/secondReading/givenSettings.ts'

const numRuns = 300

test('on the findings of a configuration', () => {
  fc.assert(
    fc.property(relationships, snapshots, (relationship, snapshot) => {
      const { product, reading } = findingsPair(relationship, snapshot)
      expect(product).toEqual(reading)
    }),
    { numRuns },
  )
})

test('on what becomes of a partner ticket', () => {
  fc.assert(
    fc.property(relationships, snapshots, partnerTickets, (relationship, snapshot, ticket) => {
      const { product, reading } = inboundPair(relationship, snapshot, ticket)
      expect(product).toEqual(reading)
    }),
    { numRuns },
  )
})

test('on what becomes of a ConnectWise ticket', () => {
  fc.assert(
    fc.property(relationships, snapshots, serviceTickets, (relationship, snapshot, ticket) => {
      const { product, reading } = outboundPair(relationship, snapshot, ticket)
      expect(product).toEqual(reading)
    }),
    { numRuns },
  )
})
