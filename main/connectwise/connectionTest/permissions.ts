// Which rights of a ConnectWise role a configuration needs, how each is judged, and what is said about a missing one.
import type { Permission } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { fold } from '../../../shared/text/fold.ts'
import { z } from '../../../shared/zod.ts'
import { type SecurityRight, listResources, statusesOf } from '../lists/resources.ts'
import { readLeniently } from '../lists/readRow.ts'

/** A read that shows whether a right is there; `boards` and `tickets` need a record to ask about first. */
export type Probe = {
  /** In a sentence: "may not read members". */
  what: string
  path: (ids: { board: number | undefined; ticket: number | undefined }) => string | undefined
  query?: (ids: { ticket: number | undefined }) => Record<string, string | number | undefined>
  /** Most records have none of these, so an empty answer is as good as rows. */
  oftenEmpty?: true
}

export type NeededRight = {
  right: SecurityRight
  neededFor: string
  when: (needs: Needs) => boolean
  /** Without one only ConnectWise's own table of rights can tell: writing is never tried. */
  probe?: Probe
}

const always = () => true
const forTime = ({ timeEntries }: Needs) => timeEntries
const forAttachments = ({ attachments }: Needs) => attachments
const at = (what: string, path: string): Probe => ({ what, path: () => path })
const toList = (
  name: keyof typeof listResources,
  neededFor: string,
  when: NeededRight['when'] = always,
): NeededRight => {
  const { right, what, source } = listResources[name]
  return { right, neededFor, when, probe: at(what, source.path) }
}

/** Sources: the permission pages of several vendors and the OpenAPI model 2022.1 (SecurityRoleSetting). */
export const neededRights: readonly NeededRight[] = [
  toList('companies', 'Company'),
  toList('boards', 'Boards'),
  {
    right: statusesOf(0).right,
    neededFor: 'Statuses',
    when: always,
    probe: {
      what: 'statuses',
      path: ({ board }) => (board === undefined ? undefined : statusesOf(board).source.path),
    },
  },
  toList('priorities', 'Priority'),
  toList('sources', 'Source'),
  toList('companyStatuses', 'Inactive companies'),
  toList('workRoles', 'Default work role', forTime),
  toList('customFields', 'Field based filter', ({ reverseSync }) => reverseSync),
  toList('members', 'Owner and members'),
  {
    right: 'Service Desk > Service Tickets > Inquire All',
    neededFor: 'Tickets',
    when: always,
    probe: at('tickets', '/service/tickets'),
  },
  { right: 'Service Desk > Service Tickets > Add All', neededFor: 'Created tickets', when: always },
  { right: 'Service Desk > Service Tickets > Edit All', neededFor: 'Notes and status changes', when: always },
  { right: 'Service Desk > Close Service Tickets > Add All', neededFor: 'Closed statuses', when: always },
  { right: 'Service Desk > Close Service Tickets > Edit All', neededFor: 'Closed statuses', when: always },
  {
    right: 'Companies > Manage Attachments > Inquire All',
    neededFor: 'Sync attachments',
    when: forAttachments,
    probe: {
      what: 'attachments',
      path: ({ ticket }) => (ticket === undefined ? undefined : '/system/documents'),
      query: ({ ticket }) => ({ recordType: 'Ticket', recordId: ticket }),
      oftenEmpty: true,
    },
  },
  { right: 'Companies > Manage Attachments > Add All', neededFor: 'Sync attachments', when: forAttachments },
  {
    right: 'Time & Expense > Time Entry > Inquire All',
    neededFor: 'Sync time entries',
    when: forTime,
    probe: at('time entries', '/time/entries'),
  },
  { right: 'Time & Expense > Time Entry > Add All', neededFor: 'Sync time entries', when: forTime },
]

/** What a probe showed. `empty` proves nothing: a weak role gets fewer rows instead of a refusal. */
export type Probed = 'rows' | 'empty' | 'refused' | 'unknown'

/** The level ConnectWise's table of rights shows for one action of one function. */
export type RightLevel = 'None' | 'My' | 'All'
export type RightLevels = ReadonlyMap<string, RightLevel>

const securityRow = z.object({
  moduleName: z.string().nullish(),
  moduleFunctionName: z.string().nullish(),
  addLevel: z.string().nullish(),
  editLevel: z.string().nullish(),
  deleteLevel: z.string().nullish(),
  inquireLevel: z.string().nullish(),
})

const levelOfText: Readonly<Record<string, RightLevel>> = { none: 'None', my: 'My', all: 'All' }
const levelKey = (module: string, name: string, action: string) =>
  [module, name, action].map((word) => fold(word).replaceAll('&', 'and').replace(/\W+/g, '')).join('>')

/** The caller's own rights as `/system/mySecurity` lists them (OpenAPI model 2022.1, MySecurity); null where it cannot be read as such. */
export function readLevels(rows: readonly unknown[]): RightLevels | null {
  const readable = rows.flatMap((row) => readLeniently(securityRow, row) ?? [])
  if (readable.length === 0) return null
  const levels = new Map<string, RightLevel>()
  for (const row of readable) {
    const actions = {
      Add: row.addLevel,
      Edit: row.editLevel,
      Delete: row.deleteLevel,
      Inquire: row.inquireLevel,
    }
    for (const [action, text] of Object.entries(actions)) {
      const level = levelOfText[text?.trim().toLowerCase() ?? '']
      const key = levelKey(row.moduleName ?? '', row.moduleFunctionName ?? '', action)
      if (level && !levels.has(key)) levels.set(key, level)
    }
  }
  return levels
}

/** The level the table shows for a right; undefined where it does not name it. */
export function levelOf(right: SecurityRight, levels: RightLevels | null): RightLevel | undefined {
  const [module = '', name = '', wanted = ''] = right.split(' > ')
  return levels?.get(levelKey(module, name, wanted.replace(/ All$/, '')))
}

/**
 * Judges one right. A refusal decides; then the table of rights; then rows that came. `None` with rows happens: some
 * setup tables answer without the right (ConnectWise Developer Guide). `My` hides rows, so it does not do.
 */
export function judgeRight(
  right: SecurityRight,
  probed: Probed | undefined,
  levels: RightLevels | null,
): Permission['state'] {
  const level = levelOf(right, levels)
  if (probed === 'refused') return 'missing'
  if (level === 'All') return 'granted'
  if (level === 'My') return 'missing'
  if (probed === 'rows') return 'granted'
  return level === 'None' ? 'missing' : 'untested'
}

/** One line per right and state, missing ones first, with everything it is needed for. */
export function permissionTable(judged: readonly Permission[]): Permission[] {
  const lines = new Map<string, Permission>()
  for (const permission of judged) {
    const key = `${permission.state} ${permission.right}`
    const line = lines.get(key)
    const neededFor =
      line && line.neededFor !== permission.neededFor
        ? `${line.neededFor}, ${permission.neededFor}`
        : permission.neededFor
    lines.set(key, { ...permission, neededFor })
  }
  const order: readonly Permission['state'][] = ['missing', 'granted', 'untested']
  return order.flatMap((state) => [...lines.values()].filter((line) => line.state === state))
}

/** The rights a role and settings need, where nothing was tested. */
export const untestedRights = (needs: Needs): Permission[] =>
  permissionTable(
    neededRights
      .filter(({ when }) => when(needs))
      .map(({ right, neededFor }) => ({ right, neededFor, state: 'untested' })),
  )

/** What to do about a missing right, in the words of System > Security Roles; Table Setup can be narrowed to single tables. */
export function adviceToEnable(right: string, what?: string): string {
  const table = what === 'statuses' || what === 'boards' ? ', and check Customize > Service Board' : ''
  return `Enable ${right.replace(/ All$/, ' = All')}${table}.`
}

/** What an empty list most likely means (seen with weak roles by several vendors). */
export const zeroRowsAdvice = (what: string): { message: string; next: string } => ({
  message: `ConnectWise returned 0 ${what}.`,
  next: 'Your role may only see its own records: check that Inquire is All, not My, and the board restrictions of the API member.',
})
