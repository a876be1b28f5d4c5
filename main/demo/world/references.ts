// References as ConnectWise expands them inside other records, with their `_info` links.
import { type JsonObject, type StoredRow, referenceId, textOf } from '../model/storedRows.ts'

/** The address the demo organisation's records link to; links are never followed by anything. */
const base = 'https://demo.example.test/v4_6_release/apis/3.0'

const paths = {
  board: 'service/boards',
  boardType: 'service/types',
  company: 'company/companies',
  companyStatus: 'company/companies/statuses',
  companyType: 'company/companies/types',
  contact: 'company/contacts',
  document: 'system/documents',
  department: 'system/departments',
  location: 'system/locations',
  member: 'system/members',
  priority: 'service/priorities',
  securityRole: 'system/securityRoles',
  source: 'service/sources',
  status: 'service/statuses',
  ticket: 'service/tickets',
  timeEntry: 'time/entries',
  workRole: 'time/workRoles',
  workType: 'time/workTypes',
} as const

export type ReferenceKind = keyof typeof paths

/** A member's name as references show it: first name, space, last name. */
export const fullName = (member: JsonObject): string =>
  [textOf(member.firstName), textOf(member.lastName)].filter(Boolean).join(' ') || textOf(member.identifier)

const extras: Partial<Record<ReferenceKind, (row: StoredRow) => JsonObject>> = {
  company: (row) => ({ identifier: row.identifier }),
  contact: (row) => ({ name: fullName(row) }),
  document: (row) => ({ name: row.title }),
  member: (row) => ({ identifier: row.identifier, name: fullName(row) }),
  priority: (row) => ({ sort: row.sortOrder ?? null }),
  ticket: (row) => ({ summary: row.summary }),
}

/** A status has no list of its own: its link leads through its board (recorded 2024-26). */
const pathOf = (kind: ReferenceKind, { board }: StoredRow): string =>
  kind === 'status' && referenceId(board) !== undefined
    ? `service/boards/${referenceId(board)}/statuses`
    : paths[kind]

/**
 * `{ id, name, _info: { <x>_href } }`; companies and members add `identifier`, priorities `sort`
 * (OpenAPI model 2022.1).
 */
export const referTo = (kind: ReferenceKind, row: StoredRow): StoredRow => ({
  id: row.id,
  ...(row.name === undefined ? {} : { name: row.name }),
  ...extras[kind]?.(row),
  _info: { [`${kind}_href`]: `${base}/${pathOf(kind, row)}/${row.id}` },
})

/** The `_info` map of a record (seen in other clients' fixtures). */
export const recordInfo = (entered: string, enteredBy: string, updated: string, updatedBy: string) => ({
  lastUpdated: updated,
  updatedBy,
  dateEntered: entered,
  enteredBy,
})

/** Links of a ticket to its details. */
export const ticketLinks = (id: number) => ({
  notes_href: `${base}/service/tickets/${id}/notes`,
  timeentries_href: `${base}/time/entries?conditions=(chargeToType="ServiceTicket" or chargeToType="ProjectTicket") and chargeToId=${id}`,
  documents_href: `${base}/system/documents?recordType=Ticket&recordId=${id}`,
})
