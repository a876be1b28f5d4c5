// What there is to say above the form of a relationship.
import { useEffect, useRef } from 'react'
import { ChangedRecords, endedShort, RefreshOutcome } from '../connections/connectionsFront.ts'
import { KeptDraftNotice } from '../drafts/KeptDraftNotice.tsx'
import { useWritten, WrittenNotice } from '../ui/screen/WrittenNotice.tsx'
import { GoneNotice } from './GoneNotice.tsx'
import { DetachedNotice } from './workspace/detached.tsx'
import { LeftOpenNotice } from './LeftOpenNotice.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { SaveNotices } from './SaveNotices.tsx'
import type { WorkspaceState } from './workspace/useWorkspace.ts'

export function WorkspaceNotices({ workspace, onMove }: { workspace: WorkspaceState; onMove: () => void }) {
  const { detail, gone, connection, kept, form, refresh, offline, detached, data, saving } = workspace
  const [written, setWritten] = useWritten(detail.id)
  const { number } = detail.revision
  const shown = useRef(number)
  // A file of an earlier revision is no result any more.
  useEffect(() => {
    if (shown.current !== number) setWritten(null)
    shown.current = number
  }, [number, setWritten])
  return (
    <>
      {gone && <GoneNotice id={detail.id} name={detail.draft.contractName} problem={gone} />}
      {detached && <DetachedNotice onChoose={onMove} />}
      {offline !== null && <OfflineNotice fetchedAt={data.view?.fetchedAt ?? null} />}
      {refresh.run && endedShort(refresh.run) && (
        <RefreshOutcome run={refresh.run} onDismiss={refresh.forget} />
      )}
      {refresh.run?.result && refresh.run.about.overrideOf === null && (
        <ChangedRecords connections={[connection]} />
      )}
      <KeptDraftNotice kept={kept} form={form} />
      {written && <WrittenNotice written={written} onDismiss={() => setWritten(null)} />}
      <LeftOpenNotice form={form} saving={saving.saving} onSettle={saving.settle} />
      <SaveNotices form={form} />
    </>
  )
}
