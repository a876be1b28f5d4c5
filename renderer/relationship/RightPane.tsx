// The centre with the resizable pane at its right: findings and preview of the draft, always in sight.
import { ActionIcon, Box, Tabs } from '@mantine/core'
import { useHotkeys, useLocalStorage } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { Finding } from '../../shared/findings/codes.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import { FindingsPanel } from '../findings/FindingsPanel.tsx'
import { useNextFinding } from '../findings/useNextFinding.ts'
import { HistoryPanel } from '../history/HistoryPanel.tsx'
import { PreviewPanel } from '../preview/PreviewPanel.tsx'
import { useKept } from '../state/useKept.ts'
import { Chip, type Tone } from '../ui/Chip.tsx'
import { JsonPanel } from './JsonPanel.tsx'
import classes from './RightPane.module.css'

type RightPaneProps = {
  findings: readonly Finding[]
  unjudged: readonly string[]
  ready: boolean
  relationship: Relationship
  saved: Relationship
  reference: Reference | null
  target: ApiTarget
  /** The preview opened over the form. */
  wide: boolean
  onWide: (wide: boolean) => void
  /** Whether the pane is open where the window is too narrow for it to stay. */
  open: boolean
  onOpen: () => void
  onClose: () => void
  onGoTo: (path: string) => void
  /** Number of the saved revision. */
  revision: number
  onRestore: (draft: RelationshipDraft, number: number) => void
  /** The form. */
  children: ReactNode
}

const narrowest = 320
const widest = 560
const within = (width: number) => Math.max(narrowest, Math.min(widest, width))

const worstTone = (findings: readonly Finding[]): Tone => {
  const has = (severity: Finding['severity']) => findings.some((finding) => finding.severity === severity)
  return has('error') ? 'err' : has('warning') ? 'warn' : 'info'
}

export function RightPane(props: RightPaneProps) {
  const { findings, wide, onWide } = props
  const current = useNextFinding(findings, props.onGoTo)
  const [tab, setTab] = useKept<string | null>(['right-pane', props.relationship.id, 'tab'], 'findings')
  const [width, setWidth] = useLocalStorage({ key: 'right-pane-width', defaultValue: 408 })

  const search = () => {
    setTab('preview')
    props.onOpen()
  }
  useHotkeys([['mod+F', search]], [])

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    setWidth(within(window.innerWidth - event.clientX))
  }
  const nudge = (event: KeyboardEvent) => {
    const by = { ArrowLeft: 16, ArrowRight: -16 }[event.key]
    if (by) setWidth(within(width + by))
  }

  return (
    <Box
      className={classes.split ?? ''}
      data-wide={(wide && tab === 'preview') || undefined}
      data-open={props.open || undefined}
      __vars={{ '--pane': `${within(width)}px` }}
    >
      <div className={classes.centre}>{props.children}</div>
      <div
        className={classes.handle}
        role="separator"
        aria-label="Width of the right pane"
        aria-orientation="vertical"
        aria-valuenow={within(width)}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={nudge}
      />
      <aside className={classes.pane}>
        <Tabs value={tab} onChange={setTab} className={classes.tabs ?? ''}>
          <Tabs.List className={classes.tabList ?? ''}>
            <Tabs.Tab
              value="findings"
              rightSection={<Chip tone={worstTone(findings)}>{findings.length}</Chip>}
            >
              Findings
            </Tabs.Tab>
            <Tabs.Tab value="preview">Preview</Tabs.Tab>
            <Tabs.Tab value="history" rightSection={<Chip tone="info">{props.revision}</Chip>}>
              History
            </Tabs.Tab>
            <Tabs.Tab value="json">JSON</Tabs.Tab>
          </Tabs.List>
          <ActionIcon
            className={classes.close ?? ''}
            variant="subtle"
            color="gray"
            aria-label="Close this pane"
            onClick={props.onClose}
          >
            <IconX size={16} />
          </ActionIcon>
          <Tabs.Panel value="findings" className={classes.panel ?? ''}>
            <FindingsPanel
              findings={findings}
              current={current}
              unjudged={props.unjudged}
              ready={props.ready}
              onGoTo={props.onGoTo}
            />
          </Tabs.Panel>
          <Tabs.Panel value="preview" className={classes.panel ?? ''} keepMounted>
            <PreviewPanel
              relationship={props.relationship}
              saved={props.saved}
              reference={props.reference}
              target={props.target}
              wide={wide}
              onToggleWide={() => onWide(!wide)}
              onGoTo={props.onGoTo}
            />
          </Tabs.Panel>
          <Tabs.Panel value="history" className={classes.panel ?? ''}>
            <HistoryPanel id={props.relationship.id} current={props.revision} onRestore={props.onRestore} />
          </Tabs.Panel>
          <Tabs.Panel value="json" className={classes.panel ?? ''}>
            <JsonPanel relationship={props.relationship} />
          </Tabs.Panel>
        </Tabs>
      </aside>
    </Box>
  )
}
