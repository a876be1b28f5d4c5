// The rights on a handover sheet: those that are missing first, with what to ask for.
import type { Permission } from '../../connection/connection.ts'
import { type Block, type Cell, cell, column, heading, paragraph, table } from './blocks.ts'

const words = { granted: 'Granted', missing: 'Missing', untested: 'Not tested' } as const
const marks = { granted: 'good', missing: 'bad', untested: 'open' } as const
const order = { missing: 0, untested: 1, granted: 2 } as const

const columns = [column('Right', 'strong'), column('State'), column('Needed for')]

const rowOf = ({ right, state, neededFor }: Permission): Cell[] => [
  cell(right),
  { text: words[state], mark: marks[state] },
  cell(neededFor),
]

export function permissionBlocks(permissions: readonly Permission[]): Block[] {
  const tested = permissions.some(({ state }) => state !== 'untested')
  const missing = permissions.filter(({ state }) => state === 'missing')
  const rows = permissions.toSorted((one, other) => order[one.state] - order[other.state]).map(rowOf)
  return [
    heading(2, 'Permissions'),
    paragraph(
      tested
        ? 'What the API member of the connection may do, as last tested. Rights to write cannot be proven without writing, and Syncwright never writes.'
        : 'What the API member of the connection needs for this role and these settings. Nothing was tested for this sheet.',
    ),
    ...(missing.length > 0
      ? [paragraph(`Ask the ConnectWise administrator for: ${missing.map(({ right }) => right).join('; ')}.`)]
      : []),
    table(columns, rows),
  ]
}
