// What an open relationship is made of: its form, its lists, what they amount to, saving, and how ConnectWise is reached for it.
import { useMemo } from 'react'
import type { ApiTarget, ConnectionView } from '../../../shared/connection/connection.ts'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import type { KeptDraft } from '../../../shared/ipc/areas/draftCalls.ts'
import type { RelationshipDetail } from '../../../shared/ipc/areas/relationshipCalls.ts'
import type { AppError } from '../../../shared/result.ts'
import type { FieldPath } from '../../../shared/relationship/fields.ts'
import { useLiveReason, useRefresh } from '../../connections/connectionsFront.ts'
import { useDraft, useReferenceData, useSmallLists } from '../../settings/settingsFront.ts'
import { useUnsaved } from '../../state/navigation.tsx'
import { useScreenActions } from '../../ui/screen/screenActions.tsx'
import { isDetached } from './detached.tsx'
import { useWrittenFiles } from './useWrittenFiles.ts'
import { useJudgement } from './useJudgement.ts'
import { useSave } from './useSave.ts'

export type WorkspaceProps = {
  detail: RelationshipDetail
  /** Why it cannot be read any more, null while it can. */
  gone: AppError | null
  connection: ConnectionView
  /** What was left unsaved before the window was opened. */
  kept: KeptDraft | undefined
  /** The setting the cursor stands in at first. */
  startAt: FieldPath | undefined
}

export type WorkspaceState = ReturnType<typeof useWorkspace>

export function useWorkspace({ detail, gone, connection, kept, startAt }: WorkspaceProps) {
  const { id } = detail
  // The saved revision decides whose lists are shown: an override's keys can be used once they are saved.
  const overridden = detail.draft.apiOverride.enabled
  const target = useMemo<ApiTarget>(
    () => ({ connectionId: connection.id, overrideOf: overridden ? id : null }),
    [connection.id, id, overridden],
  )
  const form = useDraft(detail, useSmallLists(target), kept)
  const refresh = useRefresh(target)
  const demo = connection.demo && !overridden
  // The saved keys are the ones a refresh reads with.
  const offline = useLiveReason(overridden ? detail.draft.apiOverride.site : connection.site, demo)
  const detached = isDetached(connection)
  const data = useReferenceData(target, form.draft, detail.draft)
  const judged = useJudgement(detail, connection, form, data, startAt)
  const saving = useSave(id, connection, form)
  const files = useWrittenFiles({
    id,
    dirty: form.dirty,
    ready: judged.readiness?.ready ?? false,
    permissions: judged.keys.permissions ?? [],
  })
  useUnsaved(form.dirty)
  useScreenActions([{ label: 'Save configuration', keys: ['mod+S'], hint: 'Ctrl S', run: saving.save }])
  return {
    detail,
    gone,
    connection,
    kept,
    target,
    form,
    refresh,
    demo,
    offline,
    detached,
    /** Why nothing can be read, null while it can. */
    waits: detached && !overridden ? 'Choose a connection first.' : offline,
    data,
    judged,
    /** The lists as far as they are of the ConnectWise the relationship names. */
    reference: fittingReference(judged.relationship, data.reference),
    saving,
    files,
  }
}
