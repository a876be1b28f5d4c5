// A partner's ticket, previewed; judging it says the same.
import { expect } from 'vitest'
import { prepareInbound } from '../../../../../../shared/preview/rules/inbound.ts'
import type { PreviewRequest, PreviewRow } from '../../../../../../shared/preview/result/previewResult.ts'
import type { PartnerTicket } from '../../../../../../shared/preview/sample/sample.ts'
import type { Reference } from '../../../../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../../../../shared/relationship/relationship.ts'
import { reference, targetRelationship } from '../../../../../support/relationships.ts'

export type Options = { relationship?: Relationship; reference?: Reference | null }

export const preview = (changes: Partial<PartnerTicket>, options: Options = {}): PreviewRow => {
  const ticket = { key: 'INC001', summary: 'Printer offline', ...changes }
  const prepared = prepareInbound({
    relationship: targetRelationship(),
    reference: reference(),
    ...options,
  })
  const { key, verdict, reasons, warnings, ...more } = prepared.row(ticket)
  expect(prepared.judge(ticket)).toEqual({ key, verdict, reasons, warnings })
  return { key, verdict, reasons, warnings, ...more }
}

export const bodyOf = (request: PreviewRequest | undefined): unknown =>
  request && ('multipart' in request ? request.multipart : request.body)
