// A ConnectWise ticket as the partner has it.
import { describe, expect, it } from 'vitest'
import { asPartnerTicket } from '../../../../../shared/preview/sample/asPartner.ts'

describe('a ConnectWise ticket as the partner’s', () => {
  it('keeps notes, attachments and time once', () => {
    expect(
      asPartnerTicket({
        id: 7,
        summary: 'A',
        status: { id: 1, name: 'New' },
        contact: { id: 3, name: 'Mara' },
        notes: [
          { text: 'both', detailDescriptionFlag: true, resolutionFlag: true },
          { text: 'staff', internalAnalysisFlag: true, member: { id: 1, name: 'Dana' } },
          { text: 'from time', noteType: 'TimeEntryNote', detailDescriptionFlag: true },
        ],
        documents: [{ title: 'log', size: 3 }],
        timeEntries: [{ member: { identifier: 'dreyes' }, actualHours: 1, notes: 'from time' }],
      }),
    ).toMatchObject({
      key: '7',
      status: 'New',
      requester: { name: 'Mara' },
      comments: [
        { type: 'resolution', body: 'both' },
        { type: 'internal', body: 'staff', author: 'Dana' },
      ],
      attachments: [{ fileName: 'log', size: 3 }],
      timeEntries: [{ memberName: 'dreyes', hours: 1, notes: 'from time' }],
    })
  })
})
