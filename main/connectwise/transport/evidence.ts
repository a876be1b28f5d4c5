// Whether keys are good, by what has answered: a refusal of one call says nothing about them where another one succeeds.
import type { Failure, FailureCode, Reply } from '../failure/failure.ts'

/** Small reads of different kinds that every release has; being refused for a right is an answer too. */
export const keyProbePaths = ['/company/companies', '/system/mySecurity']

/** Own servers answer it to anybody, with wrong keys and without any (seen in other clients). */
const openToAll = '/system/info'

/** Data came, or a refusal that speaks of rights: somebody is known to ConnectWise. */
export const provesKeys = (path: string, answer: Reply<unknown>): boolean =>
  path !== openToAll && (answer.ok || (answer.error.code === 'permission-missing' && answer.error.saysRight))

/** Cloud answers wrong keys with 404 as well, then nothing is ever found (ConnectWise Developer Guide); no other status is named. */
const blaming: readonly FailureCode[] = ['keys-rejected', 'not-found', 'company-not-found']

/** Whether a failure may mean that the keys are wrong. */
export const mayBlameKeys = (answer: Reply<unknown>): boolean =>
  !answer.ok && blaming.includes(answer.error.code)

function meaningGivenKeys({ code, status }: Failure, keysWork: boolean): FailureCode {
  if (code === 'not-found' && status !== 404) return keysWork ? 'not-found' : 'request-refused'
  if (!keysWork) return 'keys-rejected'
  if (code !== 'keys-rejected') return 'not-found'
  return status === 401 || status === 403 ? 'permission-missing' : 'request-refused'
}

/** What a failure means, now that it is known whether the keys work. */
export const failureGivenKeys = <T>(answer: Reply<T>, keysWork: boolean): Reply<T> =>
  answer.ok || !blaming.includes(answer.error.code)
    ? answer
    : { ok: false, error: { ...answer.error, code: meaningGivenKeys(answer.error, keysWork) } }
