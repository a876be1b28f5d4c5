// What is said of the draft, beside the form: findings, preview, history and the configuration as JSON.
import { ActionIcon, Tabs } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import type { Finding } from '../../../shared/findings/findingSeverities.ts'
import { unjudgedCollections } from '../../../shared/findings/unjudged.ts'
import { ChooseFirst, FindingsPanel, useNextFinding } from '../../findings/findingsFront.ts'
import { GoLivePanel } from '../../golive/GoLivePanel.tsx'
import { HistoryPanel } from '../../history/HistoryPanel.tsx'
import { PreviewPanel } from '../../preview/previewFront.ts'
import { useGoToField } from '../../ui/behaviour/goToField.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { useScreenActions } from '../../ui/screen/screenActions.tsx'
import { askBeforeRestore } from '../workspace/askFirst.ts'
import { useFindings } from '../workspace/useFindings.ts'
import type { WorkspaceState } from '../workspace/useWorkspace.ts'
import { JsonPanel } from './JsonPanel.tsx'
import { isRightTab, openRightTab, type RightTab, useRightTab } from './rightTabs.ts'
import classes from './RightPane.module.css'

type RightPaneProps = {
  workspace: WorkspaceState
  onOpen: () => void
  /** Absent where the pane always stays. */
  onClose: (() => void) | null
}

const worstTone = (findings: readonly Finding[]): Tone => {
  const has = (severity: Finding['severity']) => findings.some((finding) => finding.severity === severity)
  return has('error') ? 'err' : has('warning') ? 'warn' : 'info'
}

export function RightPane({ workspace, onOpen, onClose }: RightPaneProps) {
  const { detail, target, form, data, judged, reference, saving } = workspace
  const { relationship, findings, choosing } = judged
  const { number } = detail.revision
  const current = useNextFinding([...findings, ...choosing.toChoose], useGoToField())
  const [tab, setTab] = useRightTab(detail.id)
  const pane = useRef<HTMLDivElement>(null)
  const show =
    (which: RightTab, heir = '[role="tab"][aria-selected="true"]') =>
    () => {
      setTab(which)
      onOpen()
      // Whoever asks for it by key goes on from there.
      requestAnimationFrame(() => {
        const to = pane.current?.querySelector<HTMLElement>(heir)
        if (to instanceof HTMLInputElement) to.select()
        to?.focus()
      })
    }
  useScreenActions([
    { label: 'Findings', run: show('findings') },
    { label: 'Preview', run: show('preview') },
    {
      label: 'Search the tickets',
      keys: ['mod+F'],
      hint: 'Ctrl F',
      run: show('preview', 'input[type="search"]'),
    },
    { label: 'Go live', run: show('golive') },
    { label: 'History', run: show('history') },
    { label: 'JSON', run: show('json') },
  ])
  const measured = `${classes.panel} ${classes.measured}`
  return (
    <Tabs
      ref={pane}
      value={tab}
      onChange={(value) => isRightTab(value) && setTab(value)}
      className={classes.tabs ?? ''}
    >
      <Tabs.List className={classes.tabList ?? ''} data-closable={onClose !== null || undefined}>
        <Tabs.Tab
          value="findings"
          // What is calmly to be chosen is counted in the pane, not here as a finding.
          rightSection={
            // Its place is kept: the tabs behind it must not move.
            <span hidden={findings.length === 0 && choosing.toChoose.length > 0} className={classes.count}>
              <Chip tone={worstTone(findings)}>{findings.length}</Chip>
            </span>
          }
        >
          Findings
        </Tabs.Tab>
        <Tabs.Tab value="preview">Preview</Tabs.Tab>
        <Tabs.Tab value="golive">Go live</Tabs.Tab>
        <Tabs.Tab value="history" rightSection={<Chip tone="info">{number}</Chip>}>
          History
        </Tabs.Tab>
        <Tabs.Tab value="json">JSON</Tabs.Tab>
      </Tabs.List>
      {onClose && (
        <ActionIcon
          className={classes.close ?? ''}
          variant="subtle"
          color="gray"
          aria-label="Close this pane"
          onClick={onClose}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
      <Tabs.Panel value="findings" className={measured}>
        <FindingsPanel
          findings={findings}
          current={current}
          unjudged={data.loading || data.lookingUp ? [] : unjudgedCollections(data.reference)}
          readiness={judged.readiness}
          steps={choosing.steps}
          toChoose={choosing.toChoose.length}
          onCheck={choosing.check}
        />
      </Tabs.Panel>
      <Tabs.Panel value="preview" className={classes.panel ?? ''} keepMounted>
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
      </Tabs.Panel>
      <Tabs.Panel value="golive" className={classes.panel}>
        <GoLive workspace={workspace} />
      </Tabs.Panel>
      <Tabs.Panel value="history" className={measured}>
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
      </Tabs.Panel>
      <Tabs.Panel value="json" className={measured}>
        <JsonPanel relationship={relationship} />
      </Tabs.Panel>
    </Tabs>
  )
}

/** The steps work on the saved revision: what is read before going live is said of what is entered there. */
function GoLive({ workspace }: Pick<RightPaneProps, 'workspace'>) {
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
