// Which ConnectWise tickets leave, and every reason why one stays.
import { describe, expect, test } from 'vitest'
import { prepareOutbound } from '../../../../../shared/preview/rules/outbound.ts'
import type { ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import type { Reference } from '../../../../../shared/reference/lookup.ts'
import type {
  Relationship,
  ReverseFilter,
  TargetSettings,
} from '../../../../../shared/relationship/relationship.ts'
import {
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
} from '../../../../support/relationships.ts'

const ticket = (changes: Partial<ServiceTicket> = {}): ServiceTicket => ({
  id: 7001,
  summary: 'Printer offline',
  recordType: 'ServiceTicket',
  board: { id: 4, name: 'Help Desk' },
  status: { id: 32, name: 'In progress' },
  priority: { id: 7, name: 'Priority 1 - Critical' },
  company: { id: 250, name: 'Contoso Ltd' },
  closedFlag: false,
  _info: { lastUpdated: '2026-11-20T08:00:00Z' },
  ...changes,
})

type Options = { relationship?: Relationship; since?: string | null; reference?: Reference | null }

const preview = (changes: Partial<ServiceTicket>, options: Options = {}) => {
  const prepared = prepareOutbound({
    relationship: sourceRelationship(),
    reference: reference(),
    since: null,
    ...options,
  })
  return { ...prepared.row(ticket(changes)), judged: prepared.judge(ticket(changes)) }
}

type ReverseSync = Extract<TargetSettings['reverseSync'], { enabled: true }>

const reversed = (changes: Partial<ReverseSync> = {}): Relationship =>
  targetRelationship({ reverseSync: { ...reverseSyncOn, ...changes } })
const filtered = (filter: Partial<ReverseFilter>) =>
  reversed({ filter: { ...reverseSyncOn.filter, ...filter } })
const byField = reversed({ fieldFilter: { id: 28, caption: 'Sync to partner' } })

describe('a ConnectWise ticket', () => {
  test.each<[string, Partial<ServiceTicket>, Options, string[]]>([
    ['is sent when everything fits', {}, {}, []],
    ['is sent without a record type', { recordType: null }, {}, []],
    ['is sent with the record type of old releases', { recordType: 'Ticket' }, {}, []],
    ['stays when it is a project ticket', { recordType: 'ProjectTicket' }, {}, ['not-a-service-ticket']],
    ['stays when it is a project issue', { recordType: 'ProjectIssue' }, {}, ['not-a-service-ticket']],
    ['stays on another board', { board: { id: 9 } }, {}, ['board-not-selected']],
    ['stays without a board', { board: null }, {}, ['board-not-selected']],
    ['stays for another company', { company: { id: 251 } }, {}, ['company-mismatch']],
    ['stays without a company', { company: undefined }, {}, ['company-mismatch']],
    [
      'stays while no company is chosen',
      {},
      { relationship: sourceRelationship({ company: null }) },
      ['company-mismatch'],
    ],
    ['is sent when closed', { closedFlag: true, status: { id: 39, name: 'Closed' } }, {}, []],
    ['is sent when changed at the start', {}, { since: '2026-11-20T08:00:00Z' }, []],
    [
      'stays when changed before the start',
      {},
      { since: '2026-11-20T08:00:01Z' },
      ['not-changed-since-start'],
    ],
    ['is sent when changed on the start date', {}, { since: '2026-11-20' }, []],
    ['stays when changed the day before', {}, { since: '2026-11-21' }, ['not-changed-since-start']],
    [
      'is sent at midnight of the start date',
      { _info: { lastUpdated: '2026-11-20T00:00:00Z' } },
      { since: '2026-11-20' },
      [],
    ],
    ['counts as changed without a time', { _info: null }, { since: '2030-01-01' }, []],
    [
      'counts as changed with a time nobody can read',
      { _info: { lastUpdated: 'soon' } },
      { since: '2030-01-01' },
      [],
    ],
    [
      'is compared in UTC',
      { _info: { lastUpdated: '2026-11-20T01:00:00+02:00' } },
      { since: '2026-11-20' },
      ['not-changed-since-start'],
    ],
    [
      'lists every reason once, in order',
      { recordType: 'ProjectTicket', board: null, company: null },
      { since: '2027-01-01' },
      ['not-a-service-ticket', 'board-not-selected', 'company-mismatch', 'not-changed-since-start'],
    ],
    [
      'stays with one reason while reverse sync is off',
      { recordType: 'ProjectTicket', board: null },
      { relationship: targetRelationship({ reverseSync: { enabled: false } }), since: '2030-01-01' },
      ['reverse-sync-off'],
    ],
    ['is sent back from a board of the filter', {}, { relationship: reversed() }, []],
    [
      'stays when the filter names no board',
      {},
      { relationship: filtered({ boards: [] }) },
      ['board-not-selected'],
    ],
    [
      'needs the company of the filter instead of the configured one',
      {},
      { relationship: filtered({ companies: [{ id: 251, name: 'Fabrikam Inc' }] }) },
      ['company-mismatch'],
    ],
    [
      'is sent for a company of the filter',
      { company: { id: 251 } },
      { relationship: filtered({ companies: [{ id: 251, name: 'Fabrikam Inc' }] }) },
      [],
    ],
    [
      'stays in a status the filter leaves out',
      {},
      { relationship: filtered({ statuses: [{ id: 31, name: 'New' }] }) },
      ['status-filtered'],
    ],
    [
      'stays without a status when the filter names some',
      { status: null },
      { relationship: filtered({ statuses: [{ id: 31, name: 'New' }] }) },
      ['status-filtered'],
    ],
    [
      'is sent in a status of the filter',
      {},
      { relationship: filtered({ statuses: [{ id: 32, name: 'In progress' }] }) },
      [],
    ],
    [
      'stays with a priority the filter leaves out',
      {},
      { relationship: filtered({ priorities: [{ id: 6, name: 'Priority 3 - Medium' }] }) },
      ['priority-filtered'],
    ],
    [
      'is sent when the filter field is ticked, whatever it is called',
      { customFields: [{ id: 28, caption: 'Renamed', type: 'Checkbox', value: true }] },
      { relationship: byField },
      [],
    ],
    ...([false, null, undefined, 'true', 1] as const).map(
      (value): [string, Partial<ServiceTicket>, Options, string[]] => [
        `stays when the filter field is ${JSON.stringify(value)}`,
        { customFields: [{ id: 28, caption: 'Sync to partner', value }] },
        { relationship: byField },
        ['field-filter-off'],
      ],
    ),
    ['stays without the filter field', {}, { relationship: byField }, ['field-filter-off']],
    [
      'stays when only a namesake of the filter field is ticked',
      { customFields: [{ id: 29, caption: 'Sync to partner', value: true }] },
      { relationship: byField },
      ['field-filter-off'],
    ],
  ])('%s', (_, changes, options, reasons) => {
    const { verdict, reasons: found, judged } = preview(changes, options)
    expect({ verdict, reasons: found }).toEqual({ verdict: reasons.length === 0 ? 'send' : 'skip', reasons })
    expect(judged).toMatchObject({ key: '7001', verdict, reasons })
  })
})
