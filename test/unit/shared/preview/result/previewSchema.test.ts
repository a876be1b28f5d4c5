// The published schema of a preview result takes what the preview says, row by row and part by part.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { previewSample } from '../../../../../shared/preview/preview.ts'
import { previewResultSchema } from '../../../../../shared/preview/result/previewSchema.ts'
import { indexReference } from '../../../../../shared/reference/lookup.ts'
import { partnerTickets, serviceTickets, snapshots } from '../../../../support/secondReading/given.ts'
import { relationships } from '../../../../support/secondReading/givenSettings.ts'

test('every result fits, and loses nothing', () => {
  fc.assert(
    fc.property(
      relationships,
      snapshots,
      fc.array(partnerTickets, { maxLength: 3 }),
      fc.array(serviceTickets, { maxLength: 3 }),
      (relationship, snapshot, partners, tickets) => {
        const common = { relationship, reference: snapshot && indexReference(snapshot) }
        const notRead = [{ row: 2, reason: 'No key' }]
        for (const result of [
          previewSample({ ...common, flow: 'inbound', tickets: partners, notRead }),
          previewSample({ ...common, flow: 'outbound', tickets, since: null }),
        ])
          expect(previewResultSchema.parse(result)).toEqual(result)
      },
    ),
  )
})
