// The connections on disk: everything but their keys.
import { type ConnectionValues, connectionValuesSchema } from '../../shared/connection/connection.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { inTurn } from '../disk/storeLock.ts'
import { createDocument, type StoreContext } from '../disk/document.ts'

export const storedConnectionSchema = z.strictObject({
  id: z.string().min(1),
  ...connectionValuesSchema.shape,
  /** Which of its keys in the keystore belongs to the public key named here. */
  keyId: z.string().optional(),
})
const fileSchema = z.strictObject({ version: z.literal(1), connections: z.array(storedConnectionSchema) })

export type StoredConnection = z.infer<typeof storedConnectionSchema>

export type Connections = {
  readonly list: () => readonly StoredConnection[]
  readonly get: (id: string) => StoredConnection | undefined
  /** Adds or replaces, without a `keyId` keeping the one it has; `write-failed` leaves the list as it was. */
  readonly save: (id: string, values: ConnectionValues, keyId?: string) => Result<StoredConnection>
  readonly remove: (id: string) => Result<null>
  /** Stores a removed connection again; `conflict` when its id is in use. */
  readonly putBack: (connection: StoredConnection) => Result<null>
}

/** Opens `<folder>/connections.json`. */
export function createConnections(context: StoreContext, folder: string): Connections {
  const document = createDocument(context, {
    folder,
    name: 'connections',
    label: 'The list of connections',
    version: 1,
    schema: fileSchema,
    empty: { version: 1, connections: [] },
  })
  const list = (): readonly StoredConnection[] => document.read().connections
  const write = (connections: readonly StoredConnection[]): Result<null> =>
    document.write({ version: 1, connections: [...connections] })
  const alone = <T>(work: () => Result<T>): Result<T> => inTurn(context.lock, 'The list of connections', work)
  return {
    list,
    get: (id) => list().find((connection) => connection.id === id),
    save: (id, values, keyId) =>
      alone(() => {
        const known = list().find((other) => other.id === id)
        const named = keyId ?? known?.keyId
        const connection = { id, ...values, ...(named !== undefined && { keyId: named }) }
        const written = write(
          known ? list().map((other) => (other.id === id ? connection : other)) : [...list(), connection],
        )
        return written.ok ? ok(connection) : written
      }),
    remove: (id) => alone(() => write(list().filter((connection) => connection.id !== id))),
    putBack: (connection) =>
      alone(() =>
        list().some(({ id }) => id === connection.id)
          ? fail('conflict', 'A connection with this id exists already.')
          : write([...list(), connection]),
      ),
  }
}
