// The list endpoints as a table: path, rows, and the right a role needs to see them.
import type { DemoRight } from './roleRights.ts'
import { documentReferenceModel, ticketNoteModel, timeEntryReferenceModel } from './model/desk.ts'
import {
  boardInfoModel,
  companyInfoModel,
  priorityInfoModel,
  sourceInfoModel,
  statusInfoModel,
  workRoleInfoModel,
  workTypeInfoModel,
} from './model/setup.ts'
import { memberInfoModel } from './model/system.ts'
import type { Model } from './model/kinds.ts'
import { type Collection, createCollection, type JsonObject, type StoredRow } from './model/storedRows.ts'
import { allNotes } from './world/allNotes.ts'
import { documentsOf } from './world/details.ts'
import { fullName, referTo } from './world/references.ts'
import type { World } from './world/world.ts'

export type ListEndpoint = {
  path: string
  /** None where any login will do: the light `info` routes ask for less (seen in other clients, unverified). */
  right?: DemoRight
  /** The name records go by in a 404. */
  name: string
  /** The parent is a ticket: seen by whoever may see that. */
  ofTicket?: true
  rows: (world: World, parent: number) => Collection | undefined
}

const sources = new WeakMap<Collection, { model: Model; version: number; view: Collection }[]>()

/** A lighter view of a collection, remade only when its source changed. */
const view = (source: Collection, model: Model, reduce: (row: StoredRow) => JsonObject): Collection => {
  const views = sources.get(source) ?? []
  const known = views.find((entry) => entry.model === model && entry.version === source.version)
  if (known) return known.view
  const made = createCollection(
    model,
    source.rows.map((row): StoredRow => ({ id: row.id, name: row.name, ...reduce(row), _info: row._info })),
  )
  const others = views.filter((entry) => entry.model !== model)
  sources.set(source, [...others, { model, version: source.version, view: made }])
  return made
}

const setup: DemoRight = 'System > Table Setup'

/** Every endpoint that lists, counts and reads single records in the ordinary way. */
export const listEndpoints: ListEndpoint[] = [
  {
    path: '/company/companies',
    right: 'Companies > Company Maintenance',
    name: 'company',
    rows: (world) => world.companies,
  },
  {
    path: '/company/companies/info',
    right: 'Companies > Company Maintenance',
    name: 'company',
    rows: (world) =>
      view(world.companies, companyInfoModel, ({ identifier, status, types, deletedFlag }) => ({
        identifier,
        status,
        types,
        deletedFlag,
      })),
  },
  {
    path: '/company/companies/statuses',
    right: setup,
    name: 'CompanyStatus',
    rows: (world) => world.companyStatuses,
  },
  {
    path: '/company/companies/types',
    right: setup,
    name: 'CompanyType',
    rows: (world) => world.companyTypes,
  },
  {
    path: '/company/contacts',
    right: 'Companies > Contacts',
    name: 'Contact',
    rows: (world) => world.contacts,
  },
  { path: '/service/boards', right: setup, name: 'Board', rows: (world) => world.boards },
  {
    path: '/service/info/boards',
    name: 'Board',
    rows: (world) =>
      view(world.boards, boardInfoModel, ({ location, department, projectFlag, inactiveFlag }) => ({
        location,
        department,
        projectFlag,
        inactiveFlag,
      })),
  },
  {
    path: '/service/boards/:parent/statuses',
    right: setup,
    name: 'BoardStatus',
    rows: (world, parent) => world.statuses.get(parent),
  },
  {
    path: '/service/boards/:parent/statuses/info',
    name: 'BoardStatus',
    rows: (world, parent) => {
      const statuses = world.statuses.get(parent)
      return (
        statuses &&
        view(statuses, statusInfoModel, ({ sortOrder, defaultFlag, inactive, closedStatus }) => ({
          sortOrder,
          defaultFlag,
          inactiveFlag: inactive,
          closedFlag: closedStatus,
        }))
      )
    },
  },
  {
    path: '/service/boards/:parent/types',
    right: setup,
    name: 'BoardType',
    rows: (world, parent) => world.types.get(parent),
  },
  { path: '/service/priorities', right: setup, name: 'Priority', rows: (world) => world.priorities },
  {
    path: '/service/priority/info',
    name: 'Priority',
    rows: (world) => view(world.priorities, priorityInfoModel, ({ sortOrder }) => ({ sortOrder })),
  },
  { path: '/service/sources', right: setup, name: 'Source', rows: (world) => world.sources },
  {
    path: '/service/sources/info',
    name: 'Source',
    rows: (world) => view(world.sources, sourceInfoModel, () => ({})),
  },
  {
    path: '/system/members',
    right: 'System > Member Maintenance',
    name: 'Member',
    rows: (world) => world.members,
  },
  {
    path: '/system/info/members',
    name: 'Member',
    rows: (world) =>
      view(world.members, memberInfoModel, (row) => ({
        identifier: row.identifier,
        firstName: row.firstName,
        lastName: row.lastName,
        fullName: fullName(row),
        defaultEmail: row.officeEmail,
        licenseClass: row.licenseClass,
        inactiveFlag: row.inactiveFlag,
      })),
  },
  { path: '/time/workRoles', right: setup, name: 'WorkRole', rows: (world) => world.workRoles },
  {
    path: '/time/workRoles/info',
    name: 'WorkRole',
    rows: (world) => view(world.workRoles, workRoleInfoModel, ({ inactiveFlag }) => ({ inactiveFlag })),
  },
  { path: '/time/workTypes', right: setup, name: 'WorkType', rows: (world) => world.workTypes },
  {
    path: '/time/workTypes/info',
    name: 'WorkType',
    rows: (world) => view(world.workTypes, workTypeInfoModel, ({ inactiveFlag }) => ({ inactiveFlag })),
  },
  {
    path: '/system/userDefinedFields',
    right: setup,
    name: 'UserDefinedField',
    rows: (world) => world.customFields,
  },
  {
    path: '/service/tickets',
    right: 'Service Desk > Service Tickets',
    name: 'Service Ticket',
    rows: (world) => world.tickets,
  },
  {
    path: '/service/tickets/:parent/notes',
    right: 'Service Desk > Service Tickets',
    name: 'Service Note',
    ofTicket: true,
    rows: (world, parent) => world.details().notes.get(parent),
  },
  {
    path: '/service/tickets/:parent/allNotes',
    right: 'Service Desk > Service Tickets',
    name: 'Service Note',
    ofTicket: true,
    rows: (world, parent) => {
      const ticket = world.tickets.find(parent)
      return ticket && createCollection(ticketNoteModel, allNotes(ticket, world.tickets, world.details()))
    },
  },
  {
    path: '/service/tickets/:parent/timeentries',
    right: 'Time & Expense > Time Entry',
    name: 'TimeEntry',
    ofTicket: true,
    rows: (world, parent) =>
      world.tickets.find(parent) &&
      createCollection(
        timeEntryReferenceModel,
        world
          .details()
          .timeEntries.rows.filter((row) => row.chargeToId === parent)
          .map((row) => referTo('timeEntry', row)),
      ),
  },
  {
    path: '/service/tickets/:parent/documents',
    right: 'Companies > Manage Attachments',
    name: 'Document',
    ofTicket: true,
    rows: (world, parent) =>
      world.tickets.find(parent) &&
      createCollection(
        documentReferenceModel,
        documentsOf(world.details(), parent).map((row) => referTo('document', row)),
      ),
  },
  {
    path: '/time/entries',
    right: 'Time & Expense > Time Entry',
    name: 'TimeEntry',
    rows: (world) => world.details().timeEntries,
  },
]
