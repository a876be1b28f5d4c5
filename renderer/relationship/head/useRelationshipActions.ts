// What can be done with a whole relationship from the overview and from its head: duplicate it, delete it with a way back.
import { showFailure } from '../../ui/behaviour/sayFailure.ts'
import { useBin } from '../../bin/useBin.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { useChange } from '../../state/queries.ts'

export function useRelationshipActions(id: string, contractName: string) {
  const { goFromHere } = useNavigation()
  const duplicated = useChange('relationships:duplicate')
  const bin = useBin()
  return {
    duplicate: () => {
      const goOn = goFromHere()
      duplicated.mutate(
        { id },
        {
          onSuccess: (copy) => goOn({ name: 'relationship', id: copy.id }),
          onError: (error) => showFailure('Not duplicated', error),
        },
      )
    },
    /** `leave` runs once it is deleted. */
    remove: (leave?: () => void) => void bin.remove({ kind: 'relationship', id, name: contractName }, leave),
  }
}
