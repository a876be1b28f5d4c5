// Tickets that real boards hold and previews must survive: children, merged ones, projects, emoji, sparse rows.
import { isoSeconds, type JsonObject, type StoredRow } from '../model/storedRows.ts'
import type { Desk } from './boards.ts'
import type { Customers } from './companies.ts'
import type { People } from './people.ts'
import { customFieldIds, customFieldValues } from './pickers.ts'
import { recordInfo, referTo, ticketLinks } from './references.ts'

/** What tickets refer to. */
export type Surroundings = Desk & Customers & People

const hour = 3_600_000

type Odd = {
  summary: string
  board?: number
  status?: number
  company?: number
  owner?: number
  more?: JsonObject
  fields?: Record<number, JsonObject['value']>
}

const odd: Odd[] = [
  { summary: 'Parent: head office move', fields: { [customFieldIds.syncToPartner]: true } },
  { summary: 'Child: move the server rack' },
  {
    summary: 'Merged: scanner offline',
    board: 7,
    status: 70,
    more: { closedFlag: true, closedBy: 'dreyes' },
  },
  { summary: 'Merge target: scanner offline at reception', board: 7, status: 63 },
  { summary: 'Migrate the phone system', board: 12, status: 123, more: { recordType: 'ProjectTicket' } },
  { summary: '🖨️ Drucker streikt – שלום עולם – مرحبا 👩‍💻', fields: { [customFieldIds.syncToPartner]: true } },
  {
    summary: 'Invisible\u200E marks\u200B in\u00A0the summary',
    fields: { [customFieldIds.partnerReference]: '\u200EINC\u200B0012345' },
  },
  {
    summary:
      'A summary that is exactly as long as ConnectWise takes it, which is one hundred characters, not more'
        .padEnd(100, '.')
        .slice(0, 100),
  },
  { summary: 'Ticket of a company deleted since', company: 253 },
  { summary: 'Ticket of a company on credit hold', company: 252 },
  { summary: 'Owner has left', owner: 60 },
  {
    summary: 'Closed, with a note added afterwards',
    status: 37,
    more: { closedFlag: true, closedBy: 'mchen' },
    fields: { [customFieldIds.syncToPartner]: true },
  },
  { summary: 'Checkbox never touched', fields: { [customFieldIds.syncToPartner]: null } },
  { summary: 'Alert: disk 95 percent', board: 15, status: 151 },
  {
    summary: 'Synced from the partner',
    more: { externalXRef: 'SN:INC0012345' },
    fields: { [customFieldIds.syncToPartner]: true },
  },
]

/** Adds the odd tickets behind the given ones, with parents and merges linked; ids go on from the last. */
export const addOddTickets = (rows: StoredRow[], world: Surroundings, now: number): StoredRow[] => {
  const first = (rows.at(-1)?.id ?? 7_000) + 1
  const extra = odd.map(
    ({ summary, board = 4, status = 31, company = 250, owner = 42, more, fields }, index): StoredRow => {
      const id = first + index
      const boardRow = world.boards.find(board)
      const statusRow = world.statuses.get(board)?.find(status)
      const companyRow = world.companies.find(company)
      const ownerRow = world.members.find(owner)
      const priority = world.priorities.find(6)
      const at = isoSeconds(now - (odd.length - index) * 5 * hour)
      return {
        id,
        summary,
        recordType: 'ServiceTicket',
        ...(boardRow ? { board: referTo('board', boardRow), location: boardRow.location ?? null } : {}),
        ...(statusRow ? { status: referTo('status', statusRow) } : {}),
        ...(companyRow ? { company: referTo('company', companyRow) } : {}),
        ...(ownerRow ? { owner: referTo('member', ownerRow), resources: ownerRow.identifier } : {}),
        ...(priority ? { priority: referTo('priority', priority) } : {}),
        severity: 'Low',
        impact: 'Low',
        closedFlag: false,
        hasChildTicket: false,
        hasMergedChildTicketFlag: false,
        customFields: customFieldValues(world.customFields.rows, fields ?? {}),
        ...more,
        _info: { ...recordInfo(at, 'dispatch', at, 'dreyes'), ...ticketLinks(id) },
      }
    },
  )
  const [parent, child, merged, target] = extra
  if (parent && child && merged && target) {
    child.parentTicketId = parent.id
    parent.hasChildTicket = true
    merged.mergedParentTicket = referTo('ticket', target)
    target.hasMergedChildTicketFlag = true
  }
  // A row without anything but its summary: absent board, company and recordType.
  const sparse: StoredRow = { id: first + odd.length, summary: 'Sparse row' }
  return [...rows, ...extra, sparse]
}
