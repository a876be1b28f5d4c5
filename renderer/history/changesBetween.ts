// What two drafts hold differently, field by field, kept-but-unused values included.
import { roleWords } from '../../shared/relationship/roles.ts'
import { valueAt } from '../../shared/relationship/fieldAccess.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { fieldPaths, fields } from '../../shared/relationship/fields.ts'
import { wordsBeside, headLabels } from '../ui/words/settingWords.ts'

export type WordedChange = { key: string; label: string; before: string; after: string }

type Read = (draft: RelationshipDraft) => string

const headOf = (connectionName: (id: string) => string): readonly [keyof typeof headLabels, Read][] => [
  ['contractName', (draft) => draft.contractName],
  ['partner', (draft) => draft.partner],
  ['role', (draft) => roleWords[draft.role]],
  ['connectionId', (draft) => connectionName(draft.connectionId)],
]

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The differences in the order of the form, in words; `connectionName` says what a connection is called. */
export function changesBetween(
  before: RelationshipDraft,
  after: RelationshipDraft,
  connectionName: (id: string) => string,
): WordedChange[] {
  const above = headOf(connectionName)
    .filter(([, read]) => read(before) !== read(after))
    .map(([key, read]) => ({ key, label: headLabels[key], before: read(before), after: read(after) }))
  const settings = fieldPaths
    .filter((path) => !same(valueAt(before, path), valueAt(after, path)))
    .map((path) => {
      const [one, other] = [valueAt(before, path), valueAt(after, path)]
      return {
        key: path,
        label: fields[path].label,
        before: wordsBeside(one, other),
        after: wordsBeside(other, one),
      }
    })
  return [...above, ...settings]
}
