// Reference data of one API: its age and size, the refresh with progress per collection, and what could not be read.
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlayerStop, IconRefresh, IconRefreshAlert } from '@tabler/icons-react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { ReferenceView } from '../../../shared/ipc/areas/referenceCalls.ts'
import { collectionWords, collectionNames } from '../../../shared/reference/collectionNames.ts'
import { useScreenActions } from '../../ui/screen/screenActions.tsx'
import { useConnections, useReference } from '../../state/queries.ts'
import { fullTime, relativeTime } from '../../ui/words/time.ts'
import { ChangedRecords } from './ChangedRecords.tsx'
import { RefreshOutcome } from './RefreshOutcome.tsx'
import { RefreshProgress } from './RefreshProgress.tsx'
import classes from './RefreshPanel.module.css'
import { Panel, PanelHead } from '../../ui/screen/Panel.tsx'
import { formatCount } from '../../../shared/text/counts.ts'
import { useLiveReason } from '../connectionTest/useLiveReason.ts'
import { useRefresh } from './useRefresh.ts'

type RefreshPanelProps = {
  target: ApiTarget
  site: string
  demo?: boolean
  /** Reading is the next thing to do on its screen. */
  primary?: boolean
}

export function RefreshPanel({ target, site, demo = false, primary = false }: RefreshPanelProps) {
  const { run, progress, running, start, stop } = useRefresh(target)
  const reference = useReference(target).data
  const connections = useConnections().data ?? []
  const waits = useLiveReason(site, demo)
  const begin = () => {
    if (waits === null) start()
  }
  const beginAnew = () => {
    if (waits === null) start('all')
  }
  useScreenActions([
    { label: 'Refresh', keys: ['F5', 'mod+R'], hint: 'F5', run: begin },
    { label: 'Read everything anew', run: beginAnew },
  ])
  return (
    <Panel label="Reference data">
      <PanelHead title="Reference data">
        <p title={reference ? fullTime(reference.fetchedAt) : undefined}>{waits ?? age(reference)}</p>
        {running ? (
          <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={stop}>
            Stop
          </Button>
        ) : (
          <>
            <Button
              variant={primary ? 'filled' : 'default'}
              leftSection={<IconRefresh size={16} aria-hidden />}
              disabled={waits !== null}
              onClick={begin}
            >
              Refresh
            </Button>
            <Menu position="bottom-end" portalProps={{ target: 'main' }} withInitialFocusPlaceholder={false}>
              <Menu.Target>
                <ActionIcon variant="default" aria-label="More about reading" disabled={waits !== null}>
                  <IconDots size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconRefreshAlert size={16} aria-hidden />} onClick={beginAnew}>
                  Read everything anew
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </PanelHead>
      {running ? <RefreshProgress progress={progress} /> : reference && <Counts reference={reference} />}
      {run && !running && (
        <div className={classes.outcome}>
          <RefreshOutcome run={run} />
          <ChangedRecords connections={connections.filter(({ id }) => id === run.about.connectionId)} />
        </div>
      )}
    </Panel>
  )
}

const age = (reference: ReferenceView | null | undefined): string =>
  reference ? `As of ${relativeTime(reference.fetchedAt)}` : 'Nothing read yet'

function Counts({ reference: { counts, partial } }: { reference: ReferenceView }) {
  return (
    <dl className={classes.counts}>
      {collectionNames
        .filter((name) => counts[name] !== undefined || partial.includes(name))
        .map((name) => (
          <div key={name}>
            <dt>{collectionWords[name].label}</dt>
            <dd>
              {formatCount(counts[name] ?? 0)}
              {partial.includes(name) && <small> partial</small>}
            </dd>
          </div>
        ))}
    </dl>
  )
}
