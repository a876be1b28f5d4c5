// What can be done with a whole relationship from the overview and from its head: duplicate it, save it as a template, delete it with a way back.
import { showFailure } from '../../ui/behaviour/showFailure.ts'
import { useBin } from '../../bin/useBin.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { useChange } from '../../state/queries.ts'
import { showSaveTemplate } from './showSaveTemplate.tsx'

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
    saveAsTemplate: () => showSaveTemplate({ id, contractName }),
    /** `leave` runs once it is deleted. */
    remove: (leave?: () => void) => void bin.remove({ kind: 'relationship', id, name: contractName }, leave),
  }
}
