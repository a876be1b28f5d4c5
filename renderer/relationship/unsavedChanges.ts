// Everything a draft changes, in words: what the save bar counts and its review lists.
import { valueAt } from '../../shared/relationship/fieldAccess.ts'
import { fields } from '../../shared/relationship/fields.ts'
import type { DraftForm, Head } from '../settings/settingsFront.ts'
import { wordsBeside, headLabels } from '../ui/words/settingWords.ts'
import { roleWords } from '../../shared/relationship/roles.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'

export type ChangeInWords = { key: string; label: string; text: string; undo: () => void }

const headWords = (draft: RelationshipDraft, key: keyof Head): string =>
  key === 'role' ? roleWords[draft.role] : draft[key]

/** One entry per change, those above the settings first. */
export function changesOf(form: DraftForm): ChangeInWords[] {
  const { draft, base } = form
  const head = form.changedHead.map((key) => ({
    key,
    label: headLabels[key],
    text: `${headWords(base.draft, key)} → ${headWords(draft, key)}`,
    undo: () => form.setHead({ [key]: base.draft[key] }),
  }))
  const settings = [...form.changed].map((path) => {
    const before = valueAt(base.draft, path)
    const after = valueAt(draft, path)
    return {
      key: path,
      label: fields[path].label,
      text:
        path === 'apiOverride.privateKey'
          ? 'A new key is entered'
          : `${wordsBeside(before, after)} → ${wordsBeside(after, before)}`,
      undo: () => form.reset(path),
    }
  })
  return [...head, ...settings]
}
