// Bodies hold only members that ConnectWise's own model has: the lists are checked against its generated types.
import type { components } from 'connectwise-rest/dist/ManageTypes'
import { expect, test } from 'vitest'
import { sampleLibrary } from '../../../shared/preview/library.ts'
import { previewSample } from '../../../shared/preview/preview.ts'
import { reference, targetRelationship, timeEntriesOn } from '../../support/relationships.ts'

type Models = components['schemas']

const ticketMembers = [
  'summary',
  'company',
  'board',
  'status',
  'priority',
  'source',
  'owner',
  'contactName',
  'contactEmailAddress',
  'externalXRef',
  'initialDescription',
] as const satisfies readonly (keyof Models['Ticket'])[]
const noteMembers = [
  'text',
  'detailDescriptionFlag',
  'internalAnalysisFlag',
  'resolutionFlag',
] as const satisfies readonly (keyof Models['ServiceNote'])[]
const timeEntryMembers = [
  'chargeToId',
  'chargeToType',
  'member',
  'workRole',
  'timeStart',
  'timeEnd',
  'actualHours',
  'notes',
] as const satisfies readonly (keyof Models['TimeEntry'])[]

const members: Record<string, readonly string[]> = {
  '/service/tickets': ticketMembers,
  '/service/tickets/{id}/notes': noteMembers,
  '/time/entries': timeEntryMembers,
  '/system/documents': ['recordType', 'recordId', 'title', 'file'],
}

test('every body of the library holds all members of its list and no other, and nothing empty', () => {
  const known = reference()
  const relationship = targetRelationship({
    commentTypes: ['internal', 'discussion', 'resolution'],
    timeEntries: { ...timeEntriesOn, includeNotes: true },
  })
  const tickets = sampleLibrary(relationship, known).inbound.map(({ ticket }) => ticket)
  const { rows } = previewSample({ flow: 'inbound', relationship, reference: known, tickets })
  const used = new Map<string, Set<string>>()
  for (const request of rows.flatMap(({ requests }) => requests)) {
    const body = Object.entries('multipart' in request ? request.multipart : request.body)
    const seen = used.get(request.path) ?? new Set()
    for (const [name, value] of body) {
      seen.add(name)
      expect([null, undefined, '']).not.toContain(value)
    }
    used.set(request.path, seen)
  }
  const sorted = (names: Iterable<string>) => [...names].sort()
  expect(Object.fromEntries([...used].map(([path, names]) => [path, sorted(names)]))).toEqual(
    Object.fromEntries(Object.entries(members).map(([path, names]) => [path, sorted(names)])),
  )
})
