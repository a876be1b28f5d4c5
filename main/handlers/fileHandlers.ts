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

  const write = async (path: string, content: string | Uint8Array): Promise<Result<null>> => {
    const done = await writeExport(path, content)
    if (done.ok) parts.written.note(path)
    return done
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
    if (!snapshot)
      return fail(
        'not-found',
        'No reference data of this connection was read yet, so there is none to export.',
        {
          next: 'Refresh it first.',
        },
      )
    const name = suggestedFileName(connection.name) || 'connection'
    const path = await parts.askSavePath(`${name}.reference.json`)
    if (path === undefined) return ok(null)
    const done = await write(path, exportSnapshot(snapshot))
    return done.ok ? ok({ path }) : done
  }

  const exportChosen: Handlers['files:export'] = async ({ ids }) => {
    const found = choose(ids)
    if (!found.ok) return found
    const { chosen, name } = found.value
    const path = await parts.askSavePath(`${name}.syncwright.json`)
    if (path === undefined) return ok(null)
    const content = exportRelationships(
      chosen.map((stored) => latestEffective(parts.connections, stored)),
      parts.now(),
    )
    const written = await write(path, content)
    return written.ok ? ok({ path }) : written
  }

  const exportBundle: Handlers['files:exportBundle'] = async ({ ids, samples, passphrase }) => {
    const found = choose(ids)
    if (!found.ok) return found
    const { chosen, name } = found.value
    if (passphrase !== null) parts.hide(passphrase)
    const path = await parts.askSavePath(`${name}.syncwright-bundle`)
    if (path === undefined) return ok(null)
    const content = await bundleContent(parts, chosen, { samples, credentials: passphrase !== null })
    if (!content.ok) return content
    const { snapshots, samples: kept, credentials } = content.value
    const bytes = await parts.run('packBundle', content.value, parts.now(), passphrase)
    if (bytes.length > fileKinds['syncwright.bundle'].bounds.bytes) return tooLarge
    const written = await write(path, bytes)
    if (!written.ok) return written
    const keys = (credentials?.connections.length ?? 0) + (credentials?.overrides.length ?? 0)
    return ok({ path, references: snapshots.length, samples: kept.length, keys })
  }

  const handover: Handlers['files:handover'] = async ({ id, format, permissions }) => {
    const stored = parts.relationships.get(id)
    if (!stored.ok) return stored
    const { draft, number, savedAt } = stored.value.latest
    const name = suggestedFileName(draft.contractName) || 'relationship'
    const path = await parts.askSavePath(`${name} handover.${sheetEndings[format]}`)
    if (path === undefined) return ok(null)
    const facts = await storedFacts(parts, stored.value)
    // Previews and findings of a whole sheet, then its text: each a stretch of its own.
    await setImmediate()
    const known = { preparedBy: parts.about.userName, revision: { number, at: savedAt } }
    const sheet = [handoverOf({ ...facts, permissions, known, now: parts.now() })]
    await setImmediate()
    const content =
      format === 'pdf' ? await printed(handoverText('html', sheet)) : ok(handoverText(format, sheet))
    const written = content.ok ? await write(path, content.value) : content
    return written.ok ? ok({ path }) : written
  }

  return {
    'files:export': exportChosen,
    'files:exportBundle': exportBundle,
    'files:handover': handover,
    'files:exportReference': exportReference,
    'files:show': ({ path }) => withoutValue(parts.written.show(path)),
    'files:open': async ({ path }) => withoutValue(await parts.written.open(path)),
    'files:readImport': ({ fileName, text }) => imports.read(asFileName(fileName), text),
    'files:readBundle': ({ fileName, bytes, passphrase }) => {
      if (passphrase !== null) parts.hide(passphrase)
      return imports.readBundle(asFileName(fileName), bytes, passphrase)
    },
    'files:planImport': ({ importId, decisions }) => imports.plan(importId, decisions),
    'files:applyImport': ({ importId, ids, ...decided }) => imports.apply(importId, ids, decided),
    'files:undoImport': ({ importId }) => imports.undo(importId),
  }
}
