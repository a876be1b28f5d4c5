// The collections of reference data by name; without their schemas, so that the first screen can name them.

/** What people call each collection, in the order a refresh reads and a snapshot file lists them. */
export const collectionLabels = {
  companies: 'Companies',
  boards: 'Boards',
  statuses: 'Statuses',
  priorities: 'Priorities',
  sources: 'Sources',
  members: 'Members',
  workRoles: 'Work roles',
  customFields: 'Ticket custom fields',
  companyStatuses: 'Company statuses',
} as const

export type CollectionName = keyof typeof collectionLabels
export const collectionNames = Object.keys(collectionLabels) as CollectionName[]
