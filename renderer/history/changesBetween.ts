// What two drafts hold differently, field by field, kept-but-unused values included.
import { valueAt } from '../../shared/settings/access.ts'
import type { RelationshipDraft } from '../../shared/settings/draft.ts'
import { fieldPaths, fields } from '../../shared/settings/fields.ts'
import { words } from '../settings/words.ts'

export type WordedChange = { key: string; label: string; before: string; after: string }

const roleWords = { source: 'Source', target: 'Target' } as const

const head = [
  ['contractName', 'Contract name', (draft: RelationshipDraft) => draft.contractName],
  ['partner', 'Partner', (draft: RelationshipDraft) => draft.partner],
  ['role', 'Role', (draft: RelationshipDraft) => roleWords[draft.role]],
  ['connectionId', 'Connection', (draft: RelationshipDraft) => draft.connectionId],
] as const

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The differences in the order of the form, in words. */
export function changesBetween(before: RelationshipDraft, after: RelationshipDraft): WordedChange[] {
  const above = head
    .filter(([, , read]) => read(before) !== read(after))
    .map(([key, label, read]) => ({ key, label, before: read(before), after: read(after) }))
  const settings = fieldPaths
    .filter((path) => !same(valueAt(before, path), valueAt(after, path)))
    .map((path) => ({
      key: path,
      label: fields[path].label,
      before: words(valueAt(before, path)),
      after: words(valueAt(after, path)),
    }))
  return [...above, ...settings]
}
