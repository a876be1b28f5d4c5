// The conditions grammar: what matches, what is refused and in which words.
import { describe, expect, test } from 'vitest'
import {
  compileChild,
  compileCondition,
  compileCustom,
  fieldOf,
} from '../../../../../main/demo/conditions/match.ts'
import { parseConditions } from '../../../../../main/demo/conditions/parse.ts'
import { boardModel, companyModel, contactModel } from '../../../../../main/demo/model/setup.ts'
import { ticketModel } from '../../../../../main/demo/model/ticket.ts'
import type { StoredRow } from '../../../../../main/demo/model/storedRows.ts'

const ticket: StoredRow = {
  id: 7001,
  summary: 'Printer [2] offline, 50% of "users"',
  recordType: 'ServiceTicket',
  board: { id: 4, name: 'Help Desk' },
  status: { id: 31, name: 'New' },
  owner: { id: 42, identifier: 'dreyes', name: 'Dana Reyes' },
  closedFlag: false,
  budgetHours: -1.5,
  resources: 'dreyes, mchen',
  customFields: [
    { id: 28, caption: 'Sync to partner', type: 'Checkbox', value: true },
    { id: 29, caption: 'Region', type: 'Text', value: 'West' },
    { id: 30, caption: 'VIP', type: 'Checkbox', value: null },
  ],
  _info: { lastUpdated: '2026-11-20T08:00:00Z', dateEntered: '2026-11-01T08:00:00Z' },
}

const matches = (conditions: string) =>
  compileCondition(parseConditions(conditions), fieldOf(ticketModel), true)(ticket)

describe('conditions', () => {
  test.each([
    ['id=7001', true],
    ['id != 7001', false],
    ['id>7000 and id<=7001', true],
    ['budgetHours = -1.5', true],
    ['board/id = 4', true],
    ['Board/Id=4', true],
    ['owner/identifier="DREYES"', true],
    ["status/name='new'", true],
    ['closedFlag=False', true],
    ['closedFlag=true', false],
    ['parentTicketId = null', true],
    ['owner = null', false],
    ['owner != null', true],
    ['parentTicketId != null', false],
    ['parentTicketId != 5', false],
    ['status/id in (1, 31)', true],
    ['status/id not in (1,31)', false],
    ['status/name in ("new","Closed")', true],
    ['summary contains "OFFLINE"', true],
    ['summary not contains "online"', true],
    ['resources contains "mchen"', true],
    ['summary like "printer%"', true],
    ['summary like "*offline*"', true],
    ['summary not like "%scanner%"', true],
    ['summary like "%[[]2]%"', true],
    ['summary like "Printe_ %"', true],
    ['summary like "[a-q]rinter%"', true],
    ['summary like "printer"', false],
    ['summary contains \'of "users"\'', true],
    ['summary contains "of \\"users\\""', true],
    ['lastUpdated>[2026-11-19T00:00:00Z]', true],
    ['lastUpdated>[2026-11-20T08:00:00Z]', false],
    ['lastUpdated >= [2026-11-20T09:00:00+01:00]', true],
    ['dateEntered<[2026-11-02]', true],
    ['recordType="ServiceTicket" and (board/id=9 or board/id=4)', true],
    ['board/id=4 or board/id=9 and id=1', true],
    ['(board/id=4 OR board/id=9) AND id=1', false],
    ['board/name = "Help Desk"', true],
  ])('%s is %s', (conditions, expected) => {
    expect(matches(conditions)).toBe(expected)
  })

  test.each([
    ['member/id=1', 'member/id is not a recognized name.'],
    ['assignedTo/id=1', 'assignedTo/id is not a recognized name.'],
    ['resources/name="x"', 'resources/name is not a recognized name.'],
    ['customFields/id=1', 'customFields/id is not a recognized name.'],
    ['_info/lastUpdated>[2026-01-01]', '_info/lastUpdated is not a recognized name.'],
    ['board=4', 'board is not a recognized name.'],
    ['recordType="Nonsense"', 'Enum value supplied was invalid'],
    ['closedFlag=1', 'Expected a boolean value, not a numeric.'],
    ['id="7"', 'Expected a numeric value, not a string.'],
    ['summary=7', 'Expected a string value, not a numeric.'],
    ['lastUpdated>"2026-01-01"', 'Expected a datetime value, not a string.'],
    ['lastUpdated>[2026-02-30]', '[2026-02-30] is not a valid DateTime.'],
    ['board/identifier="x"', 'board/identifier is not a recognized name.'],
    ['lastUpdated>[yesterday]', '[yesterday] is not a valid DateTime.'],
    ['summary = Printer', 'Expected a value.'],
    ['id contains "7"', 'The contains operator needs a string.'],
    ['id = 7 8', 'Expected "and" or "or".'],
    ['(id = 7', 'Expected ")".'],
    ['id in 7', 'Expected "(".'],
    ['summary = "open', 'Unexpected input'],
    ['id', 'Expected an operator.'],
    ['', 'Expected a field name.'],
    ['summary like "[z-a]"', 'The like pattern was invalid'],
    [`summary like "${'_'.repeat(1_001)}"`, 'The like pattern was invalid'],
    [`${'('.repeat(500)}id=1${')'.repeat(500)}`, 'Expected fewer parentheses.'],
  ])('refuses %s', (conditions, message) => {
    expect(() => matches(conditions)).toThrow(message)
  })

  test('a name of another entity is refused there', () => {
    expect(() => fieldOf(boardModel)('board/name')).toThrow('board/name is not a recognized name.')
    expect(() => fieldOf(companyModel)('types/name')).toThrow('types/name is not a recognized name.')
  })
})

describe('childConditions', () => {
  const company: StoredRow = {
    id: 1,
    types: [
      { id: 1, name: 'Client' },
      { id: 3, name: 'Vendor' },
    ],
  }
  const contact: StoredRow = { id: 1, communicationItems: [{ id: 1, value: 'dana@example.test' }] }

  test.each([
    ['types/id=3', true],
    ['types/id=2', false],
    ['types/id=1 and types/name="Vendor"', false],
  ])('%s is %s', (conditions, expected) => {
    expect(compileChild(parseConditions(conditions), companyModel)(company)).toBe(expected)
  })

  test('reach into communication items', () => {
    const found = compileChild(parseConditions('communicationItems/value like "dana@%"'), contactModel)
    expect(found(contact)).toBe(true)
  })

  test.each(['types/id in (1,2)', 'status/id=1', 'types=1'])('refuse %s', (conditions) => {
    expect(() => compileChild(parseConditions(conditions), companyModel)).toThrow(/not supported|recognized/)
  })
})

describe('customFieldConditions', () => {
  test.each([
    ['caption="Region" and value="west"', true],
    ["caption='Sync to partner' and value=True", true],
    ['caption="VIP" and value=true', false],
    ['caption="VIP" and value!=null', false],
    ['caption="Region" and value!=null', true],
    ['caption="Region" and value like "W%"', true],
    ['caption="Region" and value=true', false],
  ])('%s is %s', (conditions, expected) => {
    expect(compileCustom(parseConditions(conditions), ticketModel)(ticket)).toBe(expected)
  })

  test('are refused where records have no custom fields', () => {
    expect(() => compileCustom(parseConditions('value=1'), boardModel)).toThrow('not a recognized name')
  })
})
