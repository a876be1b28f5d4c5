// Reads a file beside what is stored, stores what was chosen, and takes it back. Doing it twice changes nothing more.
import { randomUUID } from 'node:crypto'
import { bounds } from '../../../shared/bounds.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ImportDecision } from '../../../shared/ipc/areas/fileCalls.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { AppServices } from '../services.ts'
import { checkSnapshot } from './snapshotAlone.ts'
import { carriedReferences, createImportRun, type Decided, type PendingImport } from './importRun.ts'
import type { ImportStores } from './importConnection.ts'
import { byName, type ByName } from './importPlan.ts'
import { undoAll, type UndoStep } from '../undoSteps.ts'
import type { NotedFile } from '../../disk/journal.ts'
import { readImportText } from '../../files/importText.ts'
import type { BundleContent } from '../../files/packBundle.ts'

type Review = Output<'files:readImport'>

/** As many files as a person may have open at once; older ones have to be read again. */
const keptImports = 5

/** In characters. It is read in a moment; the thread of a long one takes a tenth of a second to begin, which hundreds of files would add up. */
const shortText = 50_000

/** `stored`: what was here when the first of its files was read. Three hundred that come together do not read the store as often. */
type ReviewedImport = PendingImport & { stored: ByName }

/** The content of one file, each of its relationships with its name. */
const contentOf = (fileName: string, content: BundleContent): PendingImport => ({
  ...content,
  fileNames: new Map(content.relationships.map(({ id }) => [id, fileName])),
})

/** Two exports as one import; null where a relationship stands in both, or where one brings more than relationships. */
function joined(before: PendingImport, more: PendingImport): PendingImport | null {
  const relationships = [...before.relationships, ...more.relationships]
  const fileNames = new Map([...before.fileNames, ...more.fileNames])
  const isPlain = [before, more].every(
    ({ snapshots, samples, credentials }) => snapshots.length + samples.length === 0 && !credentials,
  )
  const fits = fileNames.size === relationships.length && relationships.length <= bounds.call.ids
  return isPlain && fits ? { ...before, relationships, fileNames } : null
}

const gone = fail('unknown-item', 'This file is not at hand any more, so nothing was stored.', {
  next: 'Open the file again.',
})

/** Keeps the files that were read until they are applied, and the last import until it is undone. */
export function createImports(parts: ImportStores & Pick<AppServices, 'hide' | 'journal' | 'run'>) {
  const pending = new Map<string, ReviewedImport>()
  let last: { importId: string; steps: readonly UndoStep[]; files: readonly NotedFile[] } | undefined
  const { planned, store } = createImportRun(parts)

  const keep = (importId: string, content: ReviewedImport): void => {
    pending.delete(importId)
    pending.set(importId, content)
    for (const oldest of [...pending.keys()].slice(0, -keptImports)) pending.delete(oldest)
  }

  /** Compares what a file holds with the store, and keeps it at hand. */
  const open = async (
    content: PendingImport,
    joins: string | null,
  ): Promise<Result<Pick<Review, 'importId' | 'entries'>>> => {
    const before = joins === null ? undefined : pending.get(joins)
    const stored = before?.stored ?? byName(parts.relationships.list())
    const entries = await planned(content, [], stored)
    if (!entries.ok) return entries
    const both = before ? joined(before, content) : null
    const importId = (both && joins) ?? randomUUID()
    // What others may still join stays longer than what did not join it.
    if (joins !== null && before) keep(joins, before)
    keep(importId, { ...(both ?? content), stored })
    return ok({ importId, entries: entries.value })
  }

  return {
    /** Compares a file with the store; nothing is stored. Errors: those of reading one, and of reference data that belongs to nothing here. */
    read: async (fileName: string, text: string, joins: string | null): Promise<Result<Review>> => {
      const file = text.length <= shortText ? readImportText(text) : await parts.run('readImportText', text)
      if (!file.ok) return { ok: false, error: file.error }
      const [snapshot] = file.value.snapshots
      const usable = snapshot ? checkSnapshot(parts, fileName, snapshot) : ok(null)
      if (!usable.ok) return usable
      const content = contentOf(fileName, { ...file.value, samples: [], credentials: null })
      const review = await open(content, joins)
      if (!review.ok) return review
      const references = await carriedReferences(parts, file.value.snapshots)
      const carries = snapshot ? { references, samples: [], keys: 0 } : null
      return ok({ ...review.value, carries, notices: [...(file.notices ?? [])] })
    },
    /** The same for a field bundle. Errors: those of opening one. */
    readBundle: async (
      fileName: string,
      bytes: Uint8Array,
      passphrase: string | null,
    ): Promise<Result<Review>> => {
      const bundle = await parts.run('openBundle', bytes, passphrase)
      if (!bundle.ok) return { ok: false, error: bundle.error }
      const { snapshots, samples, credentials } = bundle.value
      const keys = [...(credentials?.connections ?? []), ...(credentials?.overrides ?? [])]
      for (const { publicKey, privateKey, clientId } of keys)
        for (const secret of [publicKey, privateKey, clientId]) parts.hide(secret)
      const review = await open(contentOf(fileName, bundle.value), null)
      if (!review.ok) return review
      const carries = {
        references: await carriedReferences(parts, snapshots),
        samples: samples.map(({ name, tickets }) => ({ name, rows: tickets.tickets.length })),
        keys: keys.length,
      }
      return ok({ ...review.value, carries, notices: [...(bundle.notices ?? [])] })
    },
    /** The entries of a file that was read, with other decisions. Errors: `unknown-item`. */
    plan: async (
      importId: string,
      decisions: readonly ImportDecision[],
    ): Promise<Result<Output<'files:planImport'>>> => {
      const file = pending.get(importId)
      const entries = file ? await planned(file, decisions) : gone
      return entries.ok ? ok({ entries: entries.value }) : entries
    },
    /** Stores the chosen ones as revisions, and what a bundle carries beside them; what is the same already is left alone. Errors: `unknown-item`, `write-failed`. */
    apply: async (
      importId: string,
      ids: readonly string[],
      decided: Decided,
    ): Promise<Result<Output<'files:applyImport'>>> => {
      const file = pending.get(importId)
      if (!file) return gone
      const usable = await planned({ ...file, relationships: [] }, decided.decisions)
      if (!usable.ok) return usable
      const files = parts.relationships.placesOf(ids)
      const done = await parts.journal.run('The import', () => store(file, ids, decided), files)
      if (!done.ok) return done
      const { output, steps } = done.value
      if (steps.length > 0) last = { importId, steps, files }
      return ok(output)
    },
    /** Takes the last import back. Errors: `unknown-item`, `conflict` when something was changed since, `write-failed`. */
    undo: async (importId: string): Promise<Result<Output<'files:undoImport'>>> => {
      if (last?.importId !== importId) {
        return fail('unknown-item', 'This import cannot be undone any more. Nothing was changed.', {
          next: 'Restore the revision you want in the History of each relationship.',
        })
      }
      const { steps, files } = last
      const undone = await parts.journal.run('The undoing of the import', () => undoAll(steps), files)
      if (!undone.ok) return undone
      last = undefined
      return ok({})
    },
  }
}
