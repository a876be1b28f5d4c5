// The file of the encrypted keys by name, and the sites that keys without a destination were entered for.
import { destinationOf } from '../../../shared/connection/destination.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { createDocument, type StoreContext } from '../../disk/document.ts'
import { inTurn } from '../../disk/storeLock.ts'
import { keyName, type KeyUse } from './keyOwner.ts'

const entrySchema = z.strictObject({
  backend: z.string(),
  blob: z.string(),
  /**
   * The one destination of a key that was encrypted without any, noted from its record before that record can change;
   * null where the blob holds its own, or where nobody knows.
   */
  enteredFor: z.string().nullable().optional(),
})
const keyFileSchema = z.strictObject({ version: z.literal(1), keys: z.record(z.string(), entrySchema) })
export type KeyEntry = z.infer<typeof entrySchema>

export type KeyFile = {
  readonly names: () => string[]
  readonly entry: (name: string) => KeyEntry | undefined
  readonly put: (name: string, entry: KeyEntry) => Result<null>
  readonly removeWhere: (goes: (name: string) => boolean) => Result<null>
  /** Notes what the records say of keys without a destination; to be called before a record changes. */
  readonly noteSites: () => void
  /** What was noted of a key. */
  readonly enteredFor: (name: string) => string | null
}

/** Opens `<folder>/keys.json`; `inUse` says the site each key in use was entered for. */
export function createKeyFile(
  context: StoreContext,
  folder: string,
  inUse: () => readonly KeyUse[],
): KeyFile {
  const document = createDocument(context, {
    folder,
    name: 'keys',
    label: 'The keystore file',
    version: 1,
    schema: keyFileSchema,
    empty: { version: 1, keys: {} },
  })
  /** Notes that could not be written: nothing else can be written either then. */
  let noted: ReadonlyMap<string, string | null> | undefined

  const entry = (name: string): KeyEntry | undefined => document.read().keys[name]
  const change = (
    edit: (keys: Readonly<Record<string, KeyEntry>>) => Record<string, KeyEntry>,
  ): Result<null> =>
    inTurn(context.lock, 'The keystore file', () => {
      const file = document.read()
      return document.write({ ...file, keys: edit(file.keys) })
    })
  return {
    names: () => Object.keys(document.read().keys),
    entry,
    put: (name, put) => change((keys) => ({ ...keys, [name]: put })),
    removeWhere: (goes) => {
      if (!Object.keys(document.read().keys).some(goes)) return ok(null)
      return change((keys) => Object.fromEntries(Object.entries(keys).filter(([name]) => !goes(name))))
    },
    noteSites: () => {
      if (noted) return
      const old = Object.entries(document.read().keys).filter(
        ([, { enteredFor }]) => enteredFor === undefined,
      )
      const sites = new Map(
        old.length > 0 ? inUse().map((use) => [keyName(use), destinationOf(use.site)]) : [],
      )
      noted = new Map(old.map(([name]) => [name, sites.get(name) ?? null]))
      const marked = old.map(([name, key]) => [name, { ...key, enteredFor: noted?.get(name) ?? null }])
      if (old.length > 0) change((keys) => ({ ...keys, ...Object.fromEntries(marked) }))
    },
    enteredFor: (name) => entry(name)?.enteredFor ?? noted?.get(name) ?? null,
  }
}
