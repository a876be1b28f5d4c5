// The rehearsal of new keys as the page sees it: what is typed, what both tests came to, whether the keys may be swapped.
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import {
  type AccessComparison,
  compareAccess,
  compareSight,
  accessComparisonWords,
} from '../../../shared/connection/compareAccess.ts'
import { z } from '../../../shared/zod.ts'
import { type TestRun, wasStopped } from '../connectionTest/testRun.ts'

const key = (limit: number, missing: string) =>
  z.string().trim().min(1, missing).max(limit, `At most ${limit} characters.`)

export const newKeysSchema = z.object({
  publicKey: key(200, 'Enter the new public key.'),
  privateKey: key(500, 'Enter the new private key.'),
  clientId: key(200, 'Enter the client ID the new keys are used with.'),
})
export type NewKeys = z.infer<typeof newKeysSchema>

/** The client ID belongs to the integration, so it mostly stays when keys change. */
export const emptyKeys = ({ clientId }: ConnectionView): NewKeys => ({
  publicKey: '',
  privateKey: '',
  clientId,
})

/** Both tests, null while they have not begun. */
export type Rehearsal = { saved: TestRun | null; fresh: TestRun | null }

export const isRunning = ({ saved, fresh }: Rehearsal): boolean => Boolean(saved?.running || fresh?.running)

/** Both have come to an end of their own. */
export const isRehearsed = ({ saved, fresh }: Rehearsal): boolean =>
  [saved, fresh].every((run) => run !== null && !run.running && !wasStopped(run))

/** Whether ConnectWise took the new keys: keys it did not take are not offered to be stored. */
export const areAccepted = ({ fresh }: Rehearsal): boolean =>
  ['keys', 'clientId'].every(
    (name) => fresh?.result?.stages.some(({ stage, ok }) => stage === name && ok === true) ?? false,
  )

/** What the two tests found, side by side. */
export const comparisonOf = ({ saved, fresh }: Rehearsal): AccessComparison => ({
  access: compareAccess(saved?.result?.permissions ?? [], fresh?.result?.permissions ?? []),
  sight: compareSight(saved?.result?.sight, fresh?.result?.sight),
})

type Verdict = { kind: 'ok' | 'warning' | 'error' | 'info'; title: string; text: string }

/** What the rehearsal came to, and what to do. */
export function verdictOf(rehearsal: Rehearsal, comparison: AccessComparison): Verdict {
  const { outcome, message } = accessComparisonWords(comparison)
  if (!areAccepted(rehearsal))
    return {
      kind: 'error',
      title: 'The new keys do not work yet.',
      text: 'The saved keys stay in use. Correct what is named below, then compare again.',
    }
  switch (outcome) {
    case 'loses':
      return {
        kind: 'warning',
        title: message,
        text: 'Keep the saved keys, and ask the ConnectWise administrator for these rights first. Swap only if nothing needs them.',
      }
    case 'gains':
    case 'same':
      return { kind: 'ok', title: message, text: 'Nothing that works today would stop working.' }
    case 'unknown':
      return {
        kind: 'info',
        title: 'The new keys work, but there is nothing to compare them with.',
        text: 'One of the two tests did not get as far as the rights; its failure is named below.',
      }
  }
}
