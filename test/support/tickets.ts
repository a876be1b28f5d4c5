// Generated tickets of both flows for tests of what holds for every ticket.
import * as fc from 'fast-check'
import type { PartnerTicket, ServiceTicket } from '../../shared/preview/sample/sample.ts'

const unit = fc.constantFrom('grapheme', 'binary', 'grapheme-ascii')
/** Text of any Unicode, up to a few hundred units. */
export const words = unit.chain((unit) => fc.string({ unit, maxLength: 180 }))
const text = fc.oneof(words, fc.string({ maxLength: 400 }), fc.constantFrom(null, undefined, '', '  '))
const flag = fc.constantFrom(true, false, null, undefined)
/** Times of every spelling, and what is no time. */
export const time = fc.oneof(
  text,
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-11-20T09:00:00Z', '2026-11-20', '2026-11-20T10:00:00+01:00', '0001-01-01'),
)
const hours = fc.option(fc.double())
/** JSON knows no other numbers, and a sample's schema lets no other in. */
const size = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))
const ref = (...ids: number[]) => fc.option(fc.record({ id: fc.constantFrom(...ids), name: text }))
const list = <T>(item: fc.Arbitrary<T>) => fc.option(fc.array(item, { maxLength: 5 }))

/** Partner tickets with any Unicode, nulls, times and sizes. */
export const partnerTicket: fc.Arbitrary<PartnerTicket> = fc.record(
  {
    key: words,
    summary: fc.oneof(text, fc.constant('Printer offline')),
    description: text,
    requester: fc.option(fc.record({ name: text, email: text })),
    comments: list(
      fc.record({
        type: fc.constantFrom('public', 'internal', 'resolution', null),
        author: text,
        body: text,
      }),
    ),
    attachments: list(fc.record({ fileName: text, size, contentType: text })),
    timeEntries: list(
      fc.record({
        memberName: fc.oneof(text, fc.constant('Dana Reyes')),
        memberEmail: text,
        workRole: fc.oneof(text, fc.constant('engineer')),
        start: time,
        end: time,
        hours,
        notes: text,
      }),
    ),
  },
  { requiredKeys: ['key'] },
)

/** ConnectWise tickets with any flags and nulls, some of which fit the relationship fixtures. */
export const serviceTicket: fc.Arbitrary<ServiceTicket> = fc.record(
  {
    id: fc.integer(),
    recordType: fc.constantFrom('ServiceTicket', 'ProjectTicket', null, undefined),
    board: ref(4, 5, 9),
    status: ref(31, 32, 39, 51),
    priority: ref(6, 7),
    company: ref(250, 251),
    closedFlag: flag,
    customFields: list(fc.record({ id: fc.constantFrom(27, 28), value: fc.oneof(flag, fc.string()) })),
    _info: fc.option(fc.record({ lastUpdated: time })),
    notes: list(
      fc.record({
        text,
        noteType: fc.constantFrom('TicketNote', 'TimeEntryNote', null),
        detailDescriptionFlag: flag,
        internalAnalysisFlag: flag,
        resolutionFlag: flag,
        mergedFlag: flag,
        ticket: ref(7001),
        member: fc.option(fc.record({ name: text })),
      }),
    ),
    documents: list(fc.record({ title: text, fileName: text, size })),
    timeEntries: list(
      fc.record({ member: fc.option(fc.record({ name: text })), actualHours: hours, notes: text }),
    ),
  },
  { requiredKeys: ['id'] },
)
