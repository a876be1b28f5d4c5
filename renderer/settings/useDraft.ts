// The draft of one relationship: starts from the saved revision, knows what changed, keeps the notes of the form's own acts.
import { useState } from 'react'
import type { RelationshipDetail } from '../../shared/ipc/contract.ts'
import type { Status } from '../../shared/reference/collections.ts'
import { valueAt } from '../../shared/settings/access.ts'
import type { RelationshipDraft } from '../../shared/settings/draft.ts'
import { type EditNotes, edit, restore } from '../../shared/settings/edit.ts'
import { type FieldPath, fieldPaths } from '../../shared/settings/fields.ts'
import type { FieldValues, Setting } from '../../shared/settings/values.ts'

export type DraftForm = {
  draft: RelationshipDraft
  saved: RelationshipDraft
  /** Settings that differ from the saved revision. */
  changed: ReadonlySet<FieldPath>
  notes: EditNotes
  /** The override's private key while it is typed; empty when nothing was typed. */
  overrideKey: string
  setOverrideKey: (key: string) => void
  set: <Path extends Setting>(path: Path, value: FieldValues[Path]) => void
  /** Puts one setting back to the saved value. */
  reset: (path: FieldPath) => void
  discard: () => void
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** `detail` is what is saved; after a save pass the new detail and the draft starts from there. */
export function useDraft(detail: RelationshipDetail, statuses: readonly Status[]): DraftForm {
  const [base, setBase] = useState(detail)
  const [draft, setDraft] = useState(detail.draft)
  const [notes, setNotes] = useState<EditNotes>({})
  const [overrideKey, setOverrideKey] = useState('')

  const restart = () => {
    setDraft(detail.draft)
    setNotes({})
    setOverrideKey('')
  }
  if (base !== detail) {
    setBase(detail)
    restart()
  }

  const set = <Path extends Setting>(path: Path, value: FieldValues[Path]) => {
    const edited = edit(draft, path, value, statuses)
    setDraft(edited.draft)
    setNotes({ ...notes, [path]: undefined, ...edited.notes })
  }
  const reset = (path: FieldPath) => {
    if (path === 'apiOverride.privateKey') return setOverrideKey('')
    const edited = restore(draft, detail.draft, path, statuses)
    setDraft(edited.draft)
    setNotes({ ...notes, [path]: undefined, ...edited.notes })
  }

  return {
    draft,
    saved: detail.draft,
    changed: new Set(
      fieldPaths.filter((path) =>
        path === 'apiOverride.privateKey'
          ? overrideKey !== ''
          : !same(valueAt(draft, path), valueAt(detail.draft, path)),
      ),
    ),
    notes,
    overrideKey,
    setOverrideKey,
    set,
    reset,
    discard: restart,
  }
}
