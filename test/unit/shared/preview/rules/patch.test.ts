// The change role source would apply to a sent ConnectWise ticket itself.
import { describe, expect, test } from 'vitest'
import { prepareOutbound } from '../../../../../shared/preview/rules/outbound.ts'
import type { ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import type { Reference } from '../../../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'

const ticket: ServiceTicket = {
  id: 7001,
  board: { id: 4 },
  status: { id: 32 },
  priority: { id: 7 },
  company: { id: 250 },
  closedFlag: false,
}

const status = (id: number) => ({ op: 'replace', path: 'status', value: { id } })
const priority = (id: number) => ({ op: 'replace', path: 'priority', value: { id } })

type Case = [
  title: string,
  changes: Partial<ServiceTicket>,
  operations: ReturnType<typeof status>[],
  given?: { relationship?: Relationship; known?: Reference | null; warnings?: string[] },
]

const source = sourceRelationship()
const accented = reference({
  statuses: [
    { id: 31, name: 'Réouvert', board: { id: 4 } },
    { id: 53, name: ' REOUVERT', board: { id: 5 } },
    { id: 52, name: 'Reouvert', board: { id: 5 }, inactive: true },
    { id: 54, name: 'reouvert', board: { id: 5 } },
  ],
})
const withoutNamesake = reference({
  statuses: [
    { id: 31, name: 'New', board: { id: 4 } },
    { id: 51, name: 'New', board: { id: 5 }, inactive: true },
    { id: 59, name: 'Done', board: { id: 5 }, closedStatus: true },
  ],
})

describe('the change to a sent ticket', () => {
  test.each<Case>([
    ['sets status before priority', {}, [status(31), priority(6)]],
    ['leaves out a status already there', { status: { id: 31 } }, [priority(6)]],
    ['leaves out a priority already there', { priority: { id: 6 } }, [status(31)]],
    ['is nothing when both are there', { status: { id: 31 }, priority: { id: 6 } }, []],
    ['sets values that are missing', { status: null, priority: null }, [status(31), priority(6)]],
    ['is nothing for a closed ticket', { closedFlag: true }, []],
    [
      'is nothing for a ticket in a closed status whose flag is absent',
      { closedFlag: null, status: { id: 39 } },
      [],
    ],
    [
      'leaves the priority alone when none is set',
      {},
      [status(31)],
      { relationship: sourceRelationship({ priority: null }) },
    ],
    [
      'leaves the status alone when none is set',
      {},
      [priority(6)],
      { relationship: sourceRelationship({ status: null }) },
    ],
    [
      'uses the namesake on another board',
      { board: { id: 5 }, status: { id: 59 } },
      [status(51), priority(6)],
    ],
    [
      'is no status change when the namesake is already there',
      { board: { id: 5 }, status: { id: 51 }, priority: { id: 6 } },
      [],
    ],
    [
      'matches names without accents and case among active statuses, lowest id first',
      { board: { id: 5 } },
      [status(53), priority(6)],
      { known: accented },
    ],
    [
      'keeps the status where its name is missing, and says so',
      { board: { id: 5 } },
      [priority(6)],
      { known: withoutNamesake, warnings: ['status-missing-on-board'] },
    ],
    [
      'is no request when only the missing status would change',
      { board: { id: 5 }, priority: { id: 6 } },
      [],
      { known: withoutNamesake, warnings: ['status-missing-on-board'] },
    ],
    [
      'does not look for the status of a closed ticket',
      { board: { id: 5 }, closedFlag: true },
      [],
      { known: withoutNamesake },
    ],
    ['works on the own board without reference data', {}, [status(31), priority(6)], { known: null }],
    [
      'takes a status without a board to belong to the default board',
      {},
      [status(31), priority(6)],
      { relationship: sourceRelationship({ status: { id: 31, name: 'New' } }), known: null },
    ],
    [
      'knows no namesake without reference data',
      { board: { id: 5 } },
      [priority(6)],
      { known: null, warnings: ['reference-not-read'] },
    ],
    [
      'takes the namesake that a list which was not read to the end holds',
      { board: { id: 5 }, status: { id: 59 } },
      [status(51), priority(6)],
      { known: reference({}, { partial: ['statuses'], unreadBoards: [5] }) },
    ],
    [
      'claims no missing namesake on a board whose statuses may not be read',
      { board: { id: 5 } },
      [priority(6)],
      {
        known: reference({ statuses: [{ id: 31, name: 'New', board: { id: 4 } }] }, { unreadBoards: [5] }),
        warnings: ['reference-not-read'],
      },
    ],
    [
      'leaves out values that are errors, and names them',
      {},
      [],
      {
        known: reference({
          statuses: [{ id: 31, name: 'New', board: { id: 4 }, inactive: true }],
          priorities: [],
        }),
        warnings: ['status-inactive', 'priority-unknown'],
      },
    ],
    [
      'says nothing of a value that is there already',
      { priority: { id: 6 } },
      [status(31)],
      { known: reference({ priorities: [] }) },
    ],
    ['is nothing for a skipped ticket', { company: null }, [], { known: withoutNamesake }],
    ['is nothing for role target', {}, [], { relationship: targetRelationship() }],
  ])('%s', (_, changes, operations, given) => {
    const { relationship, known, warnings } = {
      relationship: source,
      known: reference(),
      warnings: [],
      ...given,
    }
    const prepared = prepareOutbound({ relationship, reference: known, since: null })
    const row = prepared.row({ ...ticket, ...changes })
    expect(row.requests).toEqual(
      operations.length === 0 ? [] : [{ method: 'PATCH', path: '/service/tickets/7001', body: operations }],
    )
    expect(row.warnings).toEqual(warnings)
    expect(prepared.judge({ ...ticket, ...changes }).warnings).toEqual(warnings)
  })
})
