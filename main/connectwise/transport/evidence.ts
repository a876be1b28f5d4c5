// Whether keys are good, by what has answered: a refusal of one call says nothing about them where another one succeeds.
import type { FailureCode, Reply } from '../failure/failure.ts'

/** Small reads of different kinds that every release has; being refused for a right is an answer too. */
export const keyProbePaths = ['/company/companies', '/system/mySecurity']

/** Some servers answer this one without keys, so that it proves nothing about them. */
export const openPath = '/system/info'

/** Data came, or a refusal that speaks of rights: somebody is known to ConnectWise. */
export const provesKeys = (answer: Reply<unknown>): boolean =>
  answer.ok || (answer.error.code === 'permission-missing' && answer.error.saysRight)

/** Cloud answers wrong keys with 404 as well, then nothing is ever found (ConnectWise Developer Guide). */
const blaming: readonly FailureCode[] = ['keys-rejected', 'not-found', 'company-not-found']

/** Whether a failure may mean that the keys are wrong. */
export const mayBlameKeys = (answer: Reply<unknown>): boolean =>
  !answer.ok && blaming.includes(answer.error.code)

/** Whether the caller is refused, whatever is asked for. */
export const refusesCaller = (answer: Reply<unknown>): boolean => !answer.ok && answer.error.status === 401

/** What a failure means, now that it is known whether the keys work. */
export function failureGivenKeys<T>(answer: Reply<T>, keysWork: boolean): Reply<T> {
  if (answer.ok || !blaming.includes(answer.error.code)) return answer
  const { code, status } = answer.error
  const meant: FailureCode = !keysWork
    ? 'keys-rejected'
    : code !== 'keys-rejected'
      ? 'not-found'
      : status === 401 || status === 403
        ? 'permission-missing'
        : 'request-refused'
  return { ok: false, error: { ...answer.error, code: meant } }
}
