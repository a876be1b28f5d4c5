// Anonymised samples: nobody is left in them, and the preview still says the same.
import { describe, expect, test } from 'vitest'
import { createAnonymiser } from '../../../../../shared/preview/sample/anonymise.ts'
import { prepareInbound } from '../../../../../shared/preview/rules/inbound.ts'
import { sampleLibrary } from '../../../../../shared/preview/library/library.ts'
import { prepareOutbound } from '../../../../../shared/preview/rules/outbound.ts'
import type { PartnerTicket, ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'

const partner: PartnerTicket = {
  key: 'INC001',
  summary: 'Call Mara Lindqvist',
  description: 'Phone +49 30 123456\nmara@example.test 🖨️',
  status: 'Open',
  requester: { name: 'Mara Lindqvist', email: 'mara@example.test' },
  comments: [
    { type: 'public', author: 'mara lindqvist', body: ' I am Mara. ' },
    { type: 'internal', author: 'Oskar Brandt', body: '  ' },
  ],
  attachments: [{ fileName: 'Mara Lindqvist.pdf', size: 10, contentType: 'application/pdf' }],
  timeEntries: [
    { memberName: 'Oskar Brandt', memberEmail: 'oskar@example.test', workRole: 'Engineer', notes: 'Mara' },
  ],
}

const service: ServiceTicket = {
  id: 7001,
  summary: 'Call Mara',
  board: { id: 4, name: 'Help Desk' },
  company: { id: 250, name: 'Contoso Ltd', identifier: 'Contoso' },
  contact: { id: 9, name: 'Mara Lindqvist' },
  owner: { id: 42, name: 'Dana Reyes', identifier: 'dreyes' },
  mergedParentTicket: { id: 1, name: 'Mara again' },
  externalXRef: 'INC001',
  customFields: [
    { id: 28, caption: 'Sync to partner', value: true },
    { id: 29, caption: 'Phone', value: '+49 30 123456' },
    { id: 30, caption: 'Extension', value: 4711 },
  ],
  _info: { lastUpdated: '2026-11-20T08:00:00Z', updatedBy: 'dreyes', enteredBy: 'Dana Reyes' },
  notes: [
    { text: 'Mara called.', member: { id: 42, name: 'Dana Reyes' }, ticket: { id: 7001, name: 'Mara' } },
  ],
  documents: [{ title: 'Mara', fileName: 'mara.pdf' }],
  timeEntries: [{ member: { identifier: 'dreyes' }, notes: 'Mara', internalNotes: 'Contoso' }],
}

function anonymiseInbound(tickets: readonly PartnerTicket[]): PartnerTicket[] {
  const sample = createAnonymiser()({ flow: 'inbound', tickets })
  return sample.flow === 'inbound' ? sample.tickets : []
}

function anonymiseOutbound(tickets: readonly ServiceTicket[]): ServiceTicket[] {
  const sample = createAnonymiser()({ flow: 'outbound', tickets })
  return sample.flow === 'outbound' ? sample.tickets : []
}

describe('an anonymised sample', () => {
  const named = /mara|lindqvist|oskar|brandt|dana|reyes|contoso|4711|123456/i

  test('names nobody', () => {
    expect(JSON.stringify(anonymiseInbound([partner]))).not.toMatch(named)
    expect(JSON.stringify(anonymiseOutbound([service]))).not.toMatch(named)
  })

  test('gives the same person the same name everywhere, and another person another', () => {
    const [ticket] = anonymiseInbound([partner])
    expect([
      ticket?.requester?.name,
      ...(ticket?.comments ?? []).map(({ author }) => author),
      ticket?.timeEntries?.[0]?.memberName,
    ]).toEqual(['Person 1', 'Person 1', 'Person 2', 'Person 2'])
    expect([ticket?.requester?.email, ticket?.timeEntries?.[0]?.memberEmail]).toEqual([
      'person1@example.test',
      'person2@example.test',
    ])
  })

  test('gives a person the same name in every part of a sample that comes in parts', () => {
    const anonymise = createAnonymiser()
    const [first, second] = [1, 2].map(() => anonymise({ flow: 'inbound', tickets: [partner] }))
    expect(second).toEqual(first)
  })

  test('keeps the length, the lines and the blanks of free text', () => {
    const [ticket] = anonymiseInbound([partner])
    const shape = (text: string | null | undefined) => text?.replace(/\S/g, 'x')
    expect(shape(ticket?.summary)).toBe(shape(partner.summary))
    expect(shape(ticket?.description)).toBe(shape(partner.description))
    expect(ticket?.comments?.map(({ body }) => shape(body))).toEqual([' x xx xxxxx ', '  '])
  })

  test('keeps keys, ids, states, sizes, checkboxes and what kind a file is', () => {
    expect(anonymiseInbound([partner])[0]).toMatchObject({
      key: 'INC001',
      status: 'Open',
      attachments: [{ fileName: expect.stringMatching(/^\w{4} \w{9}\.pdf$/), size: 10 }],
      timeEntries: [{ workRole: 'Engineer' }],
    })
    expect(anonymiseOutbound([service])[0]).toMatchObject({
      id: 7001,
      board: { id: 4, name: 'Help Desk' },
      company: { id: 250, name: 'Company 1', identifier: 'Company1' },
      externalXRef: 'INC001',
      customFields: [{ id: 28, value: true }, { id: 29 }, { id: 30, value: 0 }],
      _info: { lastUpdated: '2026-11-20T08:00:00Z' },
    })
  })

  test('is the same each time, and keeps what is absent absent', () => {
    expect(anonymiseInbound([partner])).toEqual(anonymiseInbound([partner]))
    expect(anonymiseInbound([{ key: 'K' }])).toEqual([{ key: 'K' }])
    expect(anonymiseOutbound([{ id: 1 }])).toEqual([{ id: 1 }])
  })
})

test('the preview of an anonymised sample says the same, but for lost members and half characters', () => {
  const relationship = targetRelationship()
  const known = reference()
  const { inbound, outbound } = sampleLibrary(sourceRelationship(), known)
  const partners = inbound.map(({ ticket }) => ticket)
  const { judge } = prepareInbound({ relationship, reference: known })
  const judged = (tickets: PartnerTicket[]) =>
    tickets.map(judge).map(({ warnings, ...rest }) => ({
      ...rest,
      warnings: warnings.filter((warning) => warning !== 'member-fallback' && warning !== 'text-cleaned'),
    }))
  expect(judged(anonymiseInbound(partners))).toEqual(judged(partners))

  const tickets = outbound.map(({ ticket }) => ticket)
  const sent = prepareOutbound({ relationship: sourceRelationship(), reference: known, since: null })
  expect(anonymiseOutbound(tickets).map(sent.judge)).toEqual(tickets.map(sent.judge))
})
