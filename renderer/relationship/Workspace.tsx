// The workspace of one relationship: head, form and save bar in the centre, findings and preview at the right.
import { useState } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { TestPanel } from '../connections/connectionsFront.ts'
import { SettingsForm } from '../settings/settingsFront.ts'
import { useBreakpoint } from '../state/breakpoint.ts'
import { bringIntoView } from '../ui/behaviour/bringIntoView.ts'
import { GoToFieldContext } from '../ui/behaviour/goToField.ts'
import { EnvironmentBand, Pane, PaneFooter } from '../ui/screen/Pane.tsx'
import { MoveDialog } from './head/MoveDialog.tsx'
import { RelationshipHead } from './head/RelationshipHead.tsx'
import { RightPane } from './panes/RightPane.tsx'
import { SplitPanes } from './panes/SplitPanes.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useWorkspace, type WorkspaceProps, type WorkspaceState } from './workspace/useWorkspace.ts'
import { WorkspaceNotices } from './WorkspaceNotices.tsx'

export function Workspace(props: WorkspaceProps) {
  const workspace = useWorkspace(props)
  const { detail, connection, form, detached } = workspace
  const { apiOverride } = workspace.judged.relationship
  const [moving, setMoving] = useState(false)
  const move = () => setMoving(true)
  const breakpoint = useBreakpoint()
  const closable = breakpoint === 'drawer' || breakpoint === 'small'
  const [paneOpen, setPaneOpen] = useState(false)

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
            apiOverride
              ? `${apiOverride.site} · company ${apiOverride.companyId} (override)`
              : `${connection.site} · company ${connection.companyId}`
          }
          aside={bandWords(connection)}
        />
      )}
      {moving && <MoveDialog detail={detail} dirty={form.dirty} onClose={() => setMoving(false)} />}
      <SplitPanes
        id={detail.id}
        open={paneOpen}
        bar={
          <PaneFooter>
            <SaveBar form={form} saving={workspace.saving} />
          </PaneFooter>
        }
        right={
          <RightPane
            workspace={workspace}
            onOpen={() => setPaneOpen(true)}
            onClose={closable ? () => setPaneOpen(false) : null}
          />
        }
        form={
          <Pane
            notices={<WorkspaceNotices workspace={workspace} onMove={move} />}
            head={
              <RelationshipHead
                workspace={workspace}
                onPane={closable && !paneOpen ? () => setPaneOpen(true) : null}
                onMove={move}
              />
            }
          >
            <WorkspaceForm workspace={workspace} />
          </Pane>
        }
      />
    </GoToFieldContext>
  )
}

function WorkspaceForm({ workspace }: { workspace: WorkspaceState }) {
  const { detail, connection, form, target, data, detached } = workspace
  const { choosing, findings, keys, needs } = workspace.judged
  const { enabled } = form.draft.apiOverride
  return (
    <>
      <SettingsForm
        onBlur={choosing.onBlur}
        relationshipId={detail.id}
        form={form}
        target={target}
        data={data}
        findings={findings}
        connection={connection}
        savedOverrideKey={detail.overrideKey}
      />
      {(!detached || enabled) && (
        <TestPanel
          // The saved and the override's keys are tested apart; each keeps its own last result.
          key={String(enabled)}
          {...keys.asked}
          needs={needs}
          onRun={keys.onRun}
        />
      )}
    </>
  )
}

const bandWords = ({ demo, environment }: ConnectionView): string | undefined =>
  demo ? 'Demo organisation' : environment === 'production' ? 'Saving asks once a day' : undefined
