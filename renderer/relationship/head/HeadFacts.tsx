// The line below the name: whether it is ready, the partner, the connection, the revision, and how old the lists are.
import { Tooltip } from '@mantine/core'
import { IconPlug } from '@tabler/icons-react'
import { useNavigation } from '../../state/navigation.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { ReadinessChip } from '../../ui/ReadinessChip.tsx'
import { countOf } from '../../../shared/text/counts.ts'
import { fullTime, relativeTime } from '../../ui/words/time.ts'
import type { WorkspaceState } from '../workspace/useWorkspace.ts'
import classes from './RelationshipHead.module.css'

export function HeadFacts({ workspace, onMove }: { workspace: WorkspaceState; onMove: () => void }) {
  const { go } = useNavigation()
  const { form, connection, detached } = workspace
  const { readiness } = workspace.judged
  const { revision } = workspace.detail
  const fetchedAt = workspace.data.view?.fetchedAt
  return (
    <div className={classes.facts} data-path="connection">
      <ReadinessChip readiness={readiness} />
      {readiness && readiness.errors > readiness.toChoose && (
        <span className={classes.wrong}>{countOf(readiness.errors - readiness.toChoose, 'error')}</span>
      )}
      {readiness && readiness.warnings > 0 && (
        <span className={classes.warned}>{countOf(readiness.warnings, 'warning')}</span>
      )}
      <span className={classes.partner} title={form.draft.partner}>
        Partner
        <b>
          <bdi>{form.draft.partner}</bdi>
        </b>
      </span>
      <button
        type="button"
        className={classes.connection}
        onClick={() => (detached ? onMove() : go({ name: 'connection', id: connection.id }))}
      >
        <IconPlug size={14} aria-hidden /> <bdi>{connection.name}</bdi>
      </button>
      {connection.key === 'needed' && !connection.demo && !detached && <Chip tone="warn">Keys needed</Chip>}
      <div className={`tabular ${classes.rest}`}>
        <span>{fetchedAt ? `Lists as of ${relativeTime(fetchedAt)}` : 'No lists read yet'}</span>
        <Tooltip label={fullTime(revision.savedAt)}>
          <span>
            Revision {revision.number}, {relativeTime(revision.savedAt)}
          </span>
        </Tooltip>
      </div>
    </div>
  )
}
