// What the sidebar lists and how its filter narrows it.
import { describe, expect, it } from 'vitest'
import { initialsOf, sidebarLines } from '../../../../renderer/frame/sidebarLines.ts'
import { connectionView, summary } from '../../../support/summaries.ts'

const connections = [connectionView('acme', 'production'), connectionView('lab', 'sandbox')]
const relationships = [
  summary('1', 'Élodie stores', { connectionId: 'acme' }),
  summary('2', 'Woodgrove branch', { connectionId: 'lab', partner: 'Bank' }),
  summary('3', 'Left behind', { connectionId: 'gone' }),
]
const keys = (filter: string) => sidebarLines(connections, relationships, filter).map(({ key }) => key)

describe('the sidebar', () => {
  it('groups by connection, those whose connection is gone last', () => {
    expect(keys('')).toEqual(['group acme', '1', 'group lab', '2', 'group ', '3'])
  })

  it.each([
    ['elodie', ['group acme', '1']],
    ['bank wood', ['group lab', '2']],
    ['connection lab', ['group lab', '2']],
    ['nobody', []],
  ])('narrowed by “%s” shows %j', (filter, shown) => {
    expect(keys(filter)).toEqual(shown)
  })
})

it.each([
  ['Woodgrove branch 10', 'W10'],
  ['Adatum service desk', 'AS'],
  ['Solo', 'S'],
  ['👩‍🚒 brigade', '👩‍🚒B'],
])('%s is %s where there is no room', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
