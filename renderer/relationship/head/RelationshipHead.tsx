// The head of the workspace: name and role, connection, age of the reference data, and what can be done with all of it.
import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconDots,
  IconDownload,
  IconLayoutSidebarRight,
  IconRefresh,
} from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { roleWords } from '../../../shared/relationship/roles.ts'
import { BundleDialog } from '../../files/filesFront.ts'
import { SectionNav } from '../../settings/settingsFront.ts'
import { useRenameAsked } from '../../ui/keyboard/renaming.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Key } from '../../ui/Key.tsx'
import type { MenuEntry } from '../../ui/screen/ContextMenu.tsx'
import { useScreenActions } from '../../ui/screen/screenActions.tsx'
import type { WorkspaceState } from '../workspace/useWorkspace.ts'
import { RenameDialog, SwitchRoleDialog } from './HeadDialogs.tsx'
import { HeadFacts } from './HeadFacts.tsx'
import classes from './RelationshipHead.module.css'
import { type HeadDialog, useHeadMenu } from './useHeadMenu.tsx'

type RelationshipHeadProps = {
  workspace: WorkspaceState
  /** Opens the right pane where the window is too narrow for it to stay; null while it is there. */
  onPane: (() => void) | null
  /** Opens the way to another connection. */
  onMove: () => void
}

export function RelationshipHead({ workspace, onPane, onMove }: RelationshipHeadProps) {
  const { detail, form, waits, refresh, files, judged } = workspace
  const { draft } = form
  const { toChoose } = judged.choosing
  const [dialog, setDialog] = useState<HeadDialog | null>(null)
  useRenameAsked(detail.id, () => setDialog('rename'))
  const more = useHeadMenu(workspace, setDialog, onMove)
  const begin = () => {
    if (waits === null) refresh.start()
  }
  useScreenActions([
    { label: 'Refresh', keys: ['F5', 'mod+R'], hint: 'F5', run: begin },
    { label: 'Export', keys: ['mod+E'], hint: 'Ctrl E', run: files.exportFile },
    ...more.map(({ label, keys, run }) => ({ label, run, ...(keys && { keys: [keys], hint: keys }) })),
  ])
  const RoleIcon = draft.role === 'target' ? IconArrowDownLeft : IconArrowUpRight
  const dialogProps = { id: detail.id, draft, onChange: form.setHead, onClose: () => setDialog(null) }
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <h1 title={draft.contractName}>
          <bdi>{draft.contractName}</bdi>
        </h1>
        <Chip tone="accent" icon={<RoleIcon size={12} aria-hidden />}>
          {roleWords[draft.role]}
        </Chip>
      </div>
      <div className={classes.actions} data-path="snapshot">
        <Button
          className={classes.wordy ?? ''}
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={refresh.running}
          disabled={waits !== null}
          title={waits ?? 'Refresh the reference data (F5)'}
          onClick={begin}
        >
          Refresh
        </Button>
        <Button
          className={classes.wordy ?? ''}
          variant="default"
          leftSection={<IconDownload size={16} />}
          title="Export the saved relationship"
          onClick={files.exportFile}
        >
          Export
        </Button>
        {onPane && (
          <Button
            className={classes.wordy ?? ''}
            variant="default"
            leftSection={<IconLayoutSidebarRight size={16} />}
            data-opens-pane
            title="Findings, preview, go live, history and JSON"
            onClick={onPane}
          >
            Check&nbsp;({judged.findings.length + toChoose.length})
          </Button>
        )}
        <MoreMenu items={more} />
      </div>
      {dialog === 'rename' && <RenameDialog {...dialogProps} />}
      {dialog === 'role' && <SwitchRoleDialog {...dialogProps} />}
      {dialog === 'bundle' && (
        <BundleDialog ids={[detail.id]} dirty={form.dirty} onClose={() => setDialog(null)} />
      )}
      <HeadFacts workspace={workspace} onMove={onMove} />
      <SectionNav role={draft.role} findings={judged.findings} toChoose={toChoose} />
    </header>
  )
}

function MoreMenu({ items }: { items: readonly MenuEntry[] }) {
  return (
    <Menu position="bottom-end" portalProps={{ target: 'main' }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="More about this relationship">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ label, icon, keys, run, danger }) => (
          <Fragment key={label}>
            {danger && <Menu.Divider />}
            <Menu.Item
              leftSection={icon}
              rightSection={keys && <Key>{keys}</Key>}
              onClick={run}
              {...(danger && { color: 'red' })}
            >
              {label}
            </Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
