// Replaces what was reviewed as one step, goes to where the record is still used, and offers to take the step back.
import { notifications } from '@mantine/notifications'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { ReviewRow } from '../../shared/ipc/areas/fleetCalls.ts'
import type { AppError } from '../../shared/result.ts'
import { type NamedRecord, useNavigation } from '../state/navigation.tsx'
import { problemOf, useChange } from '../state/queries.ts'
import { showFailure } from '../ui/behaviour/showFailure.ts'
import { sayWithUndo } from '../ui/behaviour/undoNotice.tsx'
import { countOf } from '../../shared/text/counts.ts'

type Reviewed = { withId: number; note: string; rows: readonly ReviewRow[] }

export type Replacing = {
  isPending: boolean
  problem: AppError | null
  /** `onDone` follows when all of them are stored. */
  replace: (reviewed: Reviewed, onDone: () => void) => void
}

export function useReplacing(target: ApiTarget, record: NamedRecord): Replacing {
  const { goFromHere } = useNavigation()
  const replaced = useChange('fleet:replace')
  const undone = useChange('fleet:undo')
  const undo = (token: string) =>
    undone.mutate(
      { undo: token },
      {
        onSuccess: () => notifications.show({ message: 'The replacement is taken back.' }),
        onError: (error) => showFailure('Not taken back', error),
      },
    )
  return {
    isPending: replaced.isPending,
    problem: replaced.error && problemOf(replaced.error),
    replace: ({ withId, note, rows }, onDone) => {
      const goOn = goFromHere()
      replaced.mutate(
        {
          target,
          record: { collection: record.collection, id: record.id },
          withId,
          rows: rows.map(({ id, revision }) => ({ id, revision })),
          note,
        },
        {
          onSuccess: ({ undo: token, replaced: count }) => {
            sayWithUndo(`${note} in ${countOf(count, 'relationship')}.`, {
              undo: () => undo(token),
              patience: 30_000,
            })
            onDone()
            goOn({ name: 'whereUsed', target, record })
          },
        },
      )
    },
  }
}
