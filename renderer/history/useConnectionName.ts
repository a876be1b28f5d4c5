// What a connection is called: differences name it, never its id.
import { useConnections } from '../state/queries.ts'

/** Answers names; of a connection that is gone its id is all there is. */
export function useConnectionName(): (id: string) => string {
  const connections = useConnections().data ?? []
  return (id) => connections.find((connection) => connection.id === id)?.name ?? id
}
