// Where each collection is read, with which fields, which right that takes, and where to look when the right is missing.
import type { CollectionName } from '../../../shared/reference/collectionNames.ts'
import { whereEquals } from '../transport/conditions.ts'
import type { Renames } from './readRow.ts'

export type Source = {
  path: string
  /** Only names the model has: unknown ones are ignored on some sites and refused on others. */
  fields: string
  conditions?: string
  renames?: Renames
}

/** A right as System > Security Roles shows it. */
export type SecurityRight = `${string} > ${string} > ${string}`

export type Resource = {
  /** In a sentence: "members could not be read". */
  what: string
  source: Source
  /** A lighter list that needs less of the role, with fewer fields (OpenAPI model 2022.1). `lacks`: which of them are missed, after "does not say". */
  lighter?: Source & { lacks?: string }
  right: SecurityRight
}

const tableSetup = 'System > Table Setup > Inquire All'

/** The screen of service tickets among user-defined fields (seen in other clients, unverified). */
const ticketScreen = 'sr100'

/** Paths and fields: OpenAPI model 2022.1. Rights: the permission pages of several vendors, see the security role matrix. */
export const listResources = {
  companies: {
    what: 'companies',
    source: { path: '/company/companies', fields: 'id,identifier,name,status/id,status/name,deletedFlag' },
    right: 'Companies > Company Maintenance > Inquire All',
  },
  boards: {
    what: 'boards',
    source: {
      path: '/service/boards',
      fields:
        'id,name,inactiveFlag,projectFlag,timeEntryLockedFlag,timeEntryDiscussionFlag,timeEntryInternalAnalysisFlag,timeEntryResolutionFlag',
    },
    lighter: {
      path: '/service/info/boards',
      fields: 'id,name,inactiveFlag,projectFlag',
      lacks: 'whether a board locks time entries or shows their notes to customers',
    },
    right: tableSetup,
  },
  priorities: {
    what: 'priorities',
    source: { path: '/service/priorities', fields: 'id,name,defaultFlag' },
    lighter: { path: '/service/priority/info', fields: 'id,name,defaultFlag' },
    right: tableSetup,
  },
  sources: {
    what: 'sources',
    source: { path: '/service/sources', fields: 'id,name,defaultFlag' },
    lighter: { path: '/service/sources/info', fields: 'id,name,defaultFlag' },
    right: tableSetup,
  },
  members: {
    what: 'members',
    source: {
      path: '/system/members',
      fields:
        'id,identifier,firstName,lastName,officeEmail,licenseClass,inactiveFlag,excludedServiceBoardIds',
    },
    lighter: {
      path: '/system/info/members',
      fields: 'id,identifier,firstName,lastName,defaultEmail,licenseClass,inactiveFlag',
      lacks: 'from which boards a member is excluded',
    },
    right: 'System > Member Maintenance > Inquire All',
  },
  workRoles: {
    what: 'work roles',
    source: { path: '/time/workRoles', fields: 'id,name,inactiveFlag' },
    lighter: { path: '/time/workRoles/info', fields: 'id,name,inactiveFlag' },
    right: tableSetup,
  },
  customFields: {
    what: 'ticket custom fields',
    source: {
      path: '/system/userDefinedFields',
      fields: 'id,caption,fieldTypeIdentifier,screenId',
      conditions: whereEquals('screenId', ticketScreen),
    },
    right: tableSetup,
  },
  companyStatuses: {
    what: 'company statuses',
    source: { path: '/company/companies/statuses', fields: 'id,name,inactiveFlag,disallowSavingFlag' },
    right: tableSetup,
  },
} satisfies Record<Exclude<CollectionName, 'statuses'>, Resource>

/** Statuses have no list of their own: each board has one, and ids are valid on their own board only. */
export const statusesOf = (boardId: number): Resource => ({
  what: 'statuses',
  source: {
    path: `/service/boards/${boardId}/statuses`,
    fields: 'id,name,board/id,board/name,inactive,closedStatus,defaultFlag,timeEntryNotAllowed,sortOrder',
  },
  lighter: {
    path: `/service/boards/${boardId}/statuses/info`,
    fields: 'id,name,board/id,board/name,inactiveFlag,closedFlag,defaultFlag,sortOrder',
    renames: { inactiveFlag: 'inactive', closedFlag: 'closedStatus' },
    lacks: 'which statuses allow no time entries',
  },
  right: tableSetup,
})

/** What the role needs for a collection. */
export const rightOf = (name: CollectionName): SecurityRight =>
  name === 'statuses' ? statusesOf(0).right : listResources[name].right

/** Whether a definition is one of tickets; some sites ignore the filter or have none. */
export const isTicketScreen = (screenId: unknown): boolean =>
  typeof screenId === 'string' && screenId.toLowerCase() === ticketScreen
