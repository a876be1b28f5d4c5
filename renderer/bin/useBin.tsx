// Deleting with a way back, and what can be done with something in the bin; it goes on when the screen it was begun on is gone.
import { notifications } from '@mantine/notifications'
import type { BinItem } from '../../shared/ipc/areas/binCalls.ts'
import { daysInBin } from '../../shared/ipc/daysInBin.ts'
import { useNavigation } from '../state/navigation.tsx'
import { readAgainAfter, requestValue, useConnections, useRelationships } from '../state/queries.ts'
import { attempt } from '../ui/behaviour/showFailure.ts'
import { sayWithUndo } from '../ui/behaviour/undoNotice.tsx'
import { BroughtBack } from './BroughtBack.tsx'

type Item = Pick<BinItem, 'kind' | 'id' | 'name'>

/** The notice that offers the way back, by what was deleted: it goes when the way was taken elsewhere. */
const offered = new Map<string, string>()
const withdrawOffer = ({ kind, id }: Item): void => {
  const notice = offered.get(`${kind} ${id}`)
  if (notice !== undefined) notifications.hide(notice)
}

export function useBin() {
  const { go } = useNavigation()
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  /** Two relationships of one name differ by it. */
  const under = (of: string): string | undefined => {
    const connectionId = relationships.find(({ id }) => id === of)?.connectionId
    return connections.find(({ id }) => id === connectionId)?.name
  }
  const bringBack = async (item: Item): Promise<void> => {
    const { kind, id } = item
    const isBack = await attempt('Not brought back', () => requestValue('bin:bringBack', { kind, id }))
    withdrawOffer(item)
    await readAgainAfter('bin:bringBack')
    if (isBack) notifications.show({ message: <BroughtBack item={item} go={go} />, autoClose: 10_000 })
  }
  return {
    bringBack,
    deleteNow: async (item: Item): Promise<void> => {
      const { kind, id } = item
      await attempt('Not deleted', () => requestValue('bin:delete', { kind, id }))
      withdrawOffer(item)
      await readAgainAfter('bin:delete')
    },
    /** `leave` runs once it is deleted, before the screen notices that it shows something that is gone. */
    remove: async (item: Item, leave?: () => void): Promise<void> => {
      const { kind, id, name } = item
      const connection = under(id)
      const removed = await attempt('Not deleted', () =>
        kind === 'connection'
          ? // The question before it has named the relationships that use it.
            requestValue('connections:remove', { id, force: true })
          : requestValue('relationships:remove', { id }),
      )
      if (!removed) return
      leave?.()
      const notice = sayWithUndo(
        <>
          <bdi>{name}</bdi>
          {connection && (
            <>
              {' '}
              under <bdi>{connection}</bdi>
            </>
          )}{' '}
          is deleted. It is in the bin for {daysInBin} days.
        </>,
        {
          undo: () => void bringBack(item),
          // Main erases the key of what was deleted after 30 seconds at the latest.
          settle: () => void requestValue('bin:settle', { kind, id }).catch(() => undefined),
        },
      )
      offered.set(`${kind} ${id}`, notice)
      await readAgainAfter(kind === 'connection' ? 'connections:remove' : 'relationships:remove')
    },
  }
}
