// Reads the text of a file that is to be imported: relationships, or reference data on its own.
import { type Parsed, withNotices } from '../../shared/files/reading/parsed.ts'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { parseSnapshotFile } from '../../shared/files/snapshotFile.ts'
import type { BundleContent } from './packBundle.ts'

export type ImportedText = Pick<BundleContent, 'relationships' | 'snapshots'>

/** Errors of these codes are about reference data; any other file is told as no relationships. */
const ownErrors: readonly string[] = ['file-invalid', 'file-too-new']

/** A file of neither kind gets the sentence it gets as relationships. */
export function readImportText(text: string): Parsed<ImportedText> {
  const file = parseRelationshipsFile(text)
  if (file.ok) {
    const { relationships } = file.value
    return withNotices({ ok: true, value: { relationships, snapshots: [] } }, file.notices)
  }
  const snapshot = parseSnapshotFile(text)
  if (snapshot.ok)
    return withNotices(
      { ok: true, value: { relationships: [], snapshots: [snapshot.value] } },
      snapshot.notices,
    )
  return ownErrors.includes(snapshot.error.code) ? snapshot : file
}
