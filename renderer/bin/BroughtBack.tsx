// What came back out of the bin, where it stands now, and what of it did not come along.
import type { ReactNode } from 'react'
import type { BinItem } from '../../shared/ipc/areas/binCalls.ts'
import type { View } from '../state/navigation.tsx'
import { useConnections, useRelationships } from '../state/queries.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { sameName } from '../ui/words/sameName.ts'
import { useBinItems } from './useBinItems.ts'

type BroughtBackProps = { item: Pick<BinItem, 'kind' | 'id' | 'name'>; go: (view: View) => void }

export function BroughtBack({ item: { kind, id, name }, go }: BroughtBackProps) {
  const where = { relationship: <UnderWhich id={id} />, connection: <WithoutKeys id={id} /> }[kind]
  const others = useOtherNames(kind, id)
  return (
    <>
      <LinkButton onClick={() => go({ name: kind, id })}>
        <bdi>{name}</bdi>
      </LinkButton>{' '}
      is back{where}
      {sameName(name, others, kind).map(({ message }) => ` ${message}`)}
    </>
  )
}

/** Names that were given while it was away. */
function useOtherNames(kind: BinItem['kind'], of: string): string[] {
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const named =
    kind === 'connection'
      ? connections
      : relationships.map(({ id, contractName }) => ({ id, name: contractName }))
  return named.flatMap(({ id, name }) => (id === of ? [] : [name]))
}

function UnderWhich({ id }: { id: string }): ReactNode {
  const connections = useConnections().data ?? []
  const deleted = useBinItems().data ?? []
  const connectionId = useRelationships().data?.find((each) => each.id === id)?.connectionId
  const isIts = (each: { id: string }) => each.id === connectionId
  const under = connections.find(isIts)
  if (under)
    return (
      <>
        {' '}
        under <bdi>{under.name}</bdi>.
      </>
    )
  const gone = deleted.find((each) => each.kind === 'connection' && isIts(each))
  return gone ? (
    <>
      , without a connection: <bdi>{gone.name}</bdi> is in the bin as well.
    </>
  ) : (
    <>, without a connection: choose one above its form.</>
  )
}

function WithoutKeys({ id }: { id: string }): ReactNode {
  const back = useConnections().data?.find((each) => each.id === id)
  return back?.key === 'needed' && !back.demo ? '. Its keys are not: enter them again.' : '.'
}
