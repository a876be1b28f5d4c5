// How far each relationship is on its way to the live service, on disk: one small file for all of them.
import { type GoLive, goLiveSchema, notBegun, type Tick } from '../../shared/golive/goLive.ts'
import type { Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { createDocument, type StoreContext } from '../disk/document.ts'

const fileSchema = z.strictObject({
  version: z.literal(1),
  relationships: z.array(z.strictObject({ id: z.string(), goLive: goLiveSchema })),
})

export type GoLiveStore = {
  /** What is known; nothing is begun where nothing is. */
  readonly get: (id: string) => GoLive
  /** All that are begun, by id. */
  readonly all: () => ReadonlyMap<string, GoLive>
  /** Stores it, and drops what belongs to relationships that are not there any more (`isThere`). */
  readonly put: (id: string, goLive: GoLive, isThere: (id: string) => boolean) => Result<null>
  /** Notes a whole test of the keys these relationships work with. */
  readonly noteTested: (ids: readonly string[], tested: Tick) => void
  /** Hears of every change of one relationship until the returned function is called. */
  readonly watch: (id: string, listener: () => void) => () => void
}

/** Opens `<folder>/go-live.json`. */
export function createGoLiveStore(context: StoreContext, dataFolder: string): GoLiveStore {
  const document = createDocument(context, {
    folder: dataFolder,
    name: 'go-live',
    label: 'How far relationships are on their way to the live service',
    version: 1,
    schema: fileSchema,
    empty: { version: 1, relationships: [] },
  })
  const watching = new Set<{ id: string; listener: () => void }>()
  const get = (id: string): GoLive =>
    document.read().relationships.find((one) => one.id === id)?.goLive ?? notBegun
  const tell = (id: string): void => {
    for (const each of watching) if (each.id === id) each.listener()
  }
  return {
    get,
    all: () => new Map(document.read().relationships.map(({ id, goLive }) => [id, goLive])),
    put(id, goLive, isThere) {
      const others = document.read().relationships.filter((one) => one.id !== id && isThere(one.id))
      const stored = document.write({ version: 1, relationships: [...others, { id, goLive }] })
      if (stored.ok) tell(id)
      return stored
    },
    noteTested(ids, tested) {
      const noted = ids.map((id) => ({ id, goLive: { ...get(id), tested } }))
      const others = document.read().relationships.filter(({ id }) => !ids.includes(id))
      // A test that could not be noted was a test all the same: it is run again to be known.
      if (noted.length > 0 && document.write({ version: 1, relationships: [...others, ...noted] }).ok)
        for (const { id } of noted) tell(id)
    },
    watch(id, listener) {
      const watch = { id, listener }
      watching.add(watch)
      return () => watching.delete(watch)
    },
  }
}
