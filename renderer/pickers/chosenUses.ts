// The menu of what a picker holds: where else each of its chosen records is used.
import type { ApiTarget } from '../../shared/connection/connection.ts'
import { isRecordKind } from '../../shared/fleet/recordKey.ts'
import type { CollectionName } from '../../shared/reference/collectionNames.ts'
import { useNavigation } from '../state/navigation.tsx'

export type ChosenUse = { id: number; name: string; showUses: () => void }

/** `target` says in whose ConnectWise the records are. */
export function useChosenUses(
  target: ApiTarget,
  collection: CollectionName | undefined,
  chosen: readonly { id: number; name: string }[],
): readonly ChosenUse[] {
  const { go } = useNavigation()
  if (collection === undefined || !isRecordKind(collection)) return []
  return chosen.map(({ id, name }) => ({
    id,
    name,
    showUses: () => go({ name: 'whereUsed', target, record: { collection, id, name } }),
  }))
}
