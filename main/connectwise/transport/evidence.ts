// Whether keys are good, by what has answered: a refusal of one call says nothing about them where another one succeeds.
import type { Failure, FailureCode, KnownToWork, Reply } from '../failure/failure.ts'
import type { Clock } from './clock.ts'
import type { ReadOptions } from './reading.ts'

/** Small reads of different kinds that every release has; being refused for a right is an answer too. */
const probePaths = ['/company/companies', '/system/mySecurity']

/** Own servers answer it to anybody, with wrong keys and without any (seen in other clients). */
const openToAll = '/system/info'

/** Keys that worked can end in the middle of a long read. What was found out about them is believed so long. */
const proofKept = 60_000

/** Data came, or a refusal that speaks of rights: somebody is known to ConnectWise. With 401 it says so of strangers too. */
export const provesKeys = (path: string, answer: Reply<unknown>): boolean =>
  path !== openToAll &&
  (answer.ok ||
    (answer.error.code === 'permission-missing' && answer.error.saysRight && answer.error.status !== 401))

/** Cloud answers wrong keys with 404 as well, then nothing is ever found (ConnectWise Developer Guide); no other status is named. */
const blaming: readonly FailureCode[] = ['keys-rejected', 'not-found', 'company-not-found']

/** What a failure means, now that it is known whether the keys work. */
function meaningGivenKeys({ code, status }: Failure, keysWork: boolean): FailureCode {
  if (code === 'not-found' && status !== 404) return keysWork ? 'not-found' : 'request-refused'
  if (!keysWork) return 'keys-rejected'
  if (code !== 'keys-rejected') return code === 'permission-missing' ? code : 'not-found'
  return status === 401 || status === 403 ? 'permission-missing' : 'request-refused'
}

type Options = {
  known: KnownToWork
  clock: Clock
  /** Sends a small read of this path with the keys. */
  ask: (path: string, read: ReadOptions) => Promise<Reply<unknown>>
}

/** Makes what remembers whether the keys of one client work. */
export function createKeyEvidence({ known, clock, ask }: Options) {
  let proof: Promise<boolean> | null = null
  /** The last look at keys that had worked. */
  let again: { at: number; works: Promise<boolean> } | null = null

  async function seekProof(read: ReadOptions): Promise<boolean> {
    for (const path of probePaths) {
      if (read.signal?.aborted) break
      if (provesKeys(path, await ask(path, read))) {
        known.keys = true
        return true
      }
    }
    return false
  }

  /** Whether any call with these keys is answered; asks some small ones where nothing was yet. */
  async function work(read: ReadOptions): Promise<boolean> {
    if (known.keys) return true
    proof ??= seekProof(read)
    const works = await proof
    if (read.signal?.aborted) proof = null
    return works || known.keys
  }

  /** Whether keys that worked still do. Answers that were on their way meanwhile prove nothing. */
  async function stillWork(read: ReadOptions): Promise<boolean> {
    if (!again || clock.now() - again.at >= proofKept) again = { at: clock.now(), works: seekProof(read) }
    const { works } = again
    if (await works) return true
    if (read.signal?.aborted) {
      again = null
      return true
    }
    known.keys = false
    proof = works
    return false
  }

  /** What an answer means, after all that came before it. */
  async function judge<T>(path: string, answer: Reply<T>, read: ReadOptions): Promise<Reply<T>> {
    known.keys ||= provesKeys(path, answer)
    if (answer.ok) return answer
    const { code, status } = answer.error
    const isRefused =
      status === 401 && (code === 'permission-missing' || (code === 'keys-rejected' && known.keys))
    if (!isRefused && !blaming.includes(code)) return answer
    const meant = meaningGivenKeys(answer.error, await (isRefused ? stillWork : work)(read))
    const isRevoked = meant === 'keys-rejected' && again !== null
    return { ok: false, error: { ...answer.error, code: meant, ...(isRevoked && { reason: 'revoked' }) } }
  }

  return { work, judge }
}
