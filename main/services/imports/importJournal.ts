// What an import is about to do, on disk before it begins: one that is killed on the way is taken back at the next start, and said.
import { z } from '../../../shared/zod.ts'
import type { Result } from '../../../shared/result.ts'
import type { Parts } from '../../boot/services.ts'
import { createDocument, type StoreContext } from '../../disk/document.ts'

const runningSchema = z.strictObject({
  fileName: z.string(),
  /** What the revisions of this import are called. */
  note: z.string(),
  /** By the id in the file: the latest revision before it, null where there was none; and the id it gets beside it. */
  relationships: z.array(z.strictObject({ id: z.string(), newId: z.string(), before: z.int().nullable() })),
  /** Every connection there was. */
  connections: z.array(z.string()),
})
const fileSchema = z.strictObject({ version: z.literal(1), running: runningSchema.nullable() })

export type RunningImport = z.infer<typeof runningSchema>

export type ImportJournal = {
  readonly begin: (running: RunningImport) => Result<null>
  /** It is done, or was taken back. */
  readonly end: () => void
  /** At the first look into the stores: takes back what a killed import has left half done. */
  readonly recover: () => void
}

type Stores = Pick<Parts, 'connections' | 'relationships' | 'origins'>

/** Opens `<folder>/import.json`. */
export function createImportJournal(context: StoreContext, folder: string, stores: Stores): ImportJournal {
  const { connections, relationships, origins } = stores
  const document = createDocument(context, {
    folder,
    name: 'import',
    label: 'The record of the import under way',
    version: 1,
    schema: fileSchema,
    empty: { version: 1, running: null },
  })
  let looked = false

  const takeBack = ({ note, relationships: steps, connections: before, fileName }: RunningImport): void => {
    for (const { id, newId, before: number } of steps) {
      if (relationships.get(newId).ok) {
        relationships.remove(newId)
        origins.unlink(newId)
      }
      const stored = relationships.get(id)
      if (!stored.ok || stored.value.latest.note !== note) continue
      const { latest, revisions } = stored.value
      const former = revisions.find((revision) => revision.number === number)
      if (number === null) relationships.remove(id)
      else if (former && latest.number === number + 1)
        relationships.save({
          id,
          draft: former.draft,
          baseRevision: latest.number,
          note: `Import of ${fileName} taken back`,
        })
    }
    const used = new Set(relationships.list().map(({ latest }) => latest.draft.connectionId))
    for (const { id, keyId } of connections.list())
      if (!before.includes(id) && !used.has(id) && keyId === undefined) connections.remove(id)
  }

  return {
    begin: (running) => document.write({ version: 1, running }),
    end: () => void document.write({ version: 1, running: null }),
    recover: () => {
      if (looked) return
      looked = true
      const { running } = document.read()
      if (!running) return
      takeBack(running)
      document.write({ version: 1, running: null })
      context.notify(
        `The import of ${running.fileName} was interrupted. It was taken back: everything is as it was before it.`,
      )
    },
  }
}
