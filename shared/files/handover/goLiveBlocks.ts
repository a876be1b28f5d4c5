// Going live on the handover sheet: the steps with their state, and what the first sync came to.
import type { GoLive } from '../../golive/goLive.ts'
import { readersWords } from '../../preview/verify/verifyWords.ts'
import type { GoLiveStep } from '../../golive/steps.ts'
import {
  type Block,
  type Cell,
  sheetCell,
  sheetColumn,
  sheetHeading,
  sheetParagraph,
  sheetTable,
} from './blocks.ts'
import { zonedTime } from './zonedTime.ts'

export type GoneLive = { steps: readonly GoLiveStep[]; verified: GoLive['verified'] }

/** In one line, for whoever has to answer for it. */
function verifiedWords({ at, ...known }: NonNullable<GoLive['verified']>, zone: string): string {
  const counts = Object.entries(known.summary)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state.replace('-', ' ')}`)
  const seen = known.accepted.length === 0 ? '' : ` (${known.accepted.length} seen and accepted)`
  return `First sync compared ${zonedTime(new Date(at), zone)}: ${counts.join(', ') || 'no tickets'}${seen}. ${readersWords(known)}`
}

const columns = [sheetColumn('Step', 'strong'), sheetColumn('State', 'word'), sheetColumn('What is known')]

const rowOf = ({ name, state, evidence }: GoLiveStep): Cell[] => [
  { text: name, mark: state === 'done' ? 'good' : 'open' },
  sheetCell(state),
  sheetCell(evidence),
]

export const goLiveBlocks = ({ steps, verified }: GoneLive, zone: string): Block[] => [
  sheetHeading(2, 'Go live'),
  sheetTable(columns, steps.map(rowOf)),
  ...(verified ? [sheetParagraph(verifiedWords(verified, zone))] : []),
]
