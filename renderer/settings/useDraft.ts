// The draft of one relationship: starts from the saved revision, knows what changed, keeps the notes of the form's own acts.
import { useEffect, useState } from 'react'
import type { KeptDraft } from '../../shared/ipc/areas/draftCalls.ts'
import type { RelationshipDetail } from '../../shared/ipc/areas/relationshipCalls.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import { isSameAt } from '../../shared/relationship/fieldAccess.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { chooseRecords, type EditNotes, editSetting, restoreSetting } from '../../shared/relationship/edit.ts'
import { forgetDraft, keepDraft } from '../state/draftKeeper.ts'
import { type FieldPath, fieldPaths, type RecordPath } from '../../shared/relationship/fields.ts'
import type { RecordRef } from '../../shared/relationship/fieldRow.ts'
import type { FieldValues, SettingPath } from '../../shared/relationship/values.ts'
import { type Head, headKeys, type LastChange, useDraftSteps } from './useDraftSteps.ts'

/** What the override says in plain text; its private key never enters a draft. */
export const overrideTexts = ['site', 'companyId', 'publicKey', 'clientId'] as const
export type OverrideTexts = Pick<RelationshipDraft['apiOverride'], (typeof overrideTexts)[number]>

export type DraftForm = {
  draft: RelationshipDraft
  /** The revision the draft is compared with and saved upon. */
  base: RelationshipDetail
  /** Settings that differ from the base revision. */
  changed: ReadonlySet<FieldPath>
  /** What differs above the settings. */
  changedHead: readonly (keyof Head)[]
  dirty: boolean
  notes: EditNotes
  /** The last change that is not saved: which setting, and the draft before it; null when there is none. */
  last: LastChange | null
  /** The override's private key while it is typed; empty when nothing was typed. */
  overrideKey: string
  setOverrideKey: (key: string) => void
  set: <Path extends SettingPath>(path: Path, value: FieldValues[Path]) => void
  /** Sets what a setting points at. */
  choose: (path: RecordPath, records: readonly RecordRef[]) => void
  /** Any of the override's texts together, as a pasted mail brings them. */
  setOverride: (texts: Partial<OverrideTexts>) => void
  setHead: (head: Partial<Head>) => void
  /** Replaces the whole draft, as restoring an old revision does. */
  replace: (draft: RelationshipDraft) => void
  /** Puts one setting back to the saved value. */
  reset: (path: FieldPath) => void
  /** Goes back to what is saved; answers with the way back to what was discarded. */
  discard: () => () => void
  /** A revision that something else saved while this draft had changes; null when there is none. */
  conflict: RelationshipDetail | null
  /** Goes on from the other revision with both sides' changes. */
  merge: (draft: RelationshipDraft) => void
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** `kept`: what was left unsaved before the window was opened. `detail` is what is saved now. A new one is taken over at once, unless the draft holds changes that it would lose. */
export function useDraft(
  detail: RelationshipDetail,
  reference: Reference | null,
  kept: KeptDraft | undefined,
): DraftForm {
  const [base, setBase] = useState(detail)
  const [draft, setDraft] = useState(kept?.draft ?? detail.draft)
  const [notes, setNotes] = useState<EditNotes>({})
  const [overrideKey, setOverrideKey] = useState('')
  const steps = useDraftSteps(draft, (to) => {
    setDraft(to)
    setNotes({})
  })

  const changed = new Set(
    fieldPaths.filter((path) =>
      path === 'apiOverride.privateKey' ? overrideKey !== '' : !isSameAt(draft, base.draft, path),
    ),
  )
  const changedHead = headKeys.filter((key) => draft[key] !== base.draft[key])
  const dirty = changed.size > 0 || changedHead.length > 0

  const { id } = detail
  const baseRevision = base.revision.number
  const keyTyped = overrideKey !== ''
  useEffect(() => {
    if (dirty) keepDraft({ id, baseRevision, draft, keyTyped })
    else forgetDraft(id)
  }, [id, dirty, baseRevision, draft, keyTyped])

  const start = (from: RelationshipDetail) => {
    setBase(from)
    setDraft(from.draft)
    setNotes({})
    setOverrideKey('')
    steps.clear()
  }
  if (base !== detail && (!dirty || same(draft, detail.draft))) start(detail)
  const moved = base.revision.number !== detail.revision.number

  const take = (path: FieldPath, edited: { draft: RelationshipDraft; notes: EditNotes }) => {
    steps.add(path)
    setDraft(edited.draft)
    setNotes({ ...notes, [path]: undefined, ...edited.notes })
  }
  return {
    draft,
    base,
    changed,
    changedHead,
    dirty,
    notes,
    last: steps.last,
    overrideKey,
    setOverrideKey,
    set: (path, value) => take(path, editSetting(draft, path, value, reference)),
    choose: (path, records) => take(path, chooseRecords(draft, path, records, reference)),
    setOverride: (texts) => {
      const name = overrideTexts.find((each) => texts[each] !== undefined)
      if (!name) return
      const apiOverride = { ...draft.apiOverride, ...texts }
      take(`apiOverride.${name}`, { draft: { ...draft, apiOverride }, notes: {} })
    },
    setHead: (head) => {
      const [path] = headKeys.filter((key) => head[key] !== undefined)
      if (path) steps.add(path)
      setDraft({ ...draft, ...head })
    },
    replace: (next) => {
      steps.add(null)
      setDraft(next)
      setNotes({})
    },
    reset: (path) => {
      if (path === 'apiOverride.privateKey') setOverrideKey('')
      else take(path, restoreSetting(draft, base.draft, path, reference))
    },
    discard: () => {
      start(detail)
      return () => {
        setDraft(draft)
        setNotes(notes)
        setOverrideKey(overrideKey)
        steps.setSteps(steps.steps)
      }
    },
    conflict: moved && dirty ? detail : null,
    merge: (merged) => {
      setBase(detail)
      setDraft(merged)
    },
  }
}
