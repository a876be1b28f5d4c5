// The second reading of the findings: every code with the fields it is at, as `code field`.
import type { Snapshot } from '../../../shared/reference/collections.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { landingOn, leaves, own, type Picked, picked, rowOf, rowsOf, same, unread, whole } from './facts.ts'

const unknownCode: Record<string, string> = {
  companies: 'company-unknown',
  boards: 'board-unknown',
  statuses: 'status-unknown',
  priorities: 'priority-unknown',
  sources: 'source-unknown',
  workRoles: 'work-role-unknown',
  customFields: 'field-filter-unknown',
}

/** What is asked for and not chosen. */
function missing({ role, settings }: Relationship): string[] {
  const none = (code: string, field: string, value: unknown) => (value === null ? [`${code} ${field}`] : [])
  const time = settings.timeEntries
  return [
    ...none('company-required', 'company', settings.company),
    ...none('status-required', 'status', settings.status),
    ...(role === 'source'
      ? [
          ...(settings.boards.length === 0 ? ['boards-required boards'] : []),
          ...none('default-board-required', 'defaultBoard', settings.defaultBoard),
          ...(settings.defaultBoard && !settings.boards.some(({ id }) => id === settings.defaultBoard?.id)
            ? ['default-board-not-selected defaultBoard']
            : []),
        ]
      : [
          ...none('service-board-required', 'serviceBoard', settings.serviceBoard),
          ...none('priority-required', 'priority', settings.priority),
          ...(settings.reverseSync.enabled && settings.reverseSync.filter.boards.length === 0
            ? ['reverse-filter-required reverseSync.filter.boards']
            : []),
        ]),
    ...(settings.commentTypes.length === 0 ? ['comment-types-required commentTypes'] : []),
    ...(time.sync
      ? [
          ...none('work-role-required', 'timeEntries.defaultWorkRole', time.defaultWorkRole),
          ...none('member-required', 'timeEntries.defaultMember', time.defaultMember),
        ]
      : []),
  ]
}

/** What leaves and who reads it. */
function content(relationship: Relationship): string[] {
  const { commentTypes, timeEntries: time } = relationship.settings
  const out = leaves(relationship)
  const notes = time.sync && time.includeNotes
  return [
    ...(out && commentTypes.includes('internal') ? ['internal-notes-leave commentTypes'] : []),
    ...(commentTypes.includes('resolution') ? ['resolution-notes-on-invoices commentTypes'] : []),
    ...(out && notes && commentTypes.length > 0 ? ['time-notes-duplicate timeEntries.includeNotes'] : []),
    ...(out && notes && !commentTypes.includes('internal')
      ? ['internal-time-notes-leave timeEntries.includeNotes']
      : []),
  ]
}

/** Where a status belongs: the snapshot says, else the reference itself. */
export const boardOfStatus = (snapshot: Snapshot | null, id: number, said: number | undefined) =>
  rowOf(snapshot, 'statuses', id)?.board?.id ?? said

const boardGone = (snapshot: Snapshot | null, id: number | undefined): boolean =>
  id !== undefined && whole(snapshot, 'boards') && rowOf(snapshot, 'boards', id) === undefined

function namesNow(one: Picked, snapshot: Snapshot): string[] {
  const row = rowOf(snapshot, one.name, one.id)
  if (one.name === 'customFields') return [row?.caption ?? '']
  if (one.name !== 'members') return [row?.name ?? '']
  if (typeof row?.firstName !== 'string' || typeof row.lastName !== 'string') return ['']
  return [
    [row.firstName, row.lastName]
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' '),
    row.identifier ?? '',
  ]
}

/** What the snapshot says of each chosen record. */
function records(relationship: Relationship, snapshot: Snapshot): string[] {
  const { field: landingField, board } = landingOn(relationship)
  const time = relationship.settings.timeEntries
  return picked(relationship).flatMap((one): string[] => {
    const row = rowOf(snapshot, one.name, one.id)
    const at = (...codes: (string | false | null | undefined)[]) =>
      codes.flatMap((code) => (code ? [`${code} ${one.field}`] : []))
    if (snapshot.collections[one.name] === undefined) return []
    const chosenFor = one.field === 'status' ? board?.id : undefined
    if (one.name === 'statuses') {
      const belongs = boardOfStatus(snapshot, one.id, one.board)
      if (boardGone(snapshot, chosenFor ?? belongs)) return []
      if (!row && unread(snapshot, one.board ?? chosenFor)) return []
    }
    if (!row) {
      if (!whole(snapshot, one.name)) return []
      const builtIn = [one.called, one.alias].some((text) => text.trim().toLowerCase() === 'zadmin')
      if (one.name !== 'members') return at(unknownCode[one.name])
      return at(builtIn ? 'member-not-listed' : one.field === 'owner' ? 'owner-unknown' : 'member-unknown')
    }
    const [now = '', ...others] = namesNow(one, snapshot).map((name) => name.trim())
    const then = one.called.trim()
    const renamed = now !== '' && then !== '' && then !== now && !others.some((name) => name && name === then)
    const api = row.licenseClass?.toUpperCase() === 'A'
    const isOwner = one.field === 'owner'
    const companyStatus = rowOf(snapshot, 'companyStatuses', row.status?.id)
    return at(
      renamed && (one.name === 'customFields' ? 'field-filter-renamed' : 'reference-renamed'),
      one.field === 'company' && row.deletedFlag && 'company-deleted',
      one.field === 'company' &&
        (companyStatus?.inactiveFlag || companyStatus?.disallowSavingFlag) &&
        'company-inactive',
      one.name === 'boards' && row.inactiveFlag && 'board-inactive',
      one.name === 'boards' && row.projectFlag && 'board-is-project',
      one.field === landingField && time.sync && row.timeEntryLockedFlag && 'board-may-lock-time',
      one.field === landingField &&
        time.sync &&
        time.includeNotes &&
        (row.timeEntryDiscussionFlag || row.timeEntryResolutionFlag) &&
        'time-notes-reach-customer',
      one.field === 'status' && row.inactive && 'status-inactive',
      one.field === 'status' && row.closedStatus && 'status-closed',
      one.field === 'status' && time.sync && row.timeEntryNotAllowed && 'status-blocks-time',
      one.name === 'members' && row.inactiveFlag && (isOwner ? 'owner-inactive' : 'member-inactive'),
      one.name === 'members' && api && (isOwner ? 'owner-is-api-member' : 'member-is-api-member'),
      isOwner && board && row.excludedServiceBoardIds?.includes(board.id) && 'owner-excluded-from-board',
      one.name === 'workRoles' && row.inactiveFlag && 'work-role-inactive',
      one.name === 'customFields' &&
        row.fieldTypeIdentifier &&
        row.fieldTypeIdentifier.toLowerCase() !== 'checkbox' &&
        'field-filter-not-checkbox',
    )
  })
}

/** The active status of a name on a board; `gone` where there is certainly none, `unsure` where nobody can tell. */
export function namesakeOn(
  snapshot: Snapshot | null,
  name: string,
  board: number,
): number | 'gone' | 'unsure' {
  const rows = (rowsOf(snapshot, 'statuses') ?? []).filter((row) => row.inactive !== true)
  const ids = rows.flatMap((row) =>
    row.board?.id === board && same(row.name) !== '' && same(row.name) === same(name) ? [row.id ?? 0] : [],
  )
  if (ids.length > 0) return Math.min(...ids)
  const sparse = rows.some(
    (row) =>
      (same(row.name) === '' && (row.board?.id ?? board) === board) ||
      (!row.board && same(row.name) === same(name)),
  )
  return whole(snapshot, 'statuses') && !unread(snapshot, board) && !sparse ? 'gone' : 'unsure'
}

/** Statuses against the boards of the relationship. */
function statuses(relationship: Relationship, snapshot: Snapshot | null): string[] {
  const { status } = relationship.settings
  const { board } = landingOn(relationship)
  if (!status) return []
  const belongs = boardOfStatus(snapshot, status.id, status.boardId)
  if (boardGone(snapshot, board?.id ?? belongs)) return []
  const elsewhere = board && belongs !== undefined && belongs !== board.id
  const row = rowOf(snapshot, 'statuses', status.id)
  const told = row ?? (unread(snapshot, status.boardId ?? board?.id) || !whole(snapshot, 'statuses'))
  const others = relationship.role === 'source' && snapshot && told ? relationship.settings.boards : []
  const lacking = new Set(
    others
      .filter(({ id }) => id !== (board?.id ?? belongs) && !boardGone(snapshot, id))
      .filter(({ id }) => namesakeOn(snapshot, row?.name ?? status.name, id) === 'gone')
      .map(({ id }) => id),
  )
  return [
    ...(elsewhere ? ['status-not-on-board status'] : []),
    ...[...lacking].map(() => 'status-missing-on-board status'),
  ]
}

/** All codes with their fields, sorted. */
export function secondFindings(relationship: Relationship, given: Snapshot | null, now: Date): string[] {
  const snapshot = own(relationship, given)
  const age = snapshot ? now.getTime() - Date.parse(snapshot.fetchedAt) : 0
  return [
    ...missing(relationship),
    ...content(relationship),
    ...(snapshot ? records(relationship, snapshot) : ['snapshot-missing snapshot']),
    ...statuses(relationship, snapshot),
    ...(age > 30 * 24 * 3600 * 1000 ? ['snapshot-stale snapshot'] : []),
  ].sort()
}

const warnings = [
  'company-inactive',
  'status-closed',
  'status-missing-on-board',
  'owner-is-api-member',
  'owner-excluded-from-board',
  'member-is-api-member',
  'internal-notes-leave',
  'time-notes-duplicate',
  'field-filter-renamed',
  'snapshot-stale',
  'board-may-lock-time',
  'time-notes-reach-customer',
  'internal-time-notes-leave',
  'member-not-listed',
  'reference-renamed',
  'resolution-notes-on-invoices',
]

/** The errors at some fields, and whether a code is there at all. */
export function verdictsOf(relationship: Relationship, snapshot: Snapshot | null) {
  const all = secondFindings(relationship, snapshot, new Date(0)).map((finding) => finding.split(' '))
  return {
    errors: (...fields: string[]) =>
      all.flatMap(([code = '', field = '']) =>
        fields.includes(field) && !warnings.includes(code) ? [code] : [],
      ),
    says: (code: string) => all.some(([found]) => found === code),
  }
}
