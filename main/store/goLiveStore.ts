// How far each relationship is on its way to the live service, on disk, and which keys passed a whole test: one small file for all.
import type { ApiTarget } from '../../shared/connection/connection.ts'
import { type GoLive, goLiveSchema, notBegun, type Tick, tickSchema } from '../../shared/golive/goLive.ts'
import type { Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { createDocument, type StoreContext } from '../disk/document.ts'
import { withUnknownMembers } from './unknownMembers.ts'

/** As it stands in the file, with what a newer version keeps beside what this one knows. */
type Kept = Record<string, unknown>
const keptSchema = z.custom<Kept>((value) => goLiveSchema.safeParse(value).success)

const fileSchema = z.looseObject({
  version: z.literal(1),
  relationships: z.array(z.looseObject({ id: z.string(), goLive: keptSchema })),
  /** The last whole test of saved keys, a connection's or an override's. */
  tests: z
    .array(
      z.looseObject({
        connectionId: z.string(),
        overrideOf: z.string().nullable(),
        tested: z.looseObject(tickSchema.shape),
      }),
    )
    .default([]),
})

export type GoLiveStore = {
  /** What is known; nothing is begun where nothing is. */
  readonly get: (id: string) => GoLive
  /** All that are begun, by id. */
  readonly all: () => ReadonlyMap<string, GoLive>
  /** Stores it, and drops what belongs to relationships that are not there any more (`isThere`). */
  readonly put: (id: string, goLive: GoLive, isThere: (id: string) => boolean) => Result<null>
  /** The last whole test of these keys. */
  readonly testOf: (target: ApiTarget) => Tick | undefined
  /** Notes one, and drops those of keys that are not there any more (`isThere`). */
  readonly noteTest: (target: ApiTarget, tested: Tick, isThere: (target: ApiTarget) => boolean) => void
  /** Lets those who watch a relationship look again: it may work with other keys than before. */
  readonly tell: (id: string) => void
  /** Hears of every change of one relationship, and of every test, until the returned function is called. */
  readonly watch: (id: string, listener: () => void) => () => void
}

const sameTarget = (one: ApiTarget, other: ApiTarget): boolean =>
  one.connectionId === other.connectionId && one.overrideOf === other.overrideOf

/** Opens `<folder>/go-live.json`. */
export function createGoLiveStore(context: StoreContext, dataFolder: string): GoLiveStore {
  const document = createDocument(context, {
    folder: dataFolder,
    name: 'go-live',
    label: 'How far relationships are on their way to the live service',
    version: 1,
    schema: fileSchema,
    empty: { version: 1, relationships: [], tests: [] },
  })
  const watching = new Set<{ id: string; listener: () => void }>()
  const known = new WeakMap<Kept, GoLive>()
  const knownOf = (kept: Kept): GoLive => {
    const goLive = known.get(kept) ?? goLiveSchema.parse(kept)
    known.set(kept, goLive)
    return goLive
  }
  const keptOf = (id: string) => document.read().relationships.find((one) => one.id === id)
  const tellAll = (): void => {
    for (const { listener } of watching) listener()
  }
  const tell = (changed: string): void => {
    for (const { id, listener } of watching) if (id === changed) listener()
  }
  return {
    get(id) {
      const kept = keptOf(id)
      return kept ? knownOf(kept.goLive) : notBegun
    },
    all: () => new Map(document.read().relationships.map(({ id, goLive }) => [id, knownOf(goLive)])),
    put(id, goLive, isThere) {
      const { relationships, ...file } = document.read()
      const others = relationships.filter((one) => one.id !== id && isThere(one.id))
      const before = relationships.find((one) => one.id === id)
      const changed = { ...before, id, goLive: withUnknownMembers(goLive, before?.goLive ?? {}) }
      const stored = document.write({ ...file, relationships: [...others, changed] })
      if (stored.ok) tell(id)
      return stored
    },
    testOf: (target) => document.read().tests.find((one) => sameTarget(one, target))?.tested,
    noteTest({ connectionId, overrideOf }, tested, isThere) {
      const noted = { connectionId, overrideOf, tested }
      const { tests, ...file } = document.read()
      const others = tests.filter((one) => !sameTarget(one, noted) && isThere(one))
      // A test that could not be noted was a test all the same: it is run again to be known.
      if (document.write({ ...file, tests: [...others, noted] }).ok) tellAll()
    },
    tell,
    watch(id, listener) {
      const watch = { id, listener }
      watching.add(watch)
      return () => watching.delete(watch)
    },
  }
}
