// The demo organisation: the same for the same seed, believable, and odd where real sites are.
import { describe, expect, test } from 'vitest'
import { collectionsSchema } from '../../../../../shared/reference/collections.ts'
import { outboundSampleSchema } from '../../../../../shared/preview/sample/sample.ts'
import {
  type JsonObject,
  type StoredRow,
  isStoredObject,
  textOf,
} from '../../../../../main/demo/model/storedRows.ts'
import { allNotes } from '../../../../../main/demo/world/allNotes.ts'
import { demoSizes, sizes } from '../../../../../main/demo/world/sizes.ts'
import { createWorld } from '../../../../../main/demo/world/world.ts'

const now = new Date('2026-11-23T10:00:00Z')
const world = createWorld('small', 1, now)
const details = world.details()
const statuses = [...world.statuses.values()].flatMap(({ rows }) => rows)
const tickets = world.tickets.rows
const ticketNotes = tickets.flatMap((ticket) => allNotes(ticket, world.tickets, details))
const notes = [...details.notes.values()].flatMap(({ rows }) => rows)

test('one seed and one moment give one world, another seed another', () => {
  const rowsOf = (seed: number) => JSON.stringify(createWorld('small', seed, now).tickets.rows)
  expect(rowsOf(1)).toBe(JSON.stringify(tickets))
  expect(rowsOf(2)).not.toBe(rowsOf(1))
})

test('rows fit the schemas the product reads with', () => {
  const collections = {
    companies: world.companies.rows,
    boards: world.boards.rows,
    statuses,
    priorities: world.priorities.rows,
    sources: world.sources.rows,
    members: world.members.rows,
    workRoles: world.workRoles.rows,
    customFields: world.customFields.rows,
    companyStatuses: world.companyStatuses.rows,
  }
  expect(collectionsSchema.safeParse(collections).error).toBeUndefined()
  const whole = tickets.map((ticket) => ({
    ...ticket,
    notes: allNotes(ticket, world.tickets, details),
    documents: details.documents.rows.filter(({ id }) => details.ticketOfDocument.get(id) === ticket.id),
    timeEntries: details.timeEntries.rows.filter((entry) => entry.chargeToId === ticket.id),
  }))
  expect(outboundSampleSchema.safeParse(whole).error).toBeUndefined()
})

test.each(demoSizes.filter((size) => size !== 'huge'))(
  '%s has the sizes it promises and ids in order',
  (size) => {
    const made = createWorld(size, 1, now)
    expect(made.companies.rows.filter((row) => row.deletedFlag === false)).toHaveLength(sizes[size].companies)
    expect(made.members.rows).toHaveLength(sizes[size].members.all)
    expect(made.tickets.rows.length).toBeGreaterThanOrEqual(sizes[size].tickets)
    const collections = Object.values(made).flatMap((value) =>
      typeof value === 'function' ? [] : 'rows' in value ? [value] : [...value.values()],
    )
    for (const { rows } of collections) {
      const ids = rows.map(({ id }) => id)
      expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => one - other))
    }
    const statusIds = [...made.statuses.values()].flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(new Set(statusIds).size).toBe(statusIds.length)
  },
)

test('tickets lie in the last 60 days, entered before updated', () => {
  for (const { _info: info } of tickets.filter((row) => isStoredObject(row._info))) {
    const { dateEntered, lastUpdated } = isStoredObject(info) ? info : {}
    expect(Date.parse(textOf(dateEntered))).toBeGreaterThan(now.getTime() - 61 * 86_400_000)
    expect(textOf(dateEntered) <= textOf(lastUpdated)).toBe(true)
    expect(Date.parse(textOf(lastUpdated))).toBeLessThanOrEqual(now.getTime())
  }
})

test('what hangs on a ticket is no newer than the ticket', () => {
  const updatedOf = (row: StoredRow | undefined) =>
    isStoredObject(row?._info) ? textOf(row._info.lastUpdated) : ''
  const newer = [
    ...notes.map((row) => [row, row.ticketId] as const),
    ...details.timeEntries.rows.map((row) => [row, row.chargeToId] as const),
    ...details.documents.rows.map((row) => [row, details.ticketOfDocument.get(row.id)] as const),
  ].filter(([row, ticket]) => updatedOf(row) > updatedOf(world.tickets.find(Number(ticket))))
  expect(newer).toEqual([])
})

const value = (row: JsonObject, id: number) =>
  Array.isArray(row.customFields)
    ? row.customFields.filter(isStoredObject).find((field) => field.id === id)?.value
    : undefined

describe('holds', () => {
  test.each<[string, StoredRow[], (row: StoredRow) => boolean]>([
    [
      'a status name on several boards',
      statuses,
      (row) => statuses.some((other) => other.id !== row.id && other.name === row.name),
    ],
    ['an inactive status', statuses, (row) => row.inactive === true],
    ['a closed status', statuses, (row) => row.closedStatus === true],
    ['a status that blocks time', statuses, (row) => row.timeEntryNotAllowed === true],
    [
      'a completed status that does not close',
      statuses,
      (row) => row.name === 'Completed' && row.closedStatus === false,
    ],
    ['an inactive board', world.boards.rows, (row) => row.inactiveFlag === true],
    ['a project board', world.boards.rows, (row) => row.projectFlag === true],
    ['a board that locks time', world.boards.rows, (row) => row.timeEntryLockedFlag === true],
    ['a deleted company', world.companies.rows, (row) => row.deletedFlag === true],
    ['an inactive company status', world.companyStatuses.rows, (row) => row.inactiveFlag === true],
    [
      'a company status that forbids saving',
      world.companyStatuses.rows,
      (row) => row.disallowSavingFlag === true,
    ],
    ['a vendor', world.companies.rows, (row) => row.isVendorFlag === true],
    ['a sparse company', world.companies.rows, (row) => row.status === undefined],
    ['an inactive member', world.members.rows, (row) => row.inactiveFlag === true],
    ['a StreamlineIT member', world.members.rows, (row) => row.licenseClass === 'C'],
    ['an API member', world.members.rows, (row) => row.licenseClass === 'A'],
    ['a subcontractor', world.members.rows, (row) => row.licenseClass === 'X'],
    [
      'a member kept from boards',
      world.members.rows,
      (row) => Array.isArray(row.excludedServiceBoardIds) && row.excludedServiceBoardIds.length > 0,
    ],
    ['a sparse member', world.members.rows, (row) => row.firstName === undefined],
    ['an inactive work role', world.workRoles.rows, (row) => row.inactiveFlag === true],
    ['an inactive work type', world.workTypes.rows, (row) => row.inactiveFlag === true],
    [
      'a ticket checkbox',
      world.customFields.rows,
      (row) => row.caption === 'Sync to partner' && row.screenId === 'sr100',
    ],
    ['a list field', world.customFields.rows, (row) => row.entryTypeIdentifier === 'List'],
    ['a child ticket', tickets, (row) => typeof row.parentTicketId === 'number'],
    ['a merged ticket', tickets, (row) => isStoredObject(row.mergedParentTicket)],
    ['a project ticket', tickets, (row) => row.recordType === 'ProjectTicket'],
    ['a closed ticket', tickets, (row) => row.closedFlag === true],
    ['a sparse ticket', tickets, (row) => row.board === undefined],
    ['a ticket with invisible marks', tickets, (row) => /[\u200B\u200E]/.test(textOf(row.summary))],
    ['a ticket with the checkbox on', tickets, (row) => value(row, 28) === true],
    ['a ticket with the checkbox off', tickets, (row) => value(row, 28) === false],
    ['a ticket with the checkbox null', tickets, (row) => value(row, 28) === null],
    [
      'a note with three flags',
      notes,
      (row) =>
        row.detailDescriptionFlag === true &&
        row.internalAnalysisFlag === true &&
        row.resolutionFlag === true,
    ],
    ['a note by a customer', notes, (row) => isStoredObject(row.contact)],
    ['a note from a time entry', ticketNotes, (row) => row.noteType === 'TimeEntryNote'],
    ['a note from a merged ticket', ticketNotes, (row) => row.mergedFlag === true],
    ['a link among documents', details.documents.rows, (row) => row.urlFlag === true],
    ['a time entry with text', details.timeEntries.rows, (row) => row.notes !== ''],
    ['a time entry without a work role', details.timeEntries.rows, (row) => row.workRole === undefined],
  ])('%s', (_, rows, holds) => {
    expect(rows.some(holds)).toBe(true)
  })
})
