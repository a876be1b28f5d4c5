// The head of the workspace: name and role, connection, age of the reference data, and what can be done with all of it.
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconDots,
  IconDownload,
  IconLayoutSidebarRight,
  IconPlug,
  IconRefresh,
} from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { Finding } from '../../../shared/findings/findingSeverities.ts'
import type { RelationshipDetail } from '../../../shared/ipc/areas/relationshipCalls.ts'
import { BundleDialog } from '../../files/filesFront.ts'
import { useNavigation } from '../../state/navigation.tsx'
import { useScreenActions } from '../../ui/screen/screenActions.tsx'
import { showCompare } from '../../history/showCompare.ts'
import { type DraftForm, SectionNav } from '../../settings/settingsFront.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Key } from '../../ui/Key.tsx'
import { type ReadinessCounts, ReadinessChip } from '../../ui/ReadinessChip.tsx'
import { countOf } from '../../ui/words/counts.ts'
import { fullTime, relativeTime } from '../../ui/words/time.ts'
import { isDetached } from './detached.tsx'
import { RenameDialog, SwitchRoleDialog } from './HeadDialogs.tsx'
import { headMenu } from './headMenu.tsx'
import classes from './RelationshipHead.module.css'
import { useRelationshipActions } from './useRelationshipActions.ts'
import type { useWrittenFiles } from './useWrittenFiles.ts'
import { roleWords } from '../../../shared/relationship/roles.ts'

type RelationshipHeadProps = {
  detail: RelationshipDetail
  form: DraftForm
  connection: ConnectionView
  fetchedAt: string | null
  /** Why nothing live can run, null while it can. */
  waits: string | null
  refreshing: boolean
  onRefresh: () => void
  readiness: ReadinessCounts | null
  /** What is calmly to be chosen. */
  toChoose: readonly Finding[]
  findings: readonly Finding[]
  files: ReturnType<typeof useWrittenFiles>
  /** Opens or closes the right pane where the window is too narrow for it to stay; null where it always stays. */
  onPane: (() => void) | null
  /** Opens the way to another connection. */
  onMove: () => void
}

export function RelationshipHead(props: RelationshipHeadProps) {
  const { detail, form, connection, fetchedAt, waits, readiness, files } = props
  const { draft } = form
  const { revision } = detail
  const [dialog, setDialog] = useState<'rename' | 'role' | 'bundle' | null>(null)
  const { go, goFromHere, setUnsaved } = useNavigation()
  const toLookAt = props.findings.length + props.toChoose.length
  const begin = () => {
    if (waits === null) props.onRefresh()
  }
  const RoleIcon = draft.role === 'target' ? IconArrowDownLeft : IconArrowUpRight

  const { duplicate, saveAsTemplate, remove } = useRelationshipActions(detail.id, draft.contractName)
  const removeAndLeave = () => {
    const goOn = goFromHere()
    remove(() => {
      // Deleting was the answer to what happens with the draft; it is not asked again.
      setUnsaved(false)
      goOn({ name: 'start' })
    })
  }
  const more = headMenu({
    rename: () => setDialog('rename'),
    switchRole: () => setDialog('role'),
    compare: () => showCompare({ first: detail.id }),
    compareWithOrigin: detail.origin
      ? () => showCompare({ first: detail.id, ...(detail.origin && { second: detail.origin }) })
      : null,
    move: props.onMove,
    duplicate,
    saveAsTemplate,
    bundle: () => setDialog('bundle'),
    writeSheet: files.writeSheet,
    remove: removeAndLeave,
  })
  useScreenActions([
    { label: 'Refresh', keys: ['F5', 'mod+R'], hint: 'F5', run: begin },
    { label: 'Export', keys: ['mod+E'], hint: 'Ctrl E', run: files.exportFile },
    ...more.map(({ label, keys, run }) => ({ label, run, ...(keys && { keys: [keys], hint: keys }) })),
  ])
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
          loading={props.refreshing}
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
        {props.onPane && (
          <Button
            className={classes.wordy ?? ''}
            variant="default"
            leftSection={<IconLayoutSidebarRight size={16} />}
            data-opens-pane
            title="Findings, preview, go live, history and JSON"
            onClick={props.onPane}
          >
            Check&nbsp;({toLookAt})
          </Button>
        )}
        <Menu position="bottom-end" portalProps={{ target: 'main' }} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label="More about this relationship">
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map(({ label, icon, keys, run, danger }) => (
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
      </div>
      {dialog === 'rename' && <RenameDialog {...dialogProps} />}
      {dialog === 'role' && <SwitchRoleDialog {...dialogProps} />}
      {dialog === 'bundle' && (
        <BundleDialog ids={[detail.id]} dirty={form.dirty} onClose={() => setDialog(null)} />
      )}
      <div className={classes.facts} data-path="connection">
        <ReadinessChip readiness={readiness} />
        {readiness && readiness.errors > readiness.toChoose && (
          <span className={classes.wrong}>{countOf(readiness.errors - readiness.toChoose, 'error')}</span>
        )}
        {readiness && readiness.warnings > 0 && (
          <span className={classes.warned}>{countOf(readiness.warnings, 'warning')}</span>
        )}
        <span className={classes.partner}>
          Partner{' '}
          <b>
            <bdi>{draft.partner}</bdi>
          </b>
        </span>
        <button
          type="button"
          className={classes.connection}
          onClick={() =>
            isDetached(connection) ? props.onMove() : go({ name: 'connection', id: connection.id })
          }
        >
          <IconPlug size={14} aria-hidden /> <bdi>{connection.name}</bdi>
        </button>
        {connection.key === 'needed' && !connection.demo && !isDetached(connection) && (
          <Chip tone="warn">Keys needed</Chip>
        )}
        <div className={`tabular ${classes.rest}`}>
          <span>{fetchedAt ? `Lists as of ${relativeTime(fetchedAt)}` : 'No lists read yet'}</span>
          <Tooltip label={fullTime(revision.savedAt)}>
            <span>
              Revision {revision.number}, {relativeTime(revision.savedAt)}
            </span>
          </Tooltip>
        </div>
      </div>
      <SectionNav role={draft.role} findings={props.findings} toChoose={props.toChoose} />
    </header>
  )
}
