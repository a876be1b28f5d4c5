// What can be done with a whole relationship from the overview and from its head: duplicate it, delete it with a way back.
import { notifications } from '@mantine/notifications'
import { useNavigation } from '../state/navigation.tsx'
import { problemOf, useChange } from '../state/queries.ts'
import { sayDeleted } from '../ui/undoNotice.tsx'

export function useRelationshipActions(id: string, contractName: string) {
  const { goFromHere } = useNavigation()
  const duplicated = useChange('relationships:duplicate', ['relationships'])
  const removed = useChange('relationships:remove', ['relationships'])
  const restored = useChange('relationships:undoRemove', ['relationships'])
  const say = (error: unknown) => notifications.show({ color: 'red', message: problemOf(error).message })
  return {
    duplicate: () => {
      const goOn = goFromHere()
      duplicated.mutate(
        { id },
        { onSuccess: (copy) => goOn({ name: 'relationship', id: copy.id }), onError: say },
      )
    },
    /** `leave` runs once it is deleted. */
    remove: (leave?: () => void) =>
      removed.mutate(
        { id },
        {
          onSuccess: () => {
            leave?.()
            sayDeleted(contractName, () => restored.mutate({ id }, { onError: say }))
          },
          onError: say,
        },
      ),
  }
}
