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
  string,
  Partial<ServiceTicket>,
  Relationship,
  Reference | null,
  ReturnType<typeof status>[],
  string[],
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
    ['sets status before priority', {}, source, reference(), [status(31), priority(6)], []],
    ['leaves out a status already there', { status: { id: 31 } }, source, reference(), [priority(6)], []],
    ['leaves out a priority already there', { priority: { id: 6 } }, source, reference(), [status(31)], []],
    [
      'is nothing when both are there',
      { status: { id: 31 }, priority: { id: 6 } },
      source,
      reference(),
      [],
      [],
    ],
    [
      'sets values that are missing',
      { status: null, priority: null },
      source,
      reference(),
      [status(31), priority(6)],
      [],
    ],
    ['is nothing for a closed ticket', { closedFlag: true }, source, reference(), [], []],
    [
      'is nothing for a ticket in a closed status whose flag is absent',
      { closedFlag: null, status: { id: 39 } },
      source,
      reference(),
      [],
      [],
    ],
    [
      'leaves the priority alone when none is set',
      {},
      sourceRelationship({ priority: null }),
      reference(),
      [status(31)],
      [],
    ],
    [
      'leaves the status alone when none is set',
      {},
      sourceRelationship({ status: null }),
      reference(),
      [priority(6)],
      [],
    ],
    [
      'uses the namesake on another board',
      { board: { id: 5 }, status: { id: 59 } },
      source,
      reference(),
      [status(51), priority(6)],
      [],
    ],
    [
      'is no status change when the namesake is already there',
      { board: { id: 5 }, status: { id: 51 }, priority: { id: 6 } },
      source,
      reference(),
      [],
      [],
    ],
    [
      'matches names without accents and case among active statuses, lowest id first',
      { board: { id: 5 } },
      source,
      accented,
      [status(53), priority(6)],
      [],
    ],
    [
      'keeps the status where its name is missing, and says so',
      { board: { id: 5 } },
      source,
      withoutNamesake,
      [priority(6)],
      ['status-missing-on-board'],
    ],
    [
      'is no request when only the missing status would change',
      { board: { id: 5 }, priority: { id: 6 } },
      source,
      withoutNamesake,
      [],
      ['status-missing-on-board'],
    ],
    [
      'does not look for the status of a closed ticket',
      { board: { id: 5 }, closedFlag: true },
      source,
      withoutNamesake,
      [],
      [],
    ],
    ['works on the own board without reference data', {}, source, null, [status(31), priority(6)], []],
    [
      'takes a status without a board to belong to the default board',
      {},
      sourceRelationship({ status: { id: 31, name: 'New' } }),
      null,
      [status(31), priority(6)],
      [],
    ],
    [
      'knows no namesake without reference data',
      { board: { id: 5 } },
      source,
      null,
      [priority(6)],
      ['reference-not-read'],
    ],
    [
      'takes the namesake that a list which was not read to the end holds',
      { board: { id: 5 }, status: { id: 59 } },
      source,
      reference({}, { partial: ['statuses'], unreadBoards: [5] }),
      [status(51), priority(6)],
      [],
    ],
    [
      'claims no missing namesake on a board whose statuses may not be read',
      { board: { id: 5 } },
      source,
      reference({ statuses: [{ id: 31, name: 'New', board: { id: 4 } }] }, { unreadBoards: [5] }),
      [priority(6)],
      ['reference-not-read'],
    ],
    [
      'leaves out values that are errors, and names them',
      {},
      source,
      reference({ statuses: [{ id: 31, name: 'New', board: { id: 4 }, inactive: true }], priorities: [] }),
      [],
      ['status-inactive', 'priority-unknown'],
    ],
    [
      'says nothing of a value that is there already',
      { priority: { id: 6 } },
      source,
      reference({ priorities: [] }),
      [status(31)],
      [],
    ],
    ['is nothing for a skipped ticket', { company: null }, source, withoutNamesake, [], []],
    ['is nothing for role target', {}, targetRelationship(), reference(), [], []],
  ])('%s', (_, changes, relationship, known, operations, warnings) => {
    const prepared = prepareOutbound({ relationship, reference: known, since: null })
    const row = prepared.row({ ...ticket, ...changes })
    expect(row.requests).toEqual(
      operations.length === 0 ? [] : [{ method: 'PATCH', path: '/service/tickets/7001', body: operations }],
    )
    expect(row.warnings).toEqual(warnings)
    expect(prepared.judge({ ...ticket, ...changes }).warnings).toEqual(warnings)
  })
})
