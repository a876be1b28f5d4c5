// The connections on disk: everything but their keys.
import {
  connectionRevisionSchema,
  type ConnectionValues,
  connectionValuesSchema,
} from '../../shared/connection/connection.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { inTurn } from '../disk/storeLock.ts'
import { createDocument, type StoreContext } from '../disk/document.ts'

/** One saved version. Neither key is part of it. */
const revisionSchema = z.strictObject({
  number: z.int(),
  savedAt: z.iso.datetime(),
  /** The user of the operating system who saved it. */
  user: z.string(),
  ...connectionRevisionSchema.shape,
})

export const storedConnectionSchema = z.strictObject({
  id: z.string().min(1),
  ...connectionValuesSchema.shape,
  /** Which of its keys in the keystore belongs to the public key named here. */
  keyId: z.string().optional(),
  revisions: z.array(revisionSchema).default([]),
})
const fileSchema = z.strictObject({ version: z.literal(2), connections: z.array(storedConnectionSchema) })

export type StoredConnection = z.infer<typeof storedConnectionSchema>

/** The number of its latest revision; 0 for one that was saved before there were any. */
export const numberOf = (connection: StoredConnection | undefined): number =>
  connection?.revisions.at(-1)?.number ?? 0

export type Connections = {
  readonly list: () => readonly StoredConnection[]
  readonly get: (id: string) => StoredConnection | undefined
  /** All as they are now, for whoever asks for one after the other: each `get` looks at the file. */
  readonly byId: () => ReadonlyMap<string, StoredConnection>
  /** Adds or replaces, without a `keyId` keeping the one it has; `write-failed` leaves the list as it was. */
  readonly save: (id: string, values: ConnectionValues, keyId?: string) => Result<StoredConnection>
  readonly remove: (id: string) => Result<null>
  /** Stores a removed connection again; `conflict` when its id is in use. */
  readonly putBack: (connection: StoredConnection) => Result<null>
}

/** Opens `<folder>/connections.json`. */
export function createConnections(context: StoreContext, folder: string, user: string): Connections {
  const document = createDocument(context, {
    folder,
    name: 'connections',
    label: 'The list of connections',
    version: 2,
    // Connections got revisions.
    migrations: [(older) => ({ ...older, version: 2 })],
    schema: fileSchema,
    empty: { version: 2, connections: [] },
  })
  const list = (): readonly StoredConnection[] => document.read().connections
  const write = (connections: readonly StoredConnection[]): Result<null> =>
    document.write({ version: 2, connections: [...connections] })
  const alone = <T>(work: () => Result<T>): Result<T> => inTurn(context.lock, 'The list of connections', work)
  return {
    list,
    get: (id) => list().find((connection) => connection.id === id),
    byId: () => new Map(list().map((connection) => [connection.id, connection])),
    save: (id, values, keyId) =>
      alone(() => {
        const known = list().find((other) => other.id === id)
        const named = keyId ?? known?.keyId
        const revision = {
          number: numberOf(known) + 1,
          savedAt: context.now().toISOString(),
          user,
          ...connectionRevisionSchema.parse(values),
        }
        const connection = {
          id,
          ...values,
          ...(named !== undefined && { keyId: named }),
          revisions: [...(known?.revisions ?? []), revision],
        }
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
