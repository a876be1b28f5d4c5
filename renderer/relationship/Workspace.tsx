// The workspace of one relationship: head, form and save bar in the centre, findings and preview at the right.
import { useMemo, useState } from 'react'
import type { ApiTarget, ConnectionView } from '../../shared/connection/connection.ts'
import { fittingReference } from '../../shared/findings/connectionRules.ts'
import { unjudgedCollections } from '../../shared/findings/unjudged.ts'
import type { FieldPath } from '../../shared/relationship/fields.ts'
import type { KeptDraft } from '../../shared/ipc/areas/draftCalls.ts'
import type { RelationshipDetail } from '../../shared/ipc/areas/relationshipCalls.ts'
import {
  endedShort,
  ChangedRecords,
  RefreshOutcome,
  TestPanel,
  useLiveReason,
  useRefresh,
} from '../connections/connectionsFront.ts'
import { useWritten, WrittenNotice } from '../ui/screen/WrittenNotice.tsx'
import { GoLivePanel } from '../golive/GoLivePanel.tsx'
import { EnvironmentBand, Pane, PaneFooter } from '../ui/screen/Pane.tsx'
import { useUnsaved } from '../state/navigation.tsx'
import { KeptDraftNotice } from '../drafts/KeptDraftNotice.tsx'
import { SettingsForm, useDraft, useReferenceData, useSmallLists } from '../settings/settingsFront.ts'
import { askBeforeRestore } from './askFirst.ts'
import { LeftOpenNotice } from './LeftOpenNotice.tsx'
import { GoToFieldContext } from '../ui/behaviour/goToField.ts'
import { bringIntoView } from '../ui/behaviour/bringIntoView.ts'
import { DetachedNotice, isDetached } from './head/detached.tsx'
import { MoveDialog } from './head/MoveDialog.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { RelationshipHead } from './head/RelationshipHead.tsx'
import { useWrittenFiles } from './head/useWrittenFiles.ts'
import { RightPane } from './panes/RightPane.tsx'
import { SplitPanes } from './panes/SplitPanes.tsx'
import { openRightTab } from './panes/rightTabs.ts'
import { useBreakpoint } from '../state/breakpoint.ts'
import { useScreenActions } from '../ui/screen/screenActions.tsx'
import { SaveBar } from './SaveBar.tsx'
import { SaveNotices } from './SaveNotices.tsx'
import { useJudgement } from './useJudgement.ts'
import { useSave } from './useSave.ts'

type WorkspaceProps = {
  detail: RelationshipDetail
  connection: ConnectionView
  /** What was left unsaved before the window was opened. */
  kept: KeptDraft | undefined
  startAt: FieldPath | undefined
}

export function Workspace({ detail, connection, kept, startAt }: WorkspaceProps) {
  const { id } = detail
  // The saved revision decides whose lists are shown: an override's keys can be used once they are saved.
  const overridden = detail.draft.apiOverride.enabled
  const target = useMemo<ApiTarget>(
    () => ({ connectionId: connection.id, overrideOf: overridden ? id : null }),
    [connection.id, id, overridden],
  )
  const form = useDraft(detail, useSmallLists(target), kept)
  const refresh = useRefresh(target)
  // The saved keys are the ones a refresh reads with.
  const offline = useLiveReason(
    overridden ? detail.draft.apiOverride.site : connection.site,
    connection.demo && !overridden,
  )
  const detached = isDetached(connection)
  const waits = detached && !overridden ? 'Choose a connection first.' : offline
  const [moving, setMoving] = useState(false)
  const [written, setWritten] = useWritten(id)
  const data = useReferenceData(target, form.draft, detail.draft)
  const { relationship, saved, lastChange, readiness, choosing, findings, allFindings, needs, keys } =
    useJudgement(detail, connection, form, data, startAt)
  const { note, setNote, save, settle, saving, problem, dismiss } = useSave(id, connection, form)
  const files = useWrittenFiles({
    id,
    dirty: form.dirty,
    ready: readiness?.ready ?? false,
    permissions: keys.permissions ?? [],
  })
  useUnsaved(form.dirty)
  useScreenActions([{ label: 'Save configuration', keys: ['mod+S'], hint: 'Ctrl S', run: save }])
  const breakpoint = useBreakpoint()
  const closable = breakpoint === 'drawer' || breakpoint === 'small'
  const [paneOpen, setPaneOpen] = useState(false)
  const { apiOverride } = form.draft

  const goToField = (path: string) => {
    // Where the pane lies over the form, the field would stay behind it.
    if (breakpoint === 'small') setPaneOpen(false)
    bringIntoView(path)
  }

  return (
    <GoToFieldContext value={goToField}>
      {!detached && (
        <EnvironmentBand
          environment={connection.environment}
          words={
            relationship.apiOverride
              ? `${relationship.apiOverride.site} · company ${relationship.apiOverride.companyId} (override)`
              : `${connection.site} · company ${connection.companyId}`
          }
          aside={bandWords(connection)}
        />
      )}
      {moving && <MoveDialog detail={detail} dirty={form.dirty} onClose={() => setMoving(false)} />}
      <SplitPanes
        id={id}
        open={paneOpen}
        bar={
          <PaneFooter>
            <SaveBar
              form={form}
              note={note}
              onNote={setNote}
              saving={saving}
              problem={problem}
              onDismiss={dismiss}
              onSave={save}
            />
          </PaneFooter>
        }
        right={
          <RightPane
            findings={findings}
            unjudged={data.loading || data.lookingUp ? [] : unjudgedCollections(data.reference)}
            readiness={readiness}
            choosing={choosing}
            relationship={relationship}
            saved={saved}
            reference={fittingReference(relationship, data.reference)}
            target={target}
            lastChange={lastChange}
            onOpen={() => setPaneOpen(true)}
            onClose={closable ? () => setPaneOpen(false) : null}
            goLive={
              <GoLivePanel
                draft={detail.draft}
                saved={saved}
                revision={detail.revision.number}
                dirty={form.dirty}
                findings={allFindings}
                reference={fittingReference(saved, data.reference)}
                target={target}
                keys={keys.saved}
                testedAt={keys.testedAt}
                offline={waits}
                demo={connection.demo && !overridden}
                onPreview={() => openRightTab(id, 'preview')}
                onHandover={() => files.writeSheet('html')}
              />
            }
            revision={detail.revision.number}
            onRestore={(draft, number) =>
              askBeforeRestore(form.dirty, number, () => {
                form.replace(draft)
                setNote(`Restored revision ${number}`)
              })
            }
          />
        }
        form={
          <Pane
            notices={
              <>
                {detached && <DetachedNotice onChoose={() => setMoving(true)} />}
                {offline !== null && <OfflineNotice fetchedAt={data.view?.fetchedAt ?? null} />}
                {refresh.run && endedShort(refresh.run) && (
                  <RefreshOutcome run={refresh.run} onDismiss={refresh.forget} />
                )}
                {refresh.run?.result && refresh.run.about.overrideOf === null && (
                  <ChangedRecords connections={[connection]} />
                )}
                <KeptDraftNotice kept={kept} form={form} />
                {written && <WrittenNotice written={written} onDismiss={() => setWritten(null)} />}
                <LeftOpenNotice form={form} saving={saving} onSettle={settle} />
                <SaveNotices form={form} />
              </>
            }
            head={
              <RelationshipHead
                files={files}
                detail={detail}
                form={form}
                connection={connection}
                fetchedAt={data.view?.fetchedAt ?? null}
                readiness={readiness}
                toChoose={choosing.toChoose}
                onPane={closable && !paneOpen ? () => setPaneOpen(true) : null}
                onMove={() => setMoving(true)}
                findings={findings}
                waits={waits}
                refreshing={refresh.running}
                onRefresh={refresh.start}
              />
            }
          >
            <SettingsForm
              onBlur={choosing.onBlur}
              relationshipId={id}
              form={form}
              target={target}
              data={data}
              findings={findings}
              connection={connection}
              savedOverrideKey={detail.overrideKey}
            />
            {(!detached || apiOverride.enabled) && (
              <TestPanel
                // The saved and the override's keys are tested apart; each keeps its own last result.
                key={String(apiOverride.enabled)}
                {...keys.asked}
                needs={needs}
                onRun={keys.onRun}
              />
            )}
          </Pane>
        }
      />
    </GoToFieldContext>
  )
}

const bandWords = ({ demo, environment }: ConnectionView): string | undefined =>
  demo ? 'Demo organisation' : environment === 'production' ? 'Saving asks once a day' : undefined
