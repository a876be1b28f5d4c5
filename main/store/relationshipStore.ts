// The relationships on disk: one file each, every save a revision, the whole draft kept.
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type RelationshipDraft, relationshipDraftSchema } from '../../shared/relationship/draft.ts'
import { type LeftOpen, leftOpenSchema, openAfter } from '../../shared/relationship/leftOpen.ts'
import { z } from '../../shared/zod.ts'
import { canonicalJson } from '../disk/checksum.ts'
import type { NotedFile } from '../disk/journal.ts'
import { inTurn } from '../disk/storeLock.ts'
import type { StoreContext } from '../disk/document.ts'
import { fileNameOf } from './fileName.ts'
import { createFolderDocuments } from './folderDocuments.ts'

const revisionSchema = z.strictObject({
  number: z.int(),
  savedAt: z.iso.datetime(),
  /** The user of the operating system who saved it. */
  user: z.string(),
  note: z.string(),
  /** SHA-256 of the whole draft, kept-but-unused values included. */
  hash: z.string(),
  draft: relationshipDraftSchema,
  /** Which of its keys in the keystore belongs to the override. */
  keyId: z.string().optional(),
  /** What an import, a move or a template could not match, until somebody decides. */
  leftOpen: leftOpenSchema.optional(),
})
export const storedRelationshipSchema = z.strictObject({
  id: z.string(),
  revisions: z.array(revisionSchema).min(1),
})
const fileSchema = z.strictObject({ version: z.literal(1), ...storedRelationshipSchema.shape })
type File = z.infer<typeof fileSchema>

export type StoredRevision = z.infer<typeof revisionSchema>
export type StoredRelationship = {
  readonly id: string
  readonly latest: StoredRevision
  readonly revisions: readonly StoredRevision[]
}

type Save = {
  id: string
  draft: RelationshipDraft
  baseRevision: number
  note: string
  /** A new key of the override; without one the former stays. */
  keyId?: string | undefined
  /** What this revision empties; what was left open before stays so until its setting is changed. */
  leftOpen?: LeftOpen
  /** The fields of it that are meant to be empty. */
  settled?: readonly string[]
}

export type Relationships = {
  readonly list: () => readonly StoredRelationship[]
  /** The same, giving way between two files. */
  readonly listInTurns: (giveWay: () => Promise<void>) => Promise<readonly StoredRelationship[]>
  /** The files these are kept in, for a journal that is told beforehand. */
  readonly placesOf: (ids: readonly string[]) => NotedFile[]
  /** `unknown-item` when there is none. */
  readonly get: (id: string) => Result<StoredRelationship>
  /** Stores the first revision, under a new id unless a file brings one. */
  readonly create: (
    draft: RelationshipDraft,
    options?: { id?: string; note?: string; keyId?: string | undefined; leftOpen?: LeftOpen },
  ) => Result<StoredRelationship>
  /** Stores the next revision; `conflict` when the store has moved on since `baseRevision`. */
  readonly save: (save: Save) => Result<StoredRelationship>
  readonly remove: (id: string) => Result<null>
  /** Stores a removed relationship again, with every revision. */
  readonly putBack: (stored: Pick<StoredRelationship, 'id' | 'revisions'>) => Result<null>
}

const hashOf = (draft: RelationshipDraft): string =>
  createHash('sha256').update(canonicalJson(draft)).digest('hex')

/** Also where only the last good copy is left: opening it puts the file back. */
const ownFile = /^(rel-[a-z0-9_-]+)(?:\.last-good)?\.json$/

/** Opens `<folder>/relationships/`. */
export function createRelationships(context: StoreContext, dataFolder: string, user: string): Relationships {
  const nameOf = (id: string): string => fileNameOf('rel', id)
  const { names, open } = createFolderDocuments<File>(context, {
    folder: join(dataFolder, 'relationships'),
    ownFile,
    labelOf: (name) => `The relationship in ${name}.json`,
    version: 1,
    schema: fileSchema,
    empty: { version: 1, id: '', revisions: [] },
  })
  const read = (name: string): StoredRelationship | undefined => {
    const { id, revisions } = open(name).read()
    const latest = revisions.at(-1)
    // A copy of the file under another name is not a second relationship.
    return latest && nameOf(id) === name ? { id, latest, revisions } : undefined
  }
  const get = (id: string): Result<StoredRelationship> => {
    const stored = read(nameOf(id))
    return stored
      ? ok(stored)
      : fail('unknown-item', 'This relationship is not in the store any more.', {
          next: 'If it was deleted, the bin brings it back.',
        })
  }
  const append = (
    revisions: readonly StoredRevision[],
    { id, draft, note, keyId, leftOpen = [], settled = [] }: Omit<Save, 'baseRevision'>,
  ): Result<StoredRelationship> => {
    const before = revisions.at(-1)
    const key = keyId ?? before?.keyId
    const opened = (before ? openAfter(before, { draft, leftOpen }) : leftOpen).filter(
      ({ field }) => !settled.includes(field),
    )
    const latest = {
      number: (before?.number ?? 0) + 1,
      savedAt: context.now().toISOString(),
      user,
      note,
      hash: hashOf(draft),
      draft,
      ...(key !== undefined && { keyId: key }),
      ...(opened.length > 0 && { leftOpen: [...opened] }),
    }
    const next = [...revisions, latest]
    const written = open(nameOf(id)).write({ version: 1, id, revisions: next })
    return written.ok ? ok({ id, latest, revisions: next }) : written
  }

  const alone = <T>(work: () => Result<T>): Result<T> => inTurn(context.lock, 'The relationship', work)

  return {
    placesOf: (ids) => ids.map((id) => open(nameOf(id)).place),
    list: () => names().flatMap((name) => read(name) ?? []),
    listInTurns: async (giveWay) => {
      const found: StoredRelationship[] = []
      for (const name of names()) {
        const stored = read(name)
        if (stored) found.push(stored)
        await giveWay()
      }
      return found
    },
    get,
    create: (draft, { id = randomUUID(), note = '', ...options } = {}) =>
      alone(() =>
        read(nameOf(id))
          ? fail('conflict', 'A relationship with this id exists already.')
          : append([], { id, draft, note, ...options }),
      ),
    save: ({ baseRevision, ...revision }) =>
      alone(() => {
        const stored = get(revision.id)
        if (!stored.ok) return stored
        const { latest, revisions } = stored.value
        if (latest.number !== baseRevision) {
          return fail(
            'conflict',
            `Revision ${latest.number} was saved by ${latest.user} in the meantime. Nothing was overwritten.`,
            {
              next: 'Compare the draft with that revision, then save again.',
            },
          )
        }
        return append(revisions, revision)
      }),
    remove: (id) =>
      alone(() => {
        const stored = get(id)
        return stored.ok ? open(nameOf(id)).remove() : stored
      }),
    putBack: ({ id, revisions }) =>
      alone(() =>
        read(nameOf(id))
          ? fail('conflict', 'A relationship with this id exists already.')
          : open(nameOf(id)).write({ version: 1, id, revisions: [...revisions] }),
      ),
  }
}
