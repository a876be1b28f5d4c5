// Going live on the handover sheet: the steps with their state, and what the first sync came to.
import type { GoLive } from '../../golive/goLive.ts'
import type { Step } from '../../golive/steps.ts'
import { type Block, type Cell, cell, column, heading, paragraph, table } from './blocks.ts'
import { shortTime } from './zonedTime.ts'

export type GoneLive = { steps: readonly Step[]; verified: GoLive['verified'] }

/** In one line, for whoever has to answer for it. */
function verifiedWords({ at, summary, leaks }: NonNullable<GoLive['verified']>, zone: string): string {
  const counts = Object.entries(summary)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state.replace('-', ' ')}`)
  const reached =
    leaks === 0
      ? 'No text reached anybody it should not.'
      : `${leaks} ${leaks === 1 ? 'text' : 'texts'} reached somebody they should not.`
  return `First sync compared ${shortTime(new Date(at), zone)}: ${counts.join(', ') || 'no tickets'}. ${reached}`
}

const columns = [column('Step', 'strong'), column('State'), column('What is known')]

const rowOf = ({ name, state, evidence }: Step): Cell[] => [
  { text: name, mark: state === 'done' ? 'good' : 'open' },
  cell(state),
  cell(evidence),
]

export const goLiveBlocks = ({ steps, verified }: GoneLive, zone: string): Block[] => [
  heading(2, 'Go live'),
  table(columns, steps.map(rowOf)),
  ...(verified ? [paragraph(verifiedWords(verified, zone))] : []),
]
