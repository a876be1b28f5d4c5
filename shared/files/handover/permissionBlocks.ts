// The rights on a handover sheet: those that are missing first, with what to ask for.
import type { Permission } from '../../connection/connection.ts'
import {
  type Block,
  type Cell,
  sheetCell,
  sheetColumn,
  sheetHeading,
  sheetParagraph,
  sheetTable,
} from './blocks.ts'

const words = { granted: 'Granted', missing: 'Missing', untested: 'Not tested' } as const
const marks = { granted: 'good', missing: 'bad', untested: 'open' } as const
const order = { missing: 0, untested: 1, granted: 2 } as const

const columns = [sheetColumn('Right', 'strong'), sheetColumn('State'), sheetColumn('Needed for')]

const rowOf = ({ right, state, neededFor }: Permission): Cell[] => [
  sheetCell(right),
  { text: words[state], mark: marks[state] },
  sheetCell(neededFor),
]

export function permissionBlocks(permissions: readonly Permission[]): Block[] {
  const tested = permissions.some(({ state }) => state !== 'untested')
  const missing = permissions.filter(({ state }) => state === 'missing')
  const rows = permissions.toSorted((one, other) => order[one.state] - order[other.state]).map(rowOf)
  return [
    sheetHeading(2, 'Permissions'),
    sheetParagraph(
      tested
        ? 'What the API member of the connection may do, as last tested. Rights to write cannot be proven without writing, and Syncwright never writes.'
        : 'What the API member of the connection needs for this role and these settings. Nothing was tested for this sheet.',
    ),
    ...(missing.length > 0
      ? [
          sheetParagraph(
            `Ask the ConnectWise administrator for: ${missing.map(({ right }) => right).join('; ')}.`,
          ),
        ]
      : []),
    sheetTable(columns, rows),
  ]
}
