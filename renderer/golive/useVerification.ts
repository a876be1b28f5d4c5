// Comparing the first sync with the preview of the same sample: what was read for it, what comes out, and noting it.
import { useCallback, useMemo } from 'react'
import { stillAccepted } from '../../shared/golive/accepted.ts'
import { xrefOf } from '../../shared/preview/rules/requests.ts'
import { type Verification, verifySample } from '../../shared/preview/verify/verify.ts'
import { isSameOutcome, leakCount, unreadCount } from '../../shared/preview/verify/verifyResult.ts'
import { landingBoard } from '../../shared/relationship/chosenRecords.ts'
import { pageLimit, useAllTickets, usePreviewState, useSample } from '../preview/previewFront.ts'
import type { StepBodyProps } from './stepBody.ts'
import { acceptanceOf } from './verify/acceptance.tsx'
import { type Actual, useActualTickets } from './verify/useActualTickets.ts'

export function useVerification({ saved, reference, target, goLive, change, settings }: StepBodyProps) {
  const { flow } = usePreviewState(saved)
  const { sample } = useSample({ relationship: saved, saved, reference, flow })
  const tickets = useActualTickets(saved.id, target, sample)
  const { actual, isOfOther, read, readFile } = tickets
  const data = useAllTickets(sample, pageLimit)
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
  return {
    sample,
    /** What the tickets are compared with; null where it is too large for that, and until it is here. */
    data,
    isTooLarge: data === null && sample.entries.length > pageLimit,
    tickets,
    compared,
    acceptance,
    readBack: () => void readBack(),
    compareFile: (file: File) => void readFile(file).then(note),
  }
}
