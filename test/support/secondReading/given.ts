// Random snapshots and tickets for the second reading: small pools, so that things meet, miss and are sparse.
import * as fc from 'fast-check'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import { type Snapshot, statusSchema } from '../../../shared/reference/collections.ts'
import { connection } from '../relationships.ts'
import { pick, maybe, flag, list, sparse, people, mail, names, called, board, row } from './arbitraries.ts'

const of = maybe(fc.record({ id: board, name: names }))
const collections = row({
  companies: sparse(
    list(
      row({
        id: pick(250, 251),
        name: called,
        status: maybe(fc.record({ id: pick(1, 2) })),
        deletedFlag: flag,
      }),
    ),
  ),
  boards: sparse(
    list(
      row({
        id: pick(4, 5, 6),
        name: called,
        inactiveFlag: flag,
        projectFlag: flag,
        timeEntryLockedFlag: flag,
        timeEntryDiscussionFlag: flag,
        timeEntryResolutionFlag: flag,
      }),
    ),
  ),
  statuses: sparse(
    list(
      row({
        id: pick(31, 32, 51, 52),
        name: names,
        board: of,
        boardId: pick(4, 5, null, undefined),
        inactive: flag,
        inactiveFlag: flag,
        closedStatus: flag,
        closedFlag: flag,
        timeEntryNotAllowed: flag,
      }).map((spelled) => statusSchema.parse(spelled)),
      6,
    ),
  ),
  priorities: sparse(list(row({ id: pick(6, 7), name: called }))),
  sources: sparse(list(row({ id: pick(3, 4), name: called }))),
  members: sparse(
    list(
      row({
        id: pick(42, 43, 44, 45, 46),
        identifier: people,
        firstName: pick('Dana', 'Élodie', '', null, undefined),
        lastName: pick('Reyes', 'Brandt', '', null, undefined),
        officeEmail: mail,
        defaultEmail: mail,
        licenseClass: pick('F', 'A', 'a', null, undefined),
        inactiveFlag: flag,
        excludedServiceBoardIds: maybe(list(board)),
      }),
      5,
    ),
  ),
  workRoles: sparse(
    list(row({ id: pick(11, 12, 13), name: pick('Engineer', 'ENGINEER', '', null), inactiveFlag: flag })),
  ),
  customFields: sparse(
    list(
      row({
        id: pick(28, 29),
        caption: pick('Sync', 'Other', null),
        fieldTypeIdentifier: pick('Checkbox', 'Text', '', null),
      }),
    ),
  ),
  companyStatuses: sparse(list(row({ id: pick(1, 2), inactiveFlag: flag, disallowSavingFlag: flag }))),
})
const lists = [
  'companies',
  'boards',
  'statuses',
  'priorities',
  'sources',
  'members',
  'workRoles',
  'customFields',
] as const

export const snapshots: fc.Arbitrary<Snapshot | null> = maybe(
  row({
    kind: fc.constant('syncwright.reference' as const),
    version: fc.constant(1 as const),
    connection: pick(
      connection,
      connection,
      { ...connection, site: 'https://API-na.myconnectwise.net/v4_6_release' },
      { ...connection, companyId: 'other' },
    ),
    fetchedAt: pick('2026-11-23T09:00:00Z', '2026-10-01T09:00:00Z'),
    collections: collections.map((values) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    ),
    partial: fc.subarray([...lists], { maxLength: 3 }),
    unreadBoards: list(board, 2),
  }),
)

const long = pick(70, 99, 100, 101, 240, 251, 260).map((length) => 'x'.repeat(length))
const text = fc.oneof(
  pick('Printer offline', '', '  ', '\0', ' \0 ', 'half \ud83d', 'a\0b', 'שלום 🖨️', null, undefined),
  long,
  long.map((start) => `${start}\0👩‍👩‍👧‍👦 and more`),
)
const time = pick(
  '2026-11-20T09:00:00Z',
  '2026-11-20T09:00:00.900Z',
  '2026-11-20 10:00',
  '2026-11-20T10:00:00+02:00',
  '2026-11-20T09:45:00,5-0130',
  '2026-11-20T08:00Z',
  '2026-11-20',
  '2026-02-30T08:00:00Z',
  '0001-01-01T00:00:00',
  'noon',
  ' ',
  '\0',
  null,
  undefined,
)

export const partnerTickets: fc.Arbitrary<PartnerTicket> = row({
  key: fc.oneof(pick('INC-1', 'K\0-1', '\ud83d'), long),
  summary: text,
  description: text,
  requester: maybe(row({ name: text, email: text })),
  comments: maybe(
    list(row({ type: pick('public', 'internal', 'resolution', null, undefined), body: text }), 3),
  ),
  attachments: maybe(
    list(
      row({ fileName: text, contentType: pick('text/plain', 'a\0', '', null), size: pick(0, 7, null) }),
      2,
    ),
  ),
  timeEntries: maybe(
    list(
      row({
        memberName: fc.oneof(people, mail),
        memberEmail: mail,
        workRole: pick('engineer', 'Éngineer', 'Wizard', '', null, undefined),
        start: time,
        end: time,
        hours: pick(1.5, 0, -1, Number.NaN, Infinity, null, undefined),
        notes: text,
      }),
      3,
    ),
  ),
})

const where = (...ids: number[]) => maybe(fc.record({ id: pick(...ids), name: names }))

export const serviceTickets: fc.Arbitrary<ServiceTicket> = row({
  id: pick(7001, 7002),
  recordType: pick('ServiceTicket', 'ServiceTicket', 'Ticket', 'ProjectTicket', '', null, undefined),
  board: where(4, 4, 5, 6, 900),
  status: where(31, 32, 51, 99),
  priority: where(6, 7),
  company: where(250, 250, 251),
  closedFlag: pick(true, false, false, null, undefined),
  customFields: maybe(
    list(row({ id: pick(28, 29, null), value: pick(true, false, 'true', 1, null, undefined) }), 2),
  ),
  _info: maybe(
    row({ lastUpdated: pick('2026-11-01T00:00:00Z', '2026-10-31T23:59:59Z', '2026-11-23T10:00:00Z', null) }),
  ),
  notes: maybe(
    list(
      row({
        text,
        noteType: pick('TicketNote', 'TimeEntryNote', null),
        detailDescriptionFlag: flag,
        internalAnalysisFlag: flag,
        resolutionFlag: flag,
      }),
      3,
    ),
  ),
  documents: maybe(list(row({ title: text, fileName: text, linkFlag: flag, urlFlag: flag }), 2)),
  timeEntries: maybe(
    list(
      row({
        notes: text,
        addToDetailDescriptionFlag: flag,
        addToInternalAnalysisFlag: flag,
        addToResolutionFlag: flag,
      }),
      3,
    ),
  ),
})
