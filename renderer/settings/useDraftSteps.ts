// The changes of a draft since its revision, each with the draft before it: Ctrl Z goes back through them, Ctrl Y forth again.
import { useEffect, useEffectEvent, useState } from 'react'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import type { FieldPath } from '../../shared/relationship/fields.ts'
import { offerRedo, offerUndo } from '../ui/behaviour/takeBack.ts'

/** What stands above the settings and is part of a revision as well. */
export const headKeys = ['contractName', 'partner', 'role'] as const
export type Head = Pick<RelationshipDraft, (typeof headKeys)[number]>

/** `path`: what was changed, null for the draft as a whole. */
type Step = { path: FieldPath | keyof Head | null; before: RelationshipDraft }
type Steps = { past: readonly Step[]; future: readonly Step[] }

export type LastChange = { path: FieldPath | keyof Head; before: RelationshipDraft }

const none: Steps = { past: [], future: [] }

/** A text is typed letter by letter, and taken back as one change. */
const isSameText = (one: Step['path'], other: Step['path'] | undefined): boolean =>
  one === other && one !== null && one.startsWith('apiOverride.')

function lastOf({ past }: Steps): LastChange | null {
  const { path = null, before } = past.at(-1) ?? {}
  return path !== null && before ? { path, before } : null
}

export function useDraftSteps(draft: RelationshipDraft, onGo: (draft: RelationshipDraft) => void) {
  const [steps, setSteps] = useState(none)
  const { past, future } = steps
  const undo = useEffectEvent(() => {
    const step = past.at(-1)
    if (!step) return
    setSteps({ past: past.slice(0, -1), future: [...future, { ...step, before: draft }] })
    onGo(step.before)
  })
  const redo = useEffectEvent(() => {
    const step = future.at(-1)
    if (!step) return
    setSteps({ past: [...past, { ...step, before: draft }], future: future.slice(0, -1) })
    onGo(step.before)
  })
  // With every step anew: what was done last is taken back first, here or elsewhere in the window.
  useEffect(() => (past.length > 0 ? offerUndo(() => undo()) : undefined), [past.length])
  useEffect(() => (future.length > 0 ? offerRedo(() => redo()) : undefined), [future.length])
  return {
    steps,
    setSteps,
    last: lastOf(steps),
    /** Notes a change that is about to be made. */
    add: (path: Step['path']) =>
      setSteps({
        past: isSameText(path, past.at(-1)?.path) ? past : [...past, { path, before: draft }],
        future: [],
      }),
    clear: () => setSteps(none),
  }
}
