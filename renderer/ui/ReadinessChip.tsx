// The one mark of how a relationship stands: Ready, not ready, or so many values to choose.
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { Chip, type Tone } from './Chip.tsx'
import { readinessOf } from './words/readinessWords.ts'
import { type IconKind, SeverityIcon } from './SeverityIcon.tsx'

export type ReadinessCounts = RelationshipSummary['readiness']

const tones: Record<IconKind, Tone> = { ok: 'ok', warning: 'ok', error: 'err', open: 'info', info: 'info' }

export function ReadinessChip({ readiness }: { readiness: ReadinessCounts | null }) {
  if (readiness === null) return null
  const { kind, word } = readinessOf(readiness)
  const icon = kind === 'warning' ? 'ok' : kind
  return (
    <Chip tone={tones[kind]} icon={<SeverityIcon kind={icon} size={12} />}>
      {readiness.ready ? 'Ready' : kind === 'error' ? 'Not ready' : word}
    </Chip>
  )
}
