// Which relationship another one was made from when it was imported beside it: a sandbox configuration and its promoted twin.
import type { Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { createDocument, type StoreContext } from '../disk/document.ts'

const fileSchema = z.strictObject({ version: z.literal(1), origins: z.record(z.string(), z.string()) })

export type Origins = {
  /** What the relationship was made from; undefined where it stands for itself. */
  readonly of: (id: string) => string | undefined
  /** Those that were made from it. */
  readonly twinsOf: (id: string) => string[]
  readonly link: (id: string, origin: string) => Result<null>
  readonly unlink: (id: string) => Result<null>
}

/** Opens `<folder>/origins.json`. */
export function createOrigins(context: StoreContext, folder: string): Origins {
  const document = createDocument(context, {
    folder,
    name: 'origins',
    label: 'The list of imported twins',
    version: 1,
    schema: fileSchema,
    empty: { version: 1, origins: {} },
  })
  const origins = (): Readonly<Record<string, string>> => document.read().origins
  return {
    of: (id) => (Object.hasOwn(origins(), id) ? origins()[id] : undefined),
    twinsOf: (id) =>
      Object.entries(origins())
        .filter(([, origin]) => origin === id)
        .map(([twin]) => twin),
    link: (id, origin) => document.write({ version: 1, origins: { ...origins(), [id]: origin } }),
    unlink: (id) =>
      document.write({
        version: 1,
        origins: Object.fromEntries(Object.entries(origins()).filter(([twin]) => twin !== id)),
      }),
  }
}
