// Reference data of one API: its age and size, the refresh with progress per collection, and what could not be read.
import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import type { ApiTarget } from '../../shared/connections/schema.ts'
import type { ReferenceView } from '../../shared/ipc/contract.ts'
import { collectionLabels, collectionNames } from '../../shared/reference/collections.ts'
import { useReference } from '../queries.ts'
import { Notice } from '../ui/Notice.tsx'
import { fullTime, shortTime } from '../ui/time.ts'
import { RefreshProgress } from './RefreshProgress.tsx'
import classes from './RefreshPanel.module.css'
import { grouped, partialWords, type RefreshRun } from './refreshRun.ts'
import { useLiveReason } from './useLiveReason.ts'
import { useRefresh } from './useRefresh.ts'

type RefreshPanelProps = {
  target: ApiTarget
  site: string
  demo?: boolean
  /** Reading is the next thing to do on its screen. */
  primary?: boolean
}

export function RefreshPanel({ target, site, demo = false, primary = false }: RefreshPanelProps) {
  const { run, running, start, stop } = useRefresh(target)
  const reference = useReference(target).data
  const waits = useLiveReason(site, demo)
  const begin = () => {
    if (waits === null) start()
  }
  useHotkeys(
    [
      ['F5', begin],
      ['mod+R', begin],
    ],
    [],
  )
  return (
    <section className={classes.section} aria-label="Reference data">
      <header className={classes.head}>
        <h2>Reference data</h2>
        <p title={reference ? fullTime(reference.fetchedAt) : undefined}>{waits ?? age(reference)}</p>
        {running ? (
          <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={stop}>
            Stop
          </Button>
        ) : (
          <Button
            variant={primary ? 'filled' : 'default'}
            leftSection={<IconRefresh size={16} aria-hidden />}
            disabled={waits !== null}
            onClick={begin}
          >
            Refresh
          </Button>
        )}
      </header>
      {running && run ? <RefreshProgress run={run} /> : reference && <Counts reference={reference} />}
      {run && !running && <Outcome run={run} />}
    </section>
  )
}

const age = (reference: ReferenceView | null | undefined): string =>
  reference ? `As of ${shortTime(reference.fetchedAt)}` : 'Nothing read yet'

function Counts({ reference: { counts, partial } }: { reference: ReferenceView }) {
  return (
    <dl className={classes.counts}>
      {collectionNames
        .filter((name) => counts[name] !== undefined || partial.includes(name))
        .map((name) => (
          <div key={name}>
            <dt>{collectionLabels[name]}</dt>
            <dd>
              {grouped(counts[name] ?? 0)}
              {partial.includes(name) && <small> partial</small>}
            </dd>
          </div>
        ))}
    </dl>
  )
}

/** How the last refresh ended: nothing to add when everything was read. */
function Outcome({ run: { error, result, ...run } }: { run: RefreshRun }) {
  if (error?.code === 'cancelled')
    return (
      <div className={classes.outcome}>
        <Notice kind="info" role="status" title="Stopped.">
          Nothing that was there before is lost.
        </Notice>
      </div>
    )
  if (error)
    return (
      <div className={classes.outcome}>
        <Notice kind="error" role="alert" title={error.message}>
          {error.next} The lists that were there before are unchanged.
        </Notice>
      </div>
    )
  if (!result) return null
  const explained = new Set(result.problems.map(({ collection }) => collection))
  const rest = result.partial.filter((name) => !explained.has(name))
  if (result.problems.length === 0 && rest.length === 0)
    return (
      <div className={classes.outcome}>
        <Notice kind="ok" role="status" title="Everything was read." />
      </div>
    )
  return (
    <div className={classes.outcome} role="alert">
      {result.problems.map(({ collection, message, next }) => (
        <Notice key={collection} kind="warning" title={`${collectionLabels[collection]}: ${message}`}>
          {next}
        </Notice>
      ))}
      {rest.map((name) => (
        <Notice key={name} kind="warning" title={partialWords({ ...run, error, result }, name)}>
          The picker searches these and says so. Refresh again to read the rest.
        </Notice>
      ))}
    </div>
  )
}
