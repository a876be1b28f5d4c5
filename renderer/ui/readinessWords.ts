// Readiness as icon and word, the same in sidebar, overview and palette.
import type { RelationshipSummary } from '../../shared/ipc/relationshipCalls.ts'
import type { IconKind } from './SeverityIcon.tsx'

/** `Ready` means that no finding is an error. */
export function readinessOf({ ready, errors, warnings, toChoose }: RelationshipSummary['readiness']): {
  kind: IconKind
  word: string
} {
  // Nothing is wrong where something is only still to be chosen.
  if (!ready && errors === toChoose) return { kind: 'open', word: `${toChoose} to choose` }
  if (!ready) return { kind: 'error', word: errors === 1 ? '1 error' : `${errors} errors` }
  if (warnings > 0)
    return { kind: 'warning', word: warnings === 1 ? 'Ready, 1 warning' : `Ready, ${warnings} warnings` }
  return { kind: 'ok', word: 'Ready' }
}

/** What a refresh found: saved values that ConnectWise no longer has like that. */
export const staleWords = (stale: number): string =>
  stale === 1 ? '1 value changed in ConnectWise' : `${stale} values changed in ConnectWise`
