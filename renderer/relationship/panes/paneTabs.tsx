// What stands in each tab of the right pane: findings, preview, going live, history and the configuration as JSON.
import type { ReactNode } from 'react'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import type { Finding } from '../../../shared/findings/findingSeverities.ts'
import { unjudgedCollections } from '../../../shared/findings/unjudged.ts'
import { ChooseFirst, FindingsPanel, useNextFinding } from '../../findings/findingsFront.ts'
import { GoLivePanel } from '../../golive/GoLivePanel.tsx'
import { HistoryPanel } from '../../history/HistoryPanel.tsx'
import { PreviewPanel } from '../../preview/previewFront.ts'
import { useGoToField } from '../../ui/behaviour/goToField.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { askBeforeRestore } from '../workspace/askFirst.ts'
import { useFindings } from '../workspace/useFindings.ts'
import type { WorkspaceState } from '../workspace/useWorkspace.ts'
import { JsonPanel } from './JsonPanel.tsx'
import { openRightTab, type RightTab } from './rightTabs.ts'
import classes from './RightPane.module.css'

type PaneTab = {
  value: RightTab
  label: string
  /** What stands beside the label. */
  mark?: ReactNode
  content: ReactNode
  /** Its lines are no longer than people like to read. */
  isMeasured?: boolean
  /** Goes on while another tab is shown. */
  keepMounted?: boolean
}

const worstTone = (findings: readonly Finding[]): Tone => {
  const has = (severity: Finding['severity']) => findings.some((finding) => finding.severity === severity)
  return has('error') ? 'err' : has('warning') ? 'warn' : 'info'
}

/** In the order in which they are shown. */
export function usePaneTabs(workspace: WorkspaceState): readonly PaneTab[] {
  const { detail, target, form, data, judged, reference, saving } = workspace
  const { relationship, findings, choosing } = judged
  const { number } = detail.revision
  const current = useNextFinding([...findings, ...choosing.toChoose], useGoToField())
  return [
    {
      value: 'findings',
      label: 'Findings',
      // What is calmly to be chosen is counted in the pane, not here as a finding.
      mark: (
        // Its place is kept: the tabs behind it must not move.
        <span hidden={findings.length === 0 && choosing.toChoose.length > 0} className={classes.count}>
          <Chip tone={worstTone(findings)}>{findings.length}</Chip>
        </span>
      ),
      isMeasured: true,
      content: (
        <FindingsPanel
          findings={findings}
          current={current}
          unjudged={data.loading || data.lookingUp ? [] : unjudgedCollections(data.reference)}
          readiness={judged.readiness}
          steps={choosing.steps}
          toChoose={choosing.toChoose.length}
          onCheck={choosing.check}
        />
      ),
    },
    {
      value: 'preview',
      label: 'Preview',
      keepMounted: true,
      content: (
        <PreviewPanel
          relationship={relationship}
          saved={judged.saved}
          reference={reference}
          target={target}
          lastChange={judged.lastChange}
          instead={
            choosing.first.length === 0
              ? null
              : {
                  shown: (
                    <ChooseFirst role={relationship.role} paths={choosing.first} onCheck={choosing.check} />
                  ),
                  onSample: choosing.check,
                }
          }
        />
      ),
    },
    { value: 'golive', label: 'Go live', content: <GoLive workspace={workspace} /> },
    {
      value: 'history',
      label: 'History',
      mark: <Chip tone="info">{number}</Chip>,
      isMeasured: true,
      content: (
        <HistoryPanel
          id={detail.id}
          current={number}
          onRestore={(draft, restored) =>
            askBeforeRestore(form.dirty, restored, () => {
              form.replace(draft)
              saving.setNote(`Restored revision ${restored}`)
            })
          }
        />
      ),
    },
    {
      value: 'json',
      label: 'JSON',
      isMeasured: true,
      content: <JsonPanel relationship={relationship} />,
    },
  ]
}

/** The steps work on the saved revision: what is read before going live is said of what is entered there. */
function GoLive({ workspace }: { workspace: WorkspaceState }) {
  const { detail, connection, target, form, demo, waits, data, judged, files } = workspace
  const { saved, keys } = judged
  const findings = useFindings({
    relationship: saved,
    apiOverride: detail.draft.apiOverride,
    overrideKey: detail.overrideKey,
    permissions: keys.savedPermissions,
    connection,
    data,
  })
  return (
    <GoLivePanel
      // Which keys were tested is told anew where they are others.
      key={`${target.connectionId} ${target.overrideOf}`}
      draft={detail.draft}
      saved={saved}
      revision={detail.revision.number}
      dirty={form.dirty}
      findings={findings}
      reference={fittingReference(saved, data.reference)}
      target={target}
      keys={keys.saved}
      offline={waits}
      demo={demo}
      onPreview={() => openRightTab(detail.id, 'preview')}
      onHandover={() => files.writeSheet('html')}
    />
  )
}
