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

const columns = [sheetColumn('Right', 'strong'), sheetColumn('State', 'word'), sheetColumn('Needed for')]

const separator = ' > '
/** `Service Desk > Service Tickets` and `Add All`; a right that is not of this form is a function of its own. */
const functionOf = (right: string): string => right.split(separator).slice(0, -1).join(separator) || right
const levelOf = (right: string): string => right.split(separator).at(-1) ?? right

/** The rights of one function share a row where their state is the same. */
const rowOf = ([first, ...others]: readonly Permission[]): Cell[] =>
  first
    ? [
        sheetCell([first.right, ...others.map(({ right }) => levelOf(right))].join(', ')),
        { text: words[first.state], mark: marks[first.state] },
        sheetCell([...new Set([first, ...others].map(({ neededFor }) => neededFor))].join(', ')),
      ]
    : []

const leadOf = (permissions: readonly Permission[]): string => {
  const granted = permissions.filter(({ state }) => state === 'granted').length
  if (permissions.every(({ state }) => state === 'untested'))
    return 'What the API member of the connection needs for this role and these settings. Nothing was tested for this sheet.'
  return `${granted} of the ${permissions.length} rights that this role and these settings need were granted when the connection was last tested. Rights to write are read from the member’s security role; nothing is written for a test.`
}

export function permissionBlocks(permissions: readonly Permission[]): Block[] {
  const missing = permissions.filter(({ state }) => state === 'missing')
  const sorted = permissions.toSorted((one, other) => order[one.state] - order[other.state])
  const rows = [...Map.groupBy(sorted, ({ state, right }) => `${state} ${functionOf(right)}`).values()]
  return [
    sheetHeading(2, 'Permissions'),
    sheetParagraph(leadOf(permissions)),
    ...(missing.length > 0
      ? [
          sheetParagraph(
            `Ask the ConnectWise administrator for: ${missing.map(({ right }) => right).join('; ')}.`,
          ),
        ]
      : []),
    sheetTable(columns, rows.map(rowOf)),
  ]
}
