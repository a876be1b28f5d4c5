// Everything a draft changes, in words: what the save bar counts and its review lists.
import type { DraftForm, Head } from '../settings/settingsFront.ts'
import { headLabels, settingChange } from '../ui/words/settingWords.ts'
import { roleWords } from '../../shared/relationship/roles.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'

export type UnsavedChange = { key: string; label: string; text: string; undo: () => void }

const headWords = (draft: RelationshipDraft, key: keyof Head): string =>
  key === 'role' ? roleWords[draft.role] : draft[key]

/** One entry per change, those above the settings first. */
export function unsavedChanges(form: DraftForm): UnsavedChange[] {
  const { draft, base } = form
  const head = form.changedHead.map((key) => ({
    key,
    label: headLabels[key],
    text: `${headWords(base.draft, key)} → ${headWords(draft, key)}`,
    undo: () => form.setHead({ [key]: base.draft[key] }),
  }))
  const settings = [...form.changed].map((path) => {
    const { key, label, before, after } = settingChange(path, base.draft, draft)
    const text = path === 'apiOverride.privateKey' ? 'A new key is entered' : `${before} → ${after}`
    return { key, label, text, undo: () => form.reset(path) }
  })
  return [...head, ...settings]
}
