// Small complete relationships and a snapshot they fit: tests change the one thing they are about.
import type { Collections, Snapshot } from '../../shared/reference/collections.ts'
import { type Reference, indexReference } from '../../shared/reference/lookup.ts'
import type { Relationship, SourceSettings, TargetSettings } from '../../shared/relationship/relationship.ts'
import type { ConnectionRef } from '../../shared/connection/connectionRef.ts'

export type SourceRelationship = Extract<Relationship, { role: 'source' }>
export type TargetRelationship = Extract<Relationship, { role: 'target' }>

export const connection: ConnectionRef = {
  name: 'Acme production',
  environment: 'production',
  site: 'na.myconnectwise.net',
  companyId: 'acme',
}

const head = {
  id: '5b1c9d3e-6f0a-4a55-9c7e-2f7e3c1a9b10',
  contractName: 'Contoso managed services',
  partner: 'Contoso',
  connection,
  apiOverride: null,
}

const landing = {
  company: { id: 250, name: 'Contoso Ltd', identifier: 'Contoso' },
  status: { id: 31, name: 'New', boardId: 4 },
  priority: { id: 6, name: 'Priority 3 - Medium' },
  source: { id: 3, name: 'Email' },
  owner: { id: 42, name: 'Dana Reyes', identifier: 'dreyes' },
}

/** Time entries on, with both defaults chosen and their notes left at home. */
export const timeEntriesOn = {
  sync: true as const,
  defaultWorkRole: { id: 11, name: 'Engineer' },
  defaultMember: { id: 42, name: 'Dana Reyes', identifier: 'dreyes' },
  includeNotes: false,
}

/** Reverse sync of board 4, without any further filter. */
export const reverseSyncOn = {
  enabled: true as const,
  filter: { boards: [{ id: 4, name: 'Help Desk' }], companies: [], statuses: [], priorities: [] },
  fieldFilter: null,
}

/** A target relationship in which every value is chosen and fits `snapshot()`. */
export const targetRelationship = (
  settings: Partial<TargetSettings> = {},
  more: Partial<Omit<TargetRelationship, 'role' | 'settings'>> = {},
): TargetRelationship => ({
  ...head,
  ...more,
  role: 'target',
  settings: {
    ...landing,
    serviceBoard: { id: 4, name: 'Help Desk' },
    commentTypes: ['discussion', 'resolution'],
    syncAttachments: true,
    timeEntries: timeEntriesOn,
    reverseSync: reverseSyncOn,
    ...settings,
  },
})

/** A source relationship in which every value is chosen and fits `snapshot()`. */
export const sourceRelationship = (
  settings: Partial<SourceSettings> = {},
  more: Partial<Omit<SourceRelationship, 'role' | 'settings'>> = {},
): SourceRelationship => ({
  ...head,
  ...more,
  role: 'source',
  settings: {
    ...landing,
    boards: [
      { id: 4, name: 'Help Desk' },
      { id: 5, name: 'Field Work' },
    ],
    defaultBoard: { id: 4, name: 'Help Desk' },
    commentTypes: ['discussion', 'resolution'],
    syncAttachments: true,
    timeEntries: timeEntriesOn,
    ...settings,
  },
})

const helpDesk = { id: 4, name: 'Help Desk' }
const fieldWork = { id: 5, name: 'Field Work' }

const collections: Required<Collections> = {
  companies: [
    {
      id: 250,
      identifier: 'Contoso',
      name: 'Contoso Ltd',
      status: { id: 1, name: 'Active' },
      deletedFlag: false,
    },
    {
      id: 251,
      identifier: 'Fabrikam',
      name: 'Fabrikam Inc',
      status: { id: 1, name: 'Active' },
      deletedFlag: false,
    },
  ],
  boards: [
    { ...helpDesk, inactiveFlag: false, projectFlag: false, timeEntryLockedFlag: false },
    { ...fieldWork, inactiveFlag: false, projectFlag: false, timeEntryLockedFlag: false },
  ],
  statuses: [
    { id: 31, name: 'New', board: helpDesk, inactive: false, closedStatus: false, sortOrder: 1 },
    { id: 32, name: 'In progress', board: helpDesk, inactive: false, closedStatus: false, sortOrder: 2 },
    { id: 39, name: 'Closed', board: helpDesk, inactive: false, closedStatus: true, sortOrder: 9 },
    { id: 51, name: 'New', board: fieldWork, inactive: false, closedStatus: false, sortOrder: 1 },
    { id: 59, name: 'Closed', board: fieldWork, inactive: false, closedStatus: true, sortOrder: 9 },
  ],
  priorities: [
    { id: 6, name: 'Priority 3 - Medium', defaultFlag: true },
    { id: 7, name: 'Priority 1 - Critical', defaultFlag: false },
  ],
  sources: [{ id: 3, name: 'Email', defaultFlag: true }],
  members: [
    {
      id: 42,
      identifier: 'dreyes',
      firstName: 'Dana',
      lastName: 'Reyes',
      officeEmail: 'dana.reyes@example.test',
      licenseClass: 'F',
      inactiveFlag: false,
      excludedServiceBoardIds: [],
    },
    {
      id: 43,
      identifier: 'ebrandt',
      firstName: 'Élodie',
      lastName: 'Brandt',
      officeEmail: 'elodie.brandt@example.test',
      licenseClass: 'F',
      inactiveFlag: false,
      excludedServiceBoardIds: [],
    },
  ],
  workRoles: [
    { id: 11, name: 'Engineer', inactiveFlag: false },
    { id: 12, name: 'Field Engineer', inactiveFlag: false },
  ],
  customFields: [{ id: 28, caption: 'Sync to partner', fieldTypeIdentifier: 'Checkbox' }],
  companyStatuses: [{ id: 1, name: 'Active', inactiveFlag: false, disallowSavingFlag: false }],
}

/** A small snapshot of the connection above; `changes` replaces whole collections. */
export const snapshot = (changes: Partial<Collections> = {}, more: Partial<Snapshot> = {}): Snapshot => ({
  kind: 'syncwright.reference',
  version: 1,
  connection,
  fetchedAt: '2026-11-23T09:14:00Z',
  collections: { ...collections, ...changes },
  ...more,
})

/** The same snapshot, indexed as findings and preview ask it. */
export const reference = (changes: Partial<Collections> = {}, more: Partial<Snapshot> = {}): Reference =>
  indexReference(snapshot(changes, more))
