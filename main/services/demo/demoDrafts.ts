// The two relationships of the demo organisation: settings that make sense there, chosen from its reference data.
import {
  type Board,
  type Collections,
  type Company,
  type Member,
  memberName,
  isApiMember,
  isCheckbox,
} from '../../../shared/reference/collections.ts'
import { emptyOverride, type RelationshipDraft } from '../../../shared/relationship/draft.ts'
import {
  emptySettings,
  type SettingsDraft,
  type IdentifiedRef,
  type Ref,
  type StatusRef,
} from '../../../shared/relationship/relationship.ts'

type Named = { id: number; name?: string | null | undefined }

const refOf = (row: Named | undefined): Ref | null => (row ? { id: row.id, name: row.name ?? '' } : null)
const companyRef = (row: Company | undefined): IdentifiedRef | null =>
  row ? { id: row.id, name: row.name ?? '', ...(row.identifier ? { identifier: row.identifier } : {}) } : null
const memberRef = (row: Member | undefined): IdentifiedRef | null =>
  row
    ? { id: row.id, name: memberName(row), ...(row.identifier ? { identifier: row.identifier } : {}) }
    : null

/** The row of that name, else the first. */
const named = <Row extends Named>(rows: readonly Row[], name: string): Row | undefined =>
  rows.find((row) => row.name === name) ?? rows[0]
const byDefault = <Row extends { defaultFlag?: boolean | null | undefined }>(
  rows: readonly Row[] = [],
): Row | undefined => rows.find(({ defaultFlag }) => defaultFlag === true) ?? rows[0]

const usableBoards = ({ boards = [] }: Collections): Board[] =>
  boards.filter((board) => !board.inactiveFlag && !board.projectFlag && !board.timeEntryLockedFlag)

function statusOn(board: Board | undefined, { statuses = [] }: Collections): StatusRef | null {
  const open = statuses.filter(
    (status) => board && status.board?.id === board.id && !status.inactive && !status.closedStatus,
  )
  const status = byDefault(open)
  return status && board ? { id: status.id, name: status.name ?? '', boardId: board.id } : null
}

/** What both roles choose alike. */
function commonSettings(collections: Collections, companyName: string): SettingsDraft {
  const { companies = [], companyStatuses = [], members = [], workRoles = [] } = collections
  const inactive = new Set(companyStatuses.filter(({ inactiveFlag }) => inactiveFlag).map(({ id }) => id))
  const companiesInUse = companies.filter(
    ({ deletedFlag, status }) => !deletedFlag && !(status && inactive.has(status.id)),
  )
  const [board] = usableBoards(collections)
  const people = members.filter(
    (member) =>
      !member.inactiveFlag &&
      !isApiMember(member) &&
      !(board && member.excludedServiceBoardIds?.includes(board.id)),
  )
  const person = memberRef(people[0])
  return {
    ...emptySettings(),
    company: companyRef(named(companiesInUse, companyName)),
    status: statusOn(board, collections),
    priority: refOf(byDefault(collections.priorities)),
    source: refOf(byDefault(collections.sources)),
    owner: person,
    syncAttachments: true,
    timeEntries: {
      sync: true,
      defaultWorkRole: refOf(workRoles.find(({ inactiveFlag }) => !inactiveFlag)),
      defaultMember: person,
      includeNotes: false,
    },
  }
}

const head = (connectionId: string) => ({ connectionId, apiOverride: emptyOverride() })

/** A target relationship: tickets of the partner land on a service board, answers go back. */
export function targetDraft(connectionId: string, collections: Collections): RelationshipDraft {
  const board = refOf(usableBoards(collections)[0])
  const checkbox = collections.customFields?.find(isCheckbox)
  return {
    ...head(connectionId),
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'target',
    settings: {
      ...commonSettings(collections, 'Contoso Ltd'),
      serviceBoard: board,
      commentTypes: ['discussion', 'resolution'],
      reverseSync: {
        enabled: true,
        filter: { boards: board ? [board] : [], companies: [], statuses: [], priorities: [] },
        fieldFilter: checkbox ? { id: checkbox.id, caption: checkbox.caption ?? '' } : null,
      },
    },
  }
}

/** A source relationship: tickets of several boards go to the partner. */
export function sourceDraft(connectionId: string, collections: Collections): RelationshipDraft {
  const boards = usableBoards(collections)
    .slice(0, 2)
    .flatMap((board) => refOf(board) ?? [])
  return {
    ...head(connectionId),
    contractName: 'Wingtip escalations',
    partner: 'Wingtip Logistics',
    role: 'source',
    settings: {
      ...commonSettings(collections, 'Wingtip Logistics'),
      boards,
      defaultBoard: boards[0] ?? null,
      commentTypes: ['discussion'],
    },
  }
}
