// Files of complete relationships and of their snapshot, as text that tests break in one place.
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { exportSnapshot } from '../../shared/files/snapshotFile.ts'
import type { Snapshot } from '../../shared/reference/collections.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import { snapshot, targetRelationship } from './relationships.ts'

export const exportedAt = new Date('2026-11-23T10:00:00Z')

/** The text of an export of these relationships, else of the complete target. */
export const exportText = (...relationships: Relationship[]): string =>
  exportRelationships(relationships.length > 0 ? relationships : [targetRelationship()], exportedAt)

export const snapshotText = (changes: Partial<Snapshot> = {}): string => exportSnapshot(snapshot({}, changes))

/** The text with one member of the first relationship's settings replaced. */
export const withSetting = (name: string, value: unknown): string => {
  const file = JSON.parse(exportText())
  file.relationships[0].settings[name] = value
  return JSON.stringify(file)
}

/** The text that exporting a file's relationships again gives. */
export function reexport(text: string): string {
  const file = parseRelationshipsFile(text)
  if (!file.ok) throw new Error(file.error.message)
  return exportRelationships(file.value.relationships, new Date(file.value.exportedAt))
}
