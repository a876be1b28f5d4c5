// `Verify`: the tickets of the first sync beside what the preview of the same sample said; reading them only reads.
import { Button, FileButton } from '@mantine/core'
import { startProblem } from '../../shared/golive/goLive.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { countOf } from '../../shared/text/counts.ts'
import classes from './GoLive.module.css'
import type { StepBodyProps } from './stepBody.ts'
import { useVerification } from './useVerification.ts'
import { ActualNotices } from './verify/ActualNotices.tsx'
import { Passing } from './verify/Passing.tsx'
import { VerifyResultView } from './verify/VerifyResultView.tsx'

export function VerifyStep(props: StepBodyProps) {
  const { sample, data, isTooLarge, tickets, compared, acceptance, readBack, compareFile } =
    useVerification(props)
  const { actual, reading, stop } = tickets
  const since = props.goLive.firstSync
  const { done, total } = reading?.tickets ?? { done: 0, total: null }
  const why = startProblem(since) ?? props.offline

  if (isTooLarge)
    return (
      <p className={classes.hint}>
        The sample is larger than what is compared here (2,000 tickets). Use the command line: syncwright
        verify.
      </p>
    )
  if (!data) return null
  return (
    <>
      <p className={classes.hint}>
        Compares what arrived with the preview of the same sample: {countOf(data.tickets.length, 'ticket')}.
        Nothing is written.
      </p>
      <div className={classes.inLine}>
        <Button data-verify loading={reading !== null} disabled={why !== null} onClick={readBack}>
          Verify
        </Button>
        {reading && (
          <Passing>
            <Button variant="default" onClick={stop}>
              Cancel
            </Button>
          </Passing>
        )}
        <FileButton accept=".json,application/json" onChange={(file) => file && compareFile(file)}>
          {(button) => (
            <Button variant="subtle" {...button}>
              Compare with a file…
            </Button>
          )}
        </FileButton>
      </div>
      <p role="status" className={classes.hint}>
        {reading ? `Reading, ${done}${total === null ? '' : ` of ${total}`} tickets` : why}
        {reading && <Waiting key={done} on="tickets" />}
      </p>
      <ErrorNotice problem={tickets.problem} />
      {actual && <ActualNotices {...tickets} actual={actual} flow={data.flow} since={since} />}
      {compared && <VerifyResultView {...compared} sample={sample} acceptance={acceptance} />}
    </>
  )
}
