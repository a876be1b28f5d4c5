// The status bar's word on background reading: which connection, how far, and a way to stop it.
import { heardOf } from '../../state/callProgress.ts'
import { useConnections } from '../../state/queries.ts'
import { useNavigation } from '../../state/navigation.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { Countdown } from './RefreshProgress.tsx'
import classes from './RefreshStatus.module.css'
import { finishedOf, type RefreshRun, waitedFor } from './refreshRun.ts'
import { useRefresh, useRefreshes } from './useRefresh.ts'

/** Nothing while no refresh runs. */
export function RefreshStatus() {
  const running = useRefreshes().filter((run) => run.running)
  return (
    <>
      {running.map((run) => (
        <Running key={JSON.stringify(run.about)} run={run} />
      ))}
    </>
  )
}

function Running({ run }: { run: RefreshRun }) {
  const { view } = useNavigation()
  const { stop } = useRefresh(run.about)
  const { connectionId, overrideOf } = run.about
  const connection = useConnections().data?.find(({ id }) => id === connectionId)
  const { done, total } = finishedOf(run.progress)
  // The connection's own screen has the same button beside the bars.
  const elsewhere = overrideOf !== null || view.name !== 'connection' || view.id !== connectionId
  return (
    <span className={classes.run}>
      <progress className={classes.bar} value={done} max={total} aria-label="Reading reference data" />
      <span className={classes.words}>
        Reading <bdi>{connection?.name}</bdi>, {done} of {total}
        {run.progress.wait ? (
          <>
            , waiting <Countdown until={run.progress.wait.until} />
          </>
        ) : (
          <Waiting key={heardOf(run.progress)} on={waitedFor(run.progress)} />
        )}
      </span>
      {elsewhere && (
        <button type="button" className={classes.stop} onClick={stop}>
          Stop
        </button>
      )}
    </span>
  )
}
