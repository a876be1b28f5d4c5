// The revisions of a connection, newest first: who saved what when, and the way back. Keys are part of none.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { readingQuery } from '../../state/queries.ts'
import { fullTime, relativeTime } from '../../ui/words/time.ts'
import { Panel, PanelHead } from '../../ui/screen/Panel.tsx'
import { connectionLabels } from './connectionForm.ts'
import classes from './ConnectionHistory.module.css'
import { environmentLabels } from '../../../shared/connection/environments.ts'

export type ConnectionRevision = Output<'connections:revisions'>[number]

type ConnectionHistoryProps = {
  connection: ConnectionView
  onRestore: (revision: ConnectionRevision) => void
}

const names = ['name', 'environment', 'site', 'companyId', 'clientId'] as const

/** "Site: a → b"; what a revision changed of the one before it. */
function changesIn(revision: ConnectionRevision, before: ConnectionRevision | undefined): string {
  if (!before) return 'The first one'
  const words = (name: (typeof names)[number], value: ConnectionRevision) =>
    name === 'environment' ? environmentLabels[value.environment] : value[name] || 'empty'
  const changed = names
    .filter((name) => revision[name] !== before[name])
    .map((name) => `${connectionLabels[name]}: ${words(name, before)} → ${words(name, revision)}`)
  return changed.length > 0 ? changed.join(', ') : 'Keys only'
}

export function ConnectionHistory({ connection, onRestore }: ConnectionHistoryProps) {
  const { id, revision: latest } = connection
  const revisions = useQuery(readingQuery('connections:revisions', { id })).data ?? []
  if (revisions.length < 2) return null
  return (
    <Panel label="History">
      <PanelHead title="History">
        <p>Every save, without keys.</p>
      </PanelHead>
      <ol className={classes.revisions}>
        {revisions.map((revision, index) => (
          <li key={revision.number}>
            <span title={fullTime(revision.savedAt)}>
              <b>Revision {revision.number}</b>, {relativeTime(revision.savedAt)}, <bdi>{revision.user}</bdi>
              <small>
                <bdi>{changesIn(revision, revisions[index + 1])}</bdi>
              </small>
            </span>
            {revision.number !== latest && (
              <Button size="xs" variant="default" onClick={() => onRestore(revision)}>
                Restore revision {revision.number}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
