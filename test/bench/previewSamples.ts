// Large samples for the benchmarks: as many tickets as asked for, with or without details, each a little different.
import type { PartnerTicket, ServiceTicket } from '../../shared/preview/sample/sample.ts'

const day = (index: number): string => `2026-11-${String(1 + (index % 28)).padStart(2, '0')}`

/** Four notes, one attachment and one time entry. */
const serviceDetails = (index: number): Partial<ServiceTicket> => ({
  notes: [0, 1, 2, 3].map((place) => ({
    id: index * 4 + place,
    noteType: place === 3 ? 'TimeEntryNote' : 'TicketNote',
    text: `Note ${place} of ticket ${index}`,
    detailDescriptionFlag: place !== 1,
    internalAnalysisFlag: place === 1 || index % 9 === 0,
    resolutionFlag: place === 2,
  })),
  documents: [{ id: index, fileName: `log-${index}.txt`, size: index }],
  timeEntries: [
    {
      id: index,
      member: { id: 42, name: 'Dana Reyes' },
      timeStart: `${day(index)}T09:00:00Z`,
      actualHours: 1,
      notes: 'Work',
    },
  ],
})

const partnerDetails = (index: number): Partial<PartnerTicket> => ({
  comments: (['public', 'internal', 'resolution', 'public'] as const).map((type) => ({
    type,
    author: 'Mara Lindqvist',
    body: `Comment on ticket ${index}`,
  })),
  attachments: [{ fileName: `log-${index}.txt`, size: index, contentType: 'text/plain' }],
  timeEntries: [
    {
      memberName: index % 3 === 0 ? `Somebody ${index}` : 'Élodie Brandt',
      memberEmail: index % 3 === 0 ? `somebody${index}@example.test` : null,
      workRole: 'Engineer',
      start: `${day(index)}T09:00:00Z`,
      end: index % 7 === 0 ? null : `${day(index)}T09:45:00Z`,
      hours: index % 11 === 0 ? null : 0.75,
      notes: 'Work',
    },
  ],
})

/** ConnectWise tickets on three boards of two companies, changed all over November 2026. */
export const serviceTickets = (count: number, withDetails: boolean): ServiceTicket[] =>
  Array.from({ length: count }, (_, index) => ({
    id: 7000 + index,
    summary: `Printer ${index} offline`,
    recordType: index % 50 === 0 ? 'ProjectTicket' : 'ServiceTicket',
    board: { id: 4 + (index % 3), name: 'Board' },
    status: { id: 31 + (index % 2), name: 'Status' },
    priority: { id: 6 + (index % 2), name: 'Priority' },
    company: { id: 250 + (index % 10 === 0 ? 1 : 0), name: 'Company' },
    closedFlag: index % 4 === 0,
    customFields: [{ id: 28, caption: 'Sync to partner', type: 'Checkbox', value: index % 5 !== 0 }],
    _info: { lastUpdated: `${day(index)}T10:00:00Z` },
    ...(withDetails ? serviceDetails(index) : {}),
  }))

/** Partner tickets, some without a title and some with one that is too long. */
export const partnerTickets = (count: number, withDetails: boolean): PartnerTicket[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `INC${index}`,
    summary: index % 40 === 0 ? '' : `Printer ${index} offline ${index % 10 === 0 ? 'x'.repeat(120) : ''}`,
    description: 'Since Monday.',
    requester: { name: 'Mara Lindqvist', email: 'mara.lindqvist@example.test' },
    ...(withDetails ? partnerDetails(index) : {}),
  }))
