// What is said of the draft, beside the form, a tab for each.
import { ActionIcon, Tabs } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { useScreenActions } from '../../ui/screen/screenActions.tsx'
import type { WorkspaceState } from '../workspace/useWorkspace.ts'
import { usePaneTabs } from './paneTabs.tsx'
import { isRightTab, type RightTab, useRightTab } from './rightTabs.ts'
import classes from './RightPane.module.css'

type RightPaneProps = {
  workspace: WorkspaceState
  onOpen: () => void
  /** Absent where the pane always stays. */
  onClose: (() => void) | null
}

export function RightPane({ workspace, onOpen, onClose }: RightPaneProps) {
  const tabs = usePaneTabs(workspace)
  const [tab, setTab] = useRightTab(workspace.detail.id)
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
    ...tabs.map(({ label, value }) => ({ label, run: show(value) })),
    {
      label: 'Search the tickets',
      keys: ['mod+F'],
      hint: 'Ctrl F',
      run: show('preview', 'input[type="search"]'),
    },
  ])
  return (
    <Tabs
      ref={pane}
      value={tab}
      onChange={(value) => isRightTab(value) && setTab(value)}
      className={classes.tabs ?? ''}
    >
      <Tabs.List className={classes.tabList ?? ''} data-closable={onClose !== null || undefined}>
        {tabs.map(({ value, label, mark }) => (
          <Tabs.Tab key={value} value={value} rightSection={mark}>
            {label}
          </Tabs.Tab>
        ))}
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
      {tabs.map(({ value, content, isMeasured, keepMounted }) => (
        <Tabs.Panel
          key={value}
          value={value}
          className={isMeasured ? `${classes.panel} ${classes.measured}` : (classes.panel ?? '')}
          {...(keepMounted && { keepMounted })}
        >
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
