// `Verify`: the tickets of the first sync beside what the preview of the same sample said; reading them only reads.
import { Button, FileButton } from '@mantine/core'
import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import { stillAccepted } from '../../shared/golive/accepted.ts'
import { startProblem } from '../../shared/golive/goLive.ts'
import { landingBoard } from '../../shared/relationship/chosenRecords.ts'
import { xrefOf } from '../../shared/preview/rules/requests.ts'
import { type Verification, verifySample } from '../../shared/preview/verify/verify.ts'
import { isSameOutcome, leakCount, unreadCount } from '../../shared/preview/verify/verifyResult.ts'
import { usePreviewState, useSample } from '../preview/previewFront.ts'
import { useFocusHeir } from '../ui/behaviour/useFocusHeir.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { relativeTime } from '../ui/words/time.ts'
import classes from './GoLive.module.css'
import type { StepBodyProps } from './stepBody.ts'
import { acceptanceOf } from './verify/acceptance.tsx'
import { type Actual, useActualTickets } from './verify/useActualTickets.ts'
import { VerifyResultView } from './verify/VerifyResultView.tsx'
import { countOf } from '../ui/words/counts.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

export function VerifyStep({ saved, reference, target, goLive, change, settings, offline }: StepBodyProps) {
  const { flow } = usePreviewState(saved)
  const { sample } = useSample({ relationship: saved, saved, reference, flow })
  const tickets = useActualTickets(saved.id, target, sample)
  const { actual, isOfOther, reading, problem, notKept, read, readFile, stop, drop } = tickets
  const data = sample.held.kind === 'page' ? sample.held.data : null
  const since = goLive.firstSync

  const given = useCallback(
    (found: Actual): Verification | null =>
      data && {
        relationship: saved,
        reference,
        sample: data,
        actual: found.tickets,
        // Tickets were read from their start on: those of an earlier one were not.
        since: found.file === null ? found.since : since,
        wholeBoard: found.file === null,
      },
    [data, saved, reference, since],
  )
  const compared = useMemo(() => {
    const verification = actual && !isOfOther && given(actual)
    return verification && { verification, result: verifySample(verification) }
  }, [actual, isOfOther, given])

  const note = (found: Actual | null) => {
    const verification = found && given(found)
    if (!verification) return
    const outcome = verifySample(verification)
    const verified = {
      of: 'verified',
      since,
      file: found.file,
      for: settings,
      at: new Date().toISOString(),
      summary: outcome.summary,
      leaks: leakCount(outcome),
      unread: unreadCount(outcome, verification.sample.flow),
    }
    change((before) => ({
      ...before,
      verified: { ...verified, accepted: stillAccepted(before.verified?.accepted ?? [], outcome.rows) },
    }))
  }
  const readBack = async () => {
    const landing = landingBoard(saved)
    if (data?.flow === 'inbound')
      note(
        await read({
          boards: landing ? [landing.id] : [],
          // A ticket that landed on another board is no missing one.
          xrefs: data.tickets.map(({ key }) => xrefOf(key)),
          since,
        }),
      )
    else if (data?.flow === 'outbound')
      note(await read({ boards: [], ids: data.tickets.map(({ id }) => id), since: null }))
  }
  // A tick is for the comparison that is noted: what is shown may be of before a change.
  const noted = goLive.verified
  const acceptance =
    noted &&
    compared &&
    noted.for === settings &&
    noted.file === actual?.file &&
    isSameOutcome(noted.summary, compared.result.summary)
      ? acceptanceOf(compared.result, noted.accepted, change)
      : null
  const { done, total } = reading?.tickets ?? { done: 0, total: null }
  const why = startProblem(since) ?? offline

  if (!data)
    return (
      <p className={classes.hint}>
        The sample is larger than what is compared here (2,000 tickets). Use the command line: syncwright
        verify.
      </p>
    )
  return (
    <>
      <p className={classes.hint}>
        Compares what arrived with the preview of the same sample: {countOf(data.tickets.length, 'ticket')}.
        Nothing is written.
      </p>
      <div className={classes.inLine}>
        <Button
          data-verify
          loading={reading !== null}
          disabled={why !== null}
          onClick={() => void readBack()}
        >
          Verify
        </Button>
        {reading && (
          <Passing>
            <Button variant="default" onClick={stop}>
              Cancel
            </Button>
          </Passing>
        )}
        <FileButton
          accept=".json,application/json"
          onChange={(file) => file && void readFile(file).then(note)}
        >
          {(props) => (
            <Button variant="subtle" {...props}>
              Compare with a file…
            </Button>
          )}
        </FileButton>
      </div>
      <p role="status" className={classes.hint}>
        {reading ? `Reading, ${done}${total === null ? '' : ` of ${total}`} tickets` : why}
        {reading && <Waiting key={done} on="tickets" />}
      </p>
      {actual && reading === null && (
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
      <ErrorNotice problem={problem} />
      {actual && isOfOther && (
        <Notice kind="info" title={<bdi>{`Read for another sample: ${actual.sample}`}</bdi>}>
          Choose it in Preview to compare these tickets again, or verify this one.
        </Notice>
      )}
      {actual && flow === 'inbound' && actual.file === null && actual.since !== since && (
        <Notice kind="warning" title="The start of the first sync has changed since">
          These tickets were read from {actual.since === null ? 'no start' : relativeTime(actual.since)} on.
          Verify again.
        </Notice>
      )}
      {actual?.partial && (
        <Notice kind="warning">
          Not everything was read (at most 5,000 tickets are): what is missing below may be there all the
          same.
        </Notice>
      )}
      {compared && <VerifyResultView {...compared} sample={sample} acceptance={acceptance} />}
    </>
  )
}

const verifyButton = (): HTMLElement | null => document.querySelector('[data-verify]')

/** What goes away when it has done its work leaves the focus to `Verify`. */
function Passing({ children }: { children: ReactNode }) {
  const part = useRef<HTMLSpanElement>(null)
  useFocusHeir(part, verifyButton)
  return <span ref={part}>{children}</span>
}
