// The collections of reference data by name and in words; without their schemas, so that the first screen can name them.

/** In the order a refresh reads and a snapshot file lists them: the list, one of its records, and what is not judged without it. */
export const collectionWords = {
  companies: { label: 'Companies', record: 'company', unjudged: 'the company is not judged' },
  boards: { label: 'Boards', record: 'board', unjudged: 'boards are not judged' },
  statuses: { label: 'Statuses', record: 'status', unjudged: 'statuses are not judged' },
  priorities: { label: 'Priorities', record: 'priority', unjudged: 'priorities are not judged' },
  sources: { label: 'Sources', record: 'source', unjudged: 'the source is not judged' },
  members: {
    label: 'Members',
    record: 'member',
    unjudged: 'the owner and the default member are not judged',
  },
  workRoles: {
    label: 'Work roles',
    record: 'work role',
    unjudged: 'the default work role is not judged',
  },
  customFields: {
    label: 'Ticket custom fields',
    record: 'custom field',
    unjudged: 'the field based filter is not judged',
  },
  companyStatuses: {
    label: 'Company statuses',
    record: 'company status',
    unjudged: 'an inactive company is not noticed',
  },
} as const

export type CollectionName = keyof typeof collectionWords
export const collectionNames = Object.keys(collectionWords) as CollectionName[]
