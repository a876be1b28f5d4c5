// Opens the demo organisation and the relationship that shows most of it.
import { useNavigation } from '../state/navigation.tsx'
import { useChange } from '../state/queries.ts'

export function useExploreDemo() {
  const { goFromHere } = useNavigation()
  const demo = useChange('demo:open')
  const run = () => {
    const goOn = goFromHere()
    demo.mutate({}, { onSuccess: ({ relationshipId }) => goOn({ name: 'relationship', id: relationshipId }) })
  }
  return { run, isPending: demo.isPending, error: demo.error }
}
