// Going live on the handover sheet: the steps with their state, and what the first sync came to.
import type { GoLive } from '../../golive/goLive.ts'
import type { Step } from '../../golive/steps.ts'
import { utcSeconds } from '../exportRelationships.ts'
import { type Block, heading, paragraph, table } from './blocks.ts'

export type GoneLive = { steps: readonly Step[]; verified: GoLive['verified'] }

/** In one line, for whoever has to answer for it. */
function verifiedWords({ at, summary, leaks }: NonNullable<GoLive['verified']>): string {
  const counts = Object.entries(summary)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state.replace('-', ' ')}`)
  const reached =
    leaks === 0
      ? 'No text reached anybody it should not.'
      : `${leaks} ${leaks === 1 ? 'text' : 'texts'} reached somebody they should not.`
  return `First sync compared ${utcSeconds(new Date(at))}: ${counts.join(', ') || 'no tickets'}. ${reached}`
}

export const goLiveBlocks = ({ steps, verified }: GoneLive): Block[] => [
  heading(2, 'Go live'),
  table(
    ['Step', 'State', 'What is known'],
    steps.map(({ name, state, evidence }) => [name, state, evidence]),
  ),
  ...(verified ? [paragraph(verifiedWords(verified))] : []),
]
