// Unsaved drafts on disk: one file a relationship, only the latest, never with a key.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import { relationshipDraftSchema } from '../../shared/relationship/draft.ts'
import { z } from '../../shared/zod.ts'
import { fileNameOf } from './fileName.ts'
import { checkSum, withSum } from '../disk/checksum.ts'
import { readPlainFile } from '../disk/plainFile.ts'
import { privateModes } from '../disk/privacy.ts'
import { setAside } from '../disk/quarantine.ts'
import { writeFailed } from '../disk/writeFailure.ts'
import { writeWhole } from '../disk/writeWhole.ts'

const storedSchema = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  baseRevision: z.int(),
  keyTyped: z.boolean(),
  keptAt: z.iso.datetime(),
  draft: relationshipDraftSchema,
})

const contentSchema = z.record(z.string(), z.unknown())

export type StoredDraft = Omit<z.infer<typeof storedSchema>, 'version'>

export type Drafts = {
  /** Newest first; a damaged one is set aside. */
  readonly list: () => Promise<StoredDraft[]>
  readonly keep: (draft: Omit<StoredDraft, 'keptAt'>) => Promise<Result<null>>
  readonly forget: (id: string) => Promise<Result<null>>
}

type Options = { dataFolder: string; now: () => Date; notify: (sentence: string) => void }

const ownFile = /^(draft-[a-z0-9_-]+)\.json$/

/** Opens `<dataFolder>/drafts/`. */
export function createDrafts({ dataFolder, now, notify }: Options): Drafts {
  const folder = join(dataFolder, 'drafts')
  const nameOf = (id: string): string => fileNameOf('draft', id)
  const pathOf = (name: string): string => join(folder, `${name}.json`)
  /** What is to be on disk next, by id; null for nothing. A draft that came while another was written takes its place. */
  const wanted = new Map<string, StoredDraft | null>()
  let last: Promise<unknown> = Promise.resolve()

  const write = async (id: string): Promise<Result<null>> => {
    const draft = wanted.get(id)
    // An earlier turn has written it already.
    if (draft === undefined) return ok(null)
    wanted.delete(id)
    try {
      if (draft === null) await rm(pathOf(nameOf(id)), { force: true })
      else
        await writeWhole(pathOf(nameOf(id)), JSON.stringify(withSum({ version: 1, ...draft })), privateModes)
      return ok(null)
    } catch (error) {
      return writeFailed('The unsaved changes', error)
    }
  }
  const want = (id: string, draft: StoredDraft | null): Promise<Result<null>> => {
    wanted.set(id, draft)
    const turn = last.then(() => write(id))
    last = turn
    return turn
  }
  const read = async (name: string): Promise<StoredDraft[]> => {
    const text = await readPlainFile(pathOf(name)).catch(() => undefined)
    if (text === undefined) return []
    try {
      const whole = checkSum(contentSchema.parse(JSON.parse(text)))
      const { version: _version, ...draft } = storedSchema.parse(whole)
      return nameOf(draft.id) === name ? [draft] : []
    } catch {
      const aside = setAside(folder, name, now())
      if (aside) notify(`Unsaved changes in ${name}.json were damaged. The file is kept as ${aside}.`)
      return []
    }
  }
  return {
    list: async () => {
      await last
      const files = await readdir(folder).catch(() => [])
      const found = await Promise.all(files.flatMap((file) => ownFile.exec(file)?.[1] ?? []).map(read))
      return found.flat().toSorted((one, other) => other.keptAt.localeCompare(one.keptAt))
    },
    keep: (draft) => want(draft.id, { ...draft, keptAt: now().toISOString() }),
    forget: (id) => want(id, null),
  }
}
