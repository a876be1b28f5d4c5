// What is to be known of the tickets of the first sync before their comparison is believed: where they come from, and what they are not.
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { enteredSince } from '../../../shared/preview/verify/verify.ts'
import { countOf } from '../../../shared/text/counts.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { relativeTime } from '../../ui/words/time.ts'
import classes from '../GoLive.module.css'
import { Passing } from './Passing.tsx'
import type { Actual, useActualTickets } from './useActualTickets.ts'

type ActualNoticesProps = Pick<
  ReturnType<typeof useActualTickets>,
  'isOfOther' | 'reading' | 'notKept' | 'drop'
> & {
  actual: Actual
  flow: Flow
  /** When the first sync begins by now. */
  since: string | null
}

export function ActualNotices({
  actual,
  isOfOther,
  reading,
  notKept,
  drop,
  flow,
  since,
}: ActualNoticesProps) {
  const before = actual.tickets.length - enteredSince(actual.tickets, since).length
  return (
    <>
      {reading === null && (
        <p className={classes.hint}>
          <bdi>{actual.file ?? 'ConnectWise'}</bdi>, read {relativeTime(actual.at)}.{' '}
          {actual.file === null &&
            (notKept === null ? (
              <>
                Kept on this computer, to be compared without a network.{' '}
                <Passing>
                  <LinkButton onClick={() => void drop()}>Delete these tickets</LinkButton>
                </Passing>
              </>
            ) : (
              `Only here until the window closes. ${notKept}`
            ))}
        </p>
      )}
      {isOfOther && (
        <Notice kind="info" title={<bdi>{`Read for another sample: ${actual.sample}`}</bdi>}>
          Choose it in Preview to compare these tickets again, or verify this one.
        </Notice>
      )}
      {flow === 'inbound' && actual.file === null && actual.since !== since && (
        <Notice kind="warning" title="The start of the first sync has changed since">
          These tickets were read from {actual.since === null ? 'no start' : relativeTime(actual.since)} on.
          Verify again.
        </Notice>
      )}
      {flow === 'inbound' && actual.file !== null && before > 0 && (
        <Notice kind="info" title={`${countOf(before, 'ticket')} of the file not compared`}>
          Entered before the start of the first sync: right for older tickets, else correct the start.
        </Notice>
      )}
      {actual.partial && (
        <Notice kind="warning">
          {actual.file === null
            ? 'Not everything was read (at most 5,000 tickets are)'
            : 'Rows of the file could not be read'}
          : what is missing below may be there all the same.
        </Notice>
      )}
    </>
  )
}
