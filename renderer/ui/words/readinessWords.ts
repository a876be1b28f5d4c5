// Readiness as icon and word, the same in sidebar, overview and palette.
import type { RelationshipSummary } from '../../../shared/ipc/areas/relationshipCalls.ts'
import { countOf } from '../../../shared/text/counts.ts'

/** `Ready` means that no finding is an error. */
export function readinessOf({ ready, errors, warnings, toChoose }: RelationshipSummary['readiness']): {
  kind: 'ok' | 'warning' | 'error' | 'open'
  word: string
} {
  // Nothing is wrong where something is only still to be chosen.
  const wrong = errors - toChoose
  if (!ready && wrong === 0) return { kind: 'open', word: `${toChoose} to choose` }
  if (!ready) return { kind: 'error', word: countOf(wrong, 'error') }
  if (warnings > 0) return { kind: 'warning', word: `Ready, ${countOf(warnings, 'warning')}` }
  return { kind: 'ok', word: 'Ready' }
}

/** What a refresh found: saved values that ConnectWise no longer has like that. */
export const staleWords = (stale: number): string => `${countOf(stale, 'value')} changed in ConnectWise`
