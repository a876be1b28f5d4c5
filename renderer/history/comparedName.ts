// What a relationship is called beside others: its name and partner, and its connection where another is called the same.
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'

type Called = Pick<RelationshipSummary, 'contractName' | 'partner' | 'connectionId'>

const plainName = ({ contractName, partner }: Called): string => `${contractName} (${partner})`

/** Answers names among `all`: a sandbox relationship and the production one made of it are told apart. */
export function comparedName(all: readonly Called[], connectionName: (id: string) => string) {
  const called = Map.groupBy(all, plainName)
  return (one: Called): string => {
    const name = plainName(one)
    const isAlone = called.get(name)?.length === 1
    return isAlone ? name : `${name} · ${connectionName(one.connectionId)}`
  }
}
