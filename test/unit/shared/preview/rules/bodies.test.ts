// Bodies hold what ConnectWise's own model takes: its generated types check one of each kind, and all others are made alike.
import type { PatchOperation } from 'connectwise-rest'
import type { components } from 'connectwise-rest/dist/ManageTypes'
import { expect, test } from 'vitest'
import { sampleLibrary } from '../../../../../shared/preview/library/library.ts'
import { previewSample } from '../../../../../shared/preview/preview.ts'
import type { PreviewRequest } from '../../../../../shared/preview/result/previewResult.ts'
import {
  reference,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../../support/relationships.ts'

type Models = components['schemas']

/** Every member that is ever sent, with a value of its kind; a member or a value that is not ConnectWise's does not type-check. */
const bodies: Record<string, object> = {
  '/service/tickets': {
    summary: 'Printer offline',
    company: { id: 250 },
    board: { id: 4 },
    status: { id: 31 },
    priority: { id: 6 },
    source: { id: 3 },
    owner: { id: 42 },
    contactName: 'Dana Reyes',
    contactEmailAddress: 'dana@example.test',
    externalXRef: 'INC0012345',
    initialDescription: 'Reported by Dana Reyes.',
  } satisfies Models['Ticket'],
  '/service/tickets/{id}/notes': {
    text: 'Rebooted the print server.',
    detailDescriptionFlag: true,
    internalAnalysisFlag: true,
    resolutionFlag: true,
  } satisfies Models['ServiceNote'],
  '/time/entries': {
    chargeToId: 7001,
    chargeToType: 'ServiceTicket',
    member: { id: 42 },
    workRole: { id: 11 },
    timeStart: '2026-03-02T09:00:00Z',
    timeEnd: '2026-03-02T09:30:00Z',
    actualHours: 0.5,
    notes: 'Replaced fuser.',
  } satisfies Models['TimeEntry'],
  // Multipart: its generated type knows no parts.
  '/system/documents': {
    recordType: 'Ticket',
    recordId: 7001,
    title: 'print.log',
    file: { fileName: 'print.log', contentType: 'text/plain', size: 5 },
  },
}

/** What kind of value it is, members of objects included. */
const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, kindOf(part)]))
    : typeof value

const ticketNumber = 7001
const sentBody = (request: PreviewRequest) =>
  Object.entries('multipart' in request ? request.multipart : request.body).map(
    ([name, value]) => [name, value === '{id}' ? ticketNumber : value] as const,
  )

test('every body of the library holds members of its kind, all of them together, and nothing empty', () => {
  const known = reference()
  const relationship = targetRelationship({
    commentTypes: ['internal', 'discussion', 'resolution'],
    timeEntries: { ...timeEntriesOn, includeNotes: true },
  })
  const tickets = sampleLibrary(relationship, known).inbound.map(({ ticket }) => ticket)
  const { rows } = previewSample({ flow: 'inbound', relationship, reference: known, tickets })
  const used = new Map<string, Record<string, unknown>>()
  for (const request of rows.flatMap(({ requests }) => requests)) {
    const kinds = used.get(request.path) ?? {}
    for (const [name, value] of sentBody(request)) {
      expect([null, undefined, '']).not.toContain(value)
      // A file may lack its type or its size, never its name.
      kinds[name] = name === 'file' ? { ...Object(kinds[name]), ...Object(kindOf(value)) } : kindOf(value)
    }
    used.set(request.path, kinds)
  }
  expect(Object.fromEntries(used)).toEqual(kindOf(bodies))
})

type Change = Extract<PreviewRequest, { method: 'PATCH' }>['body'][number]
type Taken = PatchOperation & { value: Models['ServiceStatusReference'] & Models['PriorityReference'] }

/** Type-checks only while every change is an operation, and its value a reference, of ConnectWise's. */
const taken = (change: Change): Taken => change

test('changes name members of a ticket', () => {
  const known = reference()
  const tickets = sampleLibrary(sourceRelationship(), known).outbound.map(({ ticket }) => ticket)
  const relationship = sourceRelationship({ priority: { id: 7, name: 'Priority 1 - Critical' } })
  const { rows } = previewSample({ flow: 'outbound', relationship, reference: known, tickets, since: null })
  const changes = rows.flatMap(({ requests }) =>
    requests.flatMap((request) => (request.method === 'PATCH' ? request.body.map(taken) : [])),
  )
  expect(new Set(changes.map(({ path }) => path))).toEqual(
    new Set(['status', 'priority'] satisfies (keyof Models['Ticket'])[]),
  )
})
