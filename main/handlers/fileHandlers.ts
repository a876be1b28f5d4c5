// Files: export relationships where the person says, read an import beside what is stored, apply what was chosen.
import { setImmediate } from 'node:timers/promises'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { fileKinds } from '../../shared/files/fileKind.ts'
import { asFileName } from '../../shared/text/line.ts'
import { fail, ok, type Result, withoutValue } from '../../shared/result.ts'
import { bundleContent } from '../services/bundleContent.ts'
import { exportSnapshot } from '../../shared/files/snapshotFile.ts'
import { writeExport } from '../files/exportFile.ts'
import { suggestedFileName } from '../files/suggestedName.ts'
import { handoverOf, handoverText } from '../files/handoverSheet.ts'
import { createImports } from '../services/imports/importFile.ts'
import type { AreaHandlers, Handlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'
import { storedFacts } from '../services/storedFacts.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import { latestEffective } from '../services/apiTargets.ts'

const tooLarge = fail('file-too-large', 'The bundle would be larger than Syncwright opens (64 MB).', {
  next: 'Choose fewer relationships, or leave the samples out.',
})

const sheetEndings = { html: 'html', markdown: 'md', pdf: 'pdf' } as const

const notPrinted = fail('write-failed', 'The sheet could not be made a PDF, so nothing was written.', {
  next: 'Write it as a web page, which any browser prints.',
})

const nothingRead = fail(
  'not-found',
  'No reference data of this connection was read yet, so there is none to export.',
  { next: 'Refresh it first.' },
)

/** Handlers of the area. */
export function fileHandlers(parts: AppServices): AreaHandlers<'files'> {
  const imports = createImports(parts)

  /** The relationships of these ids, and a file name for them. Errors: `unknown-item`. */
  const choose = (ids: readonly string[]): Result<{ chosen: StoredRelationship[]; name: string }> => {
    const found = [...new Set(ids)].map((id) => parts.relationships.get(id))
    const missing = found.find((each) => !each.ok)
    if (missing && !missing.ok) return missing
    const chosen = found.flatMap((each) => (each.ok ? [each.value] : []))
    const [only] = chosen
    const name = chosen.length === 1 && only ? suggestedFileName(only.latest.draft.contractName) : ''
    return ok({ chosen, name: name || 'relationships' })
  }

  /** Asks where to, and writes there what `make` answers with; null where nobody said where. */
  const saveAs = async (
    fileName: string,
    make: () => Result<string | Uint8Array> | Promise<Result<string | Uint8Array>>,
  ): Promise<Result<{ path: string } | null>> => {
    const path = await parts.askSavePath(fileName)
    if (path === undefined) return ok(null)
    const content = await make()
    const written = content.ok ? await writeExport(path, content.value) : content
    if (!written.ok) return written
    parts.written.note(path)
    return ok({ path })
  }

  const printed = async (html: string): Promise<Result<Uint8Array>> => {
    try {
      return ok(await parts.printSheet(html))
    } catch {
      return notPrinted
    }
  }

  const exportReference: Handlers['files:exportReference'] = async ({ connectionId }) => {
    const connection = parts.connections.get(connectionId)
    const snapshot = connection && (await parts.snapshots.load({ connectionId, overrideOf: null }))
    if (!snapshot) return nothingRead
    const name = suggestedFileName(connection.name) || 'connection'
    return saveAs(`${name}.reference.json`, () => ok(exportSnapshot(snapshot)))
  }

  const exportChosen: Handlers['files:export'] = async ({ ids }) => {
    const found = choose(ids)
    if (!found.ok) return found
    const { chosen, name } = found.value
    return saveAs(`${name}.syncwright.json`, () => {
      const saved = chosen.map((stored) => latestEffective(parts.connections, stored))
      return ok(exportRelationships(saved, parts.now()))
    })
  }

  const exportBundle: Handlers['files:exportBundle'] = async ({ ids, samples, passphrase }) => {
    const found = choose(ids)
    if (!found.ok) return found
    const { chosen, name } = found.value
    if (passphrase !== null) parts.hide(passphrase)
    const counts = { references: 0, samples: 0, keys: 0 }
    const saved = await saveAs(`${name}.syncwright-bundle`, async () => {
      const content = await bundleContent(parts, chosen, { samples, credentials: passphrase !== null })
      if (!content.ok) return content
      const { snapshots, samples: kept, credentials } = content.value
      counts.references = snapshots.length
      counts.samples = kept.length
      counts.keys = (credentials?.connections.length ?? 0) + (credentials?.overrides.length ?? 0)
      const bytes = await parts.run('packBundle', content.value, parts.now(), passphrase)
      return bytes.length > fileKinds['syncwright.bundle'].bounds.bytes ? tooLarge : ok(bytes)
    })
    return saved.ok ? ok(saved.value && { ...saved.value, ...counts }) : saved
  }

  const handover: Handlers['files:handover'] = async ({ id, format, permissions }) => {
    const stored = parts.relationships.get(id)
    if (!stored.ok) return stored
    const { draft, number, savedAt } = stored.value.latest
    const name = suggestedFileName(draft.contractName) || 'relationship'
    return saveAs(`${name} handover.${sheetEndings[format]}`, async () => {
      const facts = await storedFacts(parts, stored.value)
      // Previews and findings of a whole sheet, then its text: each a stretch of its own.
      await setImmediate()
      const known = { preparedBy: parts.about.userName, revision: { number, at: savedAt } }
      const sheet = [handoverOf({ ...facts, permissions, known, now: parts.now() })]
      await setImmediate()
      return format === 'pdf' ? printed(handoverText('html', sheet)) : ok(handoverText(format, sheet))
    })
  }

  return {
    'files:export': exportChosen,
    'files:exportBundle': exportBundle,
    'files:handover': handover,
    'files:exportReference': exportReference,
    'files:show': ({ path }) => withoutValue(parts.written.show(path)),
    'files:open': async ({ path }) => withoutValue(await parts.written.open(path)),
    'files:readImport': ({ fileName, text, joins }) => imports.read(asFileName(fileName), text, joins),
    'files:readBundle': ({ fileName, bytes, passphrase }) => {
      if (passphrase !== null) parts.hide(passphrase)
      return imports.readBundle(asFileName(fileName), bytes, passphrase)
    },
    'files:planImport': ({ importId, decisions }) => imports.plan(importId, decisions),
    'files:applyImport': ({ importId, ids, ...decided }) => imports.apply(importId, ids, decided),
    'files:undoImport': ({ importId }) => imports.undo(importId),
  }
}
