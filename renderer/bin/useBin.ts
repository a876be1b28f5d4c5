// Deleting with a way back, and what can be done with something in the bin; it goes on when the screen it was begun on is gone.
import { useQueryClient } from '@tanstack/react-query'
import type { BinItem } from '../../shared/ipc/binCalls.ts'
import { request } from '../state/queries.ts'
import { sayFailure } from '../ui/behaviour/sayFailure.ts'
import { sayDeleted } from './sayDeleted.tsx'

type Item = Pick<BinItem, 'kind' | 'id' | 'name'>

/** What a deletion and its undo change. */
const stale = ['bin', 'connections', 'relationships', 'relationship', 'reference', 'samples']

export function useBin() {
  const client = useQueryClient()
  const readAgain = () => Promise.all(stale.map((key) => client.invalidateQueries({ queryKey: [key] })))
  /** Whether it was done; where it was not, the reason is said. */
  const attempt = async (title: string, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      sayFailure(title, error)
      return false
    }
  }
  const bringBack = async ({ kind, id }: Item): Promise<void> => {
    await attempt('Not brought back', () => request('bin:bringBack', { kind, id }))
    await readAgain()
  }
  return {
    bringBack,
    deleteNow: async ({ kind, id }: Item): Promise<void> => {
      await attempt('Not deleted', () => request('bin:delete', { kind, id }))
      await readAgain()
    },
    /** `leave` runs once it is deleted, before the screen notices that it shows something that is gone. */
    remove: async (item: Item, leave?: () => void): Promise<void> => {
      const { kind, id, name } = item
      const removed = await attempt('Not deleted', () =>
        kind === 'connection'
          ? // The question before it has named the relationships that use it.
            request('connections:remove', { id, force: true })
          : request('relationships:remove', { id }),
      )
      if (!removed) return
      leave?.()
      sayDeleted(name, {
        undo: () => void bringBack(item),
        settle: () => void request('bin:settle', { kind, id }).catch(() => undefined),
      })
      await readAgain()
    },
  }
}
