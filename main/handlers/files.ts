// Files: export relationships where the person says, read an import beside what is stored, apply what was chosen.
import { exportRelationships } from '../../shared/files/export.ts'
import { ok } from '../../shared/ipc/result.ts'
import { effective } from '../../shared/settings/effective.ts'
import { writeExport } from '../files/exportFile.ts'
import { handoverOf, handoverText } from '../files/handover.ts'
import { createImports } from '../files/importFile.ts'
import type { Handlers } from '../ipc.ts'
import type { Parts } from '../parts.ts'
import { storedFacts } from '../files/storedFacts.ts'
import { connectionRefOf } from '../targets.ts'

type Area =
  | 'files:export'
  | 'files:handover'
  | 'files:readImport'
  | 'files:planImport'
  | 'files:applyImport'
  | 'files:undoImport'

/** A name every system takes as a file name; empty where nothing of the text can be used. */
const asFileName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 80)
    .replace(/^[ .]+|[ .]+$/g, '')

/** Handlers of the area. */
export function fileHandlers(parts: Parts): Pick<Handlers, Area> {
  const imports = createImports(parts)

  const exportChosen: Handlers['files:export'] = async ({ ids }) => {
    const chosen = [...new Set(ids)].map((id) => parts.relationships.get(id))
    const missing = chosen.find((each) => !each.ok)
    if (missing && !missing.ok) return missing
    const found = chosen.flatMap((each) => (each.ok ? [each.value] : []))
    const [only] = found
    const name = found.length === 1 && only ? asFileName(only.latest.draft.contractName) : ''
    const path = await parts.askSavePath(`${name || 'relationships'}.syncwright.json`)
    if (path === undefined) return ok(null)
    const content = exportRelationships(
      found.map(({ id, latest }) =>
        effective(id, latest.draft, connectionRefOf(parts.connections, latest.draft.connectionId)),
      ),
      parts.now(),
    )
    const written = await writeExport(path, content)
    return written.ok ? ok({ path }) : written
  }

  const handover: Handlers['files:handover'] = async ({ id, format, permissions }) => {
    const stored = parts.relationships.get(id)
    if (!stored.ok) return stored
    const { draft } = stored.value.latest
    const extension = format === 'html' ? 'html' : 'md'
    const name = asFileName(draft.contractName) || 'relationship'
    const path = await parts.askSavePath(`${name} handover.${extension}`)
    if (path === undefined) return ok(null)
    const facts = await storedFacts(parts, stored.value)
    const text = handoverText(format, [handoverOf({ ...facts, permissions, now: parts.now() })])
    const written = await writeExport(path, text)
    return written.ok ? ok({ path }) : written
  }

  return {
    'files:export': exportChosen,
    'files:handover': handover,
    'files:readImport': ({ fileName, text }) => imports.read(fileName, text),
    'files:planImport': ({ importId, decisions }) => imports.plan(importId, decisions),
    'files:applyImport': ({ importId, ids, decisions }) => imports.apply(importId, ids, decisions),
    'files:undoImport': ({ importId }) => imports.undo(importId),
  }
}
