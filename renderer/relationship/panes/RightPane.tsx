// What is said of the draft, beside the form: findings, preview, history and the configuration as JSON.
import { ActionIcon, Tabs } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { Finding } from '../../../shared/findings/findingSeverities.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { RelationshipDraft } from '../../../shared/relationship/draft.ts'
import type { FieldPath } from '../../../shared/relationship/fields.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import {
  ChooseFirst,
  FindingsPanel,
  type ChoosingStep,
  useNextFinding,
} from '../../findings/findingsFront.ts'
import type { ReadinessCounts } from '../../ui/ReadinessChip.tsx'
import { useGoToField } from '../../ui/behaviour/goToField.ts'
import { HistoryPanel } from '../../history/HistoryPanel.tsx'
import { type ChangeInForm, PreviewPanel } from '../../preview/previewFront.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { useScreenActions } from '../../ui/screen/screenActions.tsx'
import { JsonPanel } from './JsonPanel.tsx'
import { isRightTab, type RightTab, useRightTab } from './rightTabs.ts'
import classes from './RightPane.module.css'

/** What is still to be chosen, and the way to have it judged at once. */
export type Choosing = {
  steps: readonly ChoosingStep[]
  toChoose: readonly Finding[]
  /** Those without which the preview has nothing to say yet. */
  first: readonly FieldPath[]
  check: () => void
}

type RightPaneProps = {
  findings: readonly Finding[]
  unjudged: readonly string[]
  readiness: ReadinessCounts | null
  choosing: Choosing
  relationship: Relationship
  saved: Relationship
  reference: Reference | null
  target: ApiTarget
  lastChange: ChangeInForm | null
  onOpen: () => void
  /** Absent where the pane always stays. */
  onClose: (() => void) | null
  /** Number of the saved revision. */
  revision: number
  onRestore: (draft: RelationshipDraft, number: number) => void
  /** The way to the live service. */
  goLive: ReactNode
}

const worstTone = (findings: readonly Finding[]): Tone => {
  const has = (severity: Finding['severity']) => findings.some((finding) => finding.severity === severity)
  return has('error') ? 'err' : has('warning') ? 'warn' : 'info'
}

export function RightPane(props: RightPaneProps) {
  const { findings, choosing, onClose } = props
  const current = useNextFinding([...findings, ...choosing.toChoose], useGoToField())
  const [tab, setTab] = useRightTab(props.relationship.id)
  const show = (which: RightTab) => () => {
    setTab(which)
    props.onOpen()
  }
  useScreenActions([
    { label: 'Findings', run: show('findings') },
    { label: 'Preview', run: show('preview') },
    { label: 'Search the tickets', keys: ['mod+F'], hint: 'Ctrl F', run: show('preview') },
    { label: 'Go live', run: show('golive') },
    { label: 'History', run: show('history') },
    { label: 'JSON', run: show('json') },
  ])
  const measured = `${classes.panel} ${classes.measured}`
  return (
    <Tabs value={tab} onChange={(value) => isRightTab(value) && setTab(value)} className={classes.tabs ?? ''}>
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
        <Tabs.Tab value="history" rightSection={<Chip tone="info">{props.revision}</Chip>}>
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
          unjudged={props.unjudged}
          readiness={props.readiness}
          steps={choosing.steps}
          toChoose={choosing.toChoose.length}
          onCheck={choosing.check}
        />
      </Tabs.Panel>
      <Tabs.Panel value="preview" className={classes.panel ?? ''} keepMounted>
        {choosing.first.length > 0 ? (
          <ChooseFirst role={props.relationship.role} paths={choosing.first} onCheck={choosing.check} />
        ) : (
          <PreviewPanel
            relationship={props.relationship}
            saved={props.saved}
            reference={props.reference}
            target={props.target}
            lastChange={props.lastChange}
          />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="golive" className={classes.panel}>
        {props.goLive}
      </Tabs.Panel>
      <Tabs.Panel value="history" className={measured}>
        <HistoryPanel id={props.relationship.id} current={props.revision} onRestore={props.onRestore} />
      </Tabs.Panel>
      <Tabs.Panel value="json" className={measured}>
        <JsonPanel relationship={props.relationship} />
      </Tabs.Panel>
    </Tabs>
  )
}
