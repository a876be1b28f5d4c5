// Renaming from a row: the relationship opens, and its head asks for the new name.
import { useEffect, useEffectEvent } from 'react'
import { holdTypingUntilFocus } from '../../state/kept/typedAhead.ts'
import { useNavigation } from '../../state/navigation.tsx'
import { createSharedValue, useSharedValue } from '../../state/sharedValue.ts'

/** The relationship whose head is to ask, until it has. */
const renamed = createSharedValue<string | null>(null)

export function useRename(): (id: string) => void {
  const { go } = useNavigation()
  return (id) => {
    renamed.set(id)
    holdTypingUntilFocus()
    go({ name: 'relationship', id })
  }
}

/** Asks once where this relationship is to be renamed; what was meant for another is over. */
export function useRenameAsked(id: string, ask: () => void): void {
  const wanted = useSharedValue(renamed)
  const answer = useEffectEvent(ask)
  useEffect(() => {
    if (wanted === null) return
    renamed.set(null)
    if (wanted === id) answer()
  }, [wanted, id])
}
