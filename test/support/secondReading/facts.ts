// A second reading of the contract, made without looking at the product: what a snapshot says, row by row.
import type { Snapshot } from '../../../shared/reference/collections.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'

type Collections = Snapshot['collections']
export type Name = keyof Collections
export type Row = NonNullable<Collections['statuses']>[number] &
  NonNullable<Collections['boards']>[number] &
  NonNullable<Collections['members']>[number] &
  NonNullable<Collections['companies']>[number] &
  NonNullable<Collections['customFields']>[number] &
  NonNullable<Collections['companyStatuses']>[number]

/** Rows of a list as one loose shape; undefined where the list is absent. The last of several rows of one id counts. */
export const rowsOf = (snapshot: Snapshot | null, name: Name): Partial<Row>[] | undefined => {
  const rows: Partial<Row>[] | undefined = snapshot?.collections[name]
  return rows && [...new Map(rows.map((row) => [row.id, row])).values()]
}
export const rowOf = (
  snapshot: Snapshot | null,
  name: Name,
  id: number | undefined,
): Partial<Row> | undefined => rowsOf(snapshot, name)?.find((row) => row.id === id)
/** Present and not named in `partial`. */
export const whole = (snapshot: Snapshot | null, name: Name): boolean =>
  rowsOf(snapshot, name) !== undefined && !(snapshot?.partial ?? []).includes(name)
export const unread = (snapshot: Snapshot | null, board: number | undefined): boolean =>
  board === undefined
    ? (snapshot?.unreadBoards ?? []).length > 0
    : (snapshot?.unreadBoards ?? []).includes(board)

/** Names as people compare them: without accents, case and outer blanks. */
export const same = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

export const tidy = (text: string | null | undefined): string =>
  (text ?? '').toWellFormed().split('\0').join('')
export const dirty = (text: string | null | undefined): boolean => tidy(text) !== (text ?? '')
export const blank = (text: string | null | undefined): boolean => tidy(text).trim() === ''

const plainSite = (site: string): string =>
  site
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^api-/, '')

/** The snapshot, when it is of the relationship's own site and company. */
export function own(relationship: Relationship, snapshot: Snapshot | null): Snapshot | null {
  const wanted = relationship.apiOverride ?? relationship.connection
  if (!snapshot || plainSite(snapshot.connection.site) !== plainSite(wanted.site)) return null
  return snapshot.connection.companyId.toLowerCase() === wanted.companyId.toLowerCase() ? snapshot : null
}

export type Picked = {
  field: string
  name: Name
  id: number
  called: string
  alias: string
  board: number | undefined
}

/** Every chosen record with the path it is chosen at. */
export function picked({ role, settings }: Relationship): Picked[] {
  const list: Picked[] = []
  const add = (field: string, name: Name, ref: object | null | undefined) => {
    if (!ref) return
    const values: Record<string, unknown> = { ...ref }
    list.push({
      field,
      name,
      id: Number(values.id),
      called: String(values.name ?? values.caption),
      alias: typeof values.identifier === 'string' ? values.identifier : '',
      board: typeof values.boardId === 'number' ? values.boardId : undefined,
    })
  }
  add('company', 'companies', settings.company)
  if (role === 'source') {
    settings.boards.forEach((ref, index) => add(`boards[${index}]`, 'boards', ref))
    add('defaultBoard', 'boards', settings.defaultBoard)
  } else add('serviceBoard', 'boards', settings.serviceBoard)
  add('status', 'statuses', settings.status)
  add('priority', 'priorities', settings.priority)
  add('source', 'sources', settings.source)
  add('owner', 'members', settings.owner)
  if (settings.timeEntries.sync) {
    add('timeEntries.defaultWorkRole', 'workRoles', settings.timeEntries.defaultWorkRole)
    add('timeEntries.defaultMember', 'members', settings.timeEntries.defaultMember)
  }
  if (role === 'target' && settings.reverseSync.enabled) {
    const { filter, fieldFilter } = settings.reverseSync
    for (const name of ['boards', 'companies', 'statuses', 'priorities'] as const)
      filter[name].forEach((ref, index) => add(`reverseSync.filter.${name}[${index}]`, name, ref))
    add('reverseSync.fieldFilter', 'customFields', fieldFilter)
  }
  return list
}

export const landingOn = ({ role, settings }: Relationship) =>
  role === 'source'
    ? { field: 'defaultBoard', board: settings.defaultBoard }
    : { field: 'serviceBoard', board: settings.serviceBoard }

/** Whether tickets leave for the partner. */
export const leaves = ({ role, settings }: Relationship): boolean =>
  role === 'source' || settings.reverseSync.enabled
