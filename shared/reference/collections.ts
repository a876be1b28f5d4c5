// Reference data as ConnectWise gives it, reduced to the fields the product uses: one row schema per collection.
import { connectionRefSchema } from '../connection/connectionRef.ts'
import { z } from '../zod.ts'
import { type CollectionName, collectionNames } from './collectionNames.ts'

// Some sites return rows with only id and name (seen in other clients' settings), so everything else may be missing.
const id = z.int()
const text = z.string().nullish()
const flag = z.boolean().nullish()
const number = z.number().nullish()
const reference = z.object({ id, name: text }).nullish()

export const companySchema = z.object({
  id,
  identifier: text,
  name: text,
  status: reference,
  deletedFlag: flag,
})
export const boardSchema = z.object({
  id,
  name: text,
  inactiveFlag: flag,
  projectFlag: flag,
  timeEntryLockedFlag: flag,
  timeEntryDiscussionFlag: flag,
  timeEntryInternalAnalysisFlag: flag,
  timeEntryResolutionFlag: flag,
})
const statusFields = z.object({
  id,
  name: text,
  board: reference,
  inactive: flag,
  closedStatus: flag,
  defaultFlag: flag,
  timeEntryNotAllowed: flag,
  sortOrder: number,
})
/** `boardId`, `inactiveFlag` and `closedFlag` are how lighter lists and other clients spell it (OpenAPI model 2022.1). */
export const statusSchema = statusFields
  .extend({ boardId: id.nullish(), inactiveFlag: flag, closedFlag: flag })
  .transform(({ boardId, inactiveFlag, closedFlag, ...row }): z.infer<typeof statusFields> => {
    if ((boardId ?? inactiveFlag ?? closedFlag ?? null) === null) return row
    return {
      ...row,
      board: row.board ?? (typeof boardId === 'number' ? { id: boardId } : row.board),
      inactive: row.inactive ?? inactiveFlag,
      closedStatus: row.closedStatus ?? closedFlag,
    }
  })
export const prioritySchema = z.object({ id, name: text, defaultFlag: flag })
export const sourceSchema = z.object({ id, name: text, defaultFlag: flag })
export const memberSchema = z.object({
  id,
  identifier: text,
  firstName: text,
  lastName: text,
  officeEmail: text,
  defaultEmail: text,
  licenseClass: text,
  inactiveFlag: flag,
  excludedServiceBoardIds: z.array(z.int()).nullish(),
})
export const workRoleSchema = z.object({ id, name: text, inactiveFlag: flag })
export const customFieldSchema = z.object({ id, caption: text, fieldTypeIdentifier: text })
export const companyStatusSchema = z.object({ id, name: text, inactiveFlag: flag, disallowSavingFlag: flag })

/** Row schema per collection. */
const rowSchemas = {
  companies: companySchema,
  boards: boardSchema,
  statuses: statusSchema,
  priorities: prioritySchema,
  sources: sourceSchema,
  members: memberSchema,
  workRoles: workRoleSchema,
  customFields: customFieldSchema,
  companyStatuses: companyStatusSchema,
} as const satisfies Record<CollectionName, z.ZodType>

/** The members of a row, in the published order. */
export const rowKeysOf = (name: CollectionName): readonly string[] =>
  Object.keys(name === 'statuses' ? statusFields.shape : rowSchemas[name].shape)

export const collectionNameSchema = z.enum(collectionNames)

export const collectionsSchema = z.strictObject({
  companies: z.array(companySchema).optional(),
  boards: z.array(boardSchema).optional(),
  statuses: z.array(statusSchema).optional(),
  priorities: z.array(prioritySchema).optional(),
  sources: z.array(sourceSchema).optional(),
  members: z.array(memberSchema).optional(),
  workRoles: z.array(workRoleSchema).optional(),
  customFields: z.array(customFieldSchema).optional(),
  companyStatuses: z.array(companyStatusSchema).optional(),
} satisfies Record<CollectionName, z.ZodType>)

export const snapshotKind = 'syncwright.reference'
export const snapshotVersion = 1

/** One connection's reference data with the time it was read (UTC, ISO 8601). */
export const snapshotSchema = z.strictObject({
  kind: z.literal(snapshotKind),
  version: z.literal(snapshotVersion),
  connection: connectionRefSchema,
  fetchedAt: z.iso.datetime({ offset: true }),
  collections: collectionsSchema,
  /** Collections that were not read to the end: what is there is judged, what is not there says nothing. */
  partial: z.array(collectionNameSchema).optional(),
  /** Boards whose statuses may not be read. */
  unreadBoards: z.array(id).optional(),
})

export type Collections = { [Name in CollectionName]?: RowOf<Name>[] | undefined }
export type Snapshot = z.infer<typeof snapshotSchema>
export type RowOf<Name extends CollectionName> = z.infer<(typeof rowSchemas)[Name]>
/** The same schemas, for code that takes any collection. */
export const rowSchemaOf: { readonly [Name in CollectionName]: z.ZodType<RowOf<Name>> } = rowSchemas

export type Company = RowOf<'companies'>
export type Board = RowOf<'boards'>
export type Status = RowOf<'statuses'>
export type Member = RowOf<'members'>
export type WorkRole = RowOf<'workRoles'>
export type CustomField = RowOf<'customFields'>

/** How many rows of each list a snapshot holds. */
export const rowCounts = ({ collections }: Snapshot): Partial<Record<CollectionName, number>> =>
  Object.fromEntries(
    collectionNames.flatMap((name) => {
      const rows = collections[name]
      return rows ? [[name, rows.length]] : []
    }),
  )

/** A member's full name as ConnectWise references show it: first name, space, last name; else the identifier. */
export const memberName = (member: Member): string =>
  [member.firstName, member.lastName].filter(Boolean).join(' ') || member.identifier || `#${member.id}`

/**
 * The address a member is found by. The lighter list carries it as `defaultEmail` (MemberInfo, OpenAPI model 2022.1); in
 * the full list that member says which of several addresses is meant, such as `Office`.
 */
export const memberEmail = ({ officeEmail, defaultEmail }: Member): string =>
  officeEmail?.trim() || (defaultEmail?.includes('@') ? defaultEmail : '')

/** Companies of such a status take no new tickets for good or for now: not offered, and a finding where one is chosen. */
export const isInactiveStatus = (status: RowOf<'companyStatuses'> | undefined): boolean =>
  status?.inactiveFlag === true || status?.disallowSavingFlag === true

/** Only a checkbox can decide whether a ticket goes along. */
export const isCheckbox = ({ fieldTypeIdentifier }: CustomField): boolean =>
  fieldTypeIdentifier?.trim().toLowerCase() === 'checkbox'

/** API members (licence class A) are integrations, not people (OpenAPI model 2022.1). */
export const isApiMember = (member: Member): boolean => member.licenseClass?.toUpperCase() === 'A'

/** Whether new time entries on a board show their text where customers read it (Board, OpenAPI model 2022.1). */
export const addsTimeNotesForCustomers = (board: Board): boolean =>
  board.timeEntryDiscussionFlag === true || board.timeEntryResolutionFlag === true
