// What two drafts hold differently, field by field, kept-but-unused values included.
import { roleWords } from '../../shared/relationship/roles.ts'
import { isSameAt } from '../../shared/relationship/fieldAccess.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { fieldPaths } from '../../shared/relationship/fields.ts'
import { headLabels, type SettingChange, settingChange } from '../ui/words/settingWords.ts'

type Read = (draft: RelationshipDraft) => string

const headOf = (connectionName: (id: string) => string): readonly [keyof typeof headLabels, Read][] => [
  ['contractName', (draft) => draft.contractName],
  ['partner', (draft) => draft.partner],
  ['role', (draft) => roleWords[draft.role]],
  ['connectionId', (draft) => connectionName(draft.connectionId)],
]

/** The differences in the order of the form, in words; `connectionName` says what a connection is called. */
export function changesBetween(
  before: RelationshipDraft,
  after: RelationshipDraft,
  connectionName: (id: string) => string,
): SettingChange[] {
  const above = headOf(connectionName)
    .filter(([, read]) => read(before) !== read(after))
    .map(([key, read]) => ({ key, label: headLabels[key], before: read(before), after: read(after) }))
  const settings = fieldPaths
    .filter((path) => !isSameAt(before, after, path))
    .map((path) => settingChange(path, before, after))
  return [...above, ...settings]
}
