// The decisions of an import in the making, and the entries as they would come out with them; main compares, nothing is stored.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ImportDecision, ImportEntry, ImportMode } from '../../../shared/ipc/areas/fileCalls.ts'
import { compareNaturally } from '../../state/naturalOrder.ts'
import { readingQuery } from '../../state/queries.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'
import { decideReference, intoConnection, withMode } from './decisions.ts'

export type ImportPlan = {
  entries: readonly ImportEntry[]
  decisions: readonly ImportDecision[]
  /** Whether entries are being compared anew. */
  working: boolean
  /** Why they could not be compared with the last decision. */
  error: Error | null
  /** Imports these relationships into a stored connection; what was chosen for another one is forgotten. */
  into: (ids: readonly string[], connectionId: string) => void
  /** As a relationship of its own, or in place of the one that is here. */
  setMode: (id: string, mode: ImportMode) => void
  /** Chooses a record for a reference, or leaves it open with null. */
  choose: (id: string, field: string, record: number | null) => void
}

/** By import: who looks something up on another screen goes on where they were. */
const madeDecisions = windowState<readonly ImportDecision[]>([])

/** `anew`: also without a decision the entries may have changed since the file was read. */
export function useImportPlan({ importId, entries }: Output<'files:readImport'>, anew: boolean): ImportPlan {
  const [decisions, setDecisions] = useWindowState(madeDecisions, importId)
  const asks = anew || decisions.length > 0
  const { data, error, isFetching } = useQuery({
    ...readingQuery('files:planImport', { importId, decisions: [...decisions] }),
    select: ({ entries: planned }) => planned,
    enabled: asks,
    gcTime: 0,
    placeholderData: (previous) => previous,
  })
  const current = (asks && data) || entries
  // A file holds them by id; people look for them by name.
  const inOrder = useMemo(
    () =>
      current.toSorted((one, other) =>
        compareNaturally(one.relationship.contractName, other.relationship.contractName),
      ),
    [current],
  )
  return {
    entries: inOrder,
    decisions,
    working: isFetching,
    error,
    into: (ids, connectionId) => setDecisions((before) => intoConnection(before, ids, connectionId)),
    setMode: (id, mode) => setDecisions((before) => withMode(before, id, mode)),
    choose: (id, field, record) => setDecisions((before) => decideReference(before, id, field, record)),
  }
}
