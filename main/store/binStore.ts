// The bin on disk: what was deleted, whole, one file each, until it is brought back or its time is over.
import { join } from 'node:path'
import { type BinItem, binKinds } from '../../shared/ipc/areas/binCalls.ts'
import { ok, type Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import type { StoreContext } from '../disk/document.ts'
import { fileNameOf } from './fileName.ts'
import { createFolderDocuments } from './folderDocuments.ts'
import { storedConnectionSchema } from './connectionStore.ts'
import { storedRelationshipSchema } from './relationshipStore.ts'

const contentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connection'), connection: storedConnectionSchema }),
  z.strictObject({ kind: z.literal('relationship'), relationship: storedRelationshipSchema }),
])
const fileSchema = z.strictObject({
  version: z.literal(1),
  deletedAt: z.iso.datetime(),
  content: contentSchema.nullable(),
})
type File = z.infer<typeof fileSchema>

export type BinContent = z.infer<typeof contentSchema>
export type Binned = { readonly deletedAt: string; readonly content: BinContent }
/** What one thing in the bin is called by. */
export type BinKey = Pick<BinItem, 'kind' | 'id'>

export type Bin = {
  /** What is soonest gone first. */
  readonly list: () => readonly Binned[]
  readonly get: (key: BinKey) => Binned | undefined
  readonly put: (content: BinContent) => Result<null>
  readonly remove: (key: BinKey) => Result<null>
}

export const binKeyOf = (content: BinContent): BinKey => ({
  kind: content.kind,
  id: content.kind === 'connection' ? content.connection.id : content.relationship.id,
})

const ownFile = new RegExp(`^((?:${binKinds.join('|')})-[a-z0-9_-]+)\\.json$`)

/** Opens `<folder>/bin/`. */
export function createBin(context: StoreContext, dataFolder: string): Bin {
  const nameOf = ({ kind, id }: BinKey): string => fileNameOf(kind, id)
  const { names, open, forget } = createFolderDocuments<File>(context, {
    folder: join(dataFolder, 'bin'),
    ownFile,
    labelOf: (name) => `What was deleted, in ${name}.json,`,
    version: 1,
    schema: fileSchema,
    empty: { version: 1, deletedAt: new Date(0).toISOString(), content: null },
  })
  const read = (name: string): Binned[] => {
    const { deletedAt, content } = open(name).read()
    // A copy of the file under another name is not a second item.
    return content && nameOf(binKeyOf(content)) === name ? [{ deletedAt, content }] : []
  }
  return {
    list: () =>
      names()
        .flatMap(read)
        .toSorted((one, other) => one.deletedAt.localeCompare(other.deletedAt)),
    get: (key) => (names().includes(nameOf(key)) ? read(nameOf(key))[0] : undefined),
    put: (content) =>
      open(nameOf(binKeyOf(content))).write({
        version: 1,
        deletedAt: context.now().toISOString(),
        content,
      }),
    remove: (key) => {
      const name = nameOf(key)
      const removed = names().includes(name) ? open(name).remove() : ok(null)
      forget(name)
      return removed
    },
  }
}
