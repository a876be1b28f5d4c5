// How the open relationship stands while it is edited: every list of the window shows this, so that no two marks disagree.
import { useEffect, useEffectEvent } from 'react'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { createSharedValue, useSharedValue } from './sharedValue.ts'

type Readiness = RelationshipSummary['readiness']
type Live = { id: string; readiness: Readiness }

const live = createSharedValue<Live | null>(null)

/** The relationship in the form, null while none is open. */
export const useLiveReadiness = (): Live | null => useSharedValue(live)

/** Says how the open relationship stands, until its screen is left; null while it is not known. */
export function useTellReadiness(id: string, readiness: Readiness | null): void {
  const told = readiness && JSON.stringify({ id, readiness })
  const tell = useEffectEvent(() => live.set(readiness && { id, readiness }))
  useEffect(() => {
    if (told !== null) tell()
  }, [told])
  useEffect(() => () => live.set(null), [])
}
