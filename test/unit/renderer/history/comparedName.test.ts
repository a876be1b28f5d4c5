// Compared relationships are told apart, also where a promotion gave two of them one name.
import { expect, test } from 'vitest'
import { comparedName } from '../../../../renderer/history/comparedName.ts'

const connections = new Map([
  ['s', 'Fabrikam sandbox'],
  ['p', 'Fabrikam'],
])
const of = (contractName: string, connectionId: string) => ({
  contractName,
  partner: 'Litware',
  connectionId,
})

test('names the connection where another relationship is called the same, and only there', () => {
  const all = [of('Helpdesk', 's'), of('Helpdesk', 'p'), of('Projects', 'p')]
  const nameOf = comparedName(all, (id) => connections.get(id) ?? id)
  expect(all.map(nameOf)).toEqual([
    'Helpdesk (Litware) · Fabrikam sandbox',
    'Helpdesk (Litware) · Fabrikam',
    'Projects (Litware)',
  ])
})
