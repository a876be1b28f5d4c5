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

/** Of a small read: somebody is not let in. What fails otherwise says nothing about keys. */
const refusing: readonly FailureCode[] = [...blaming, 'permission-missing']

type Proof = 'accepted' | 'refused' | 'untold'

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
  let proof: Promise<Proof> | null = null
  /** The last look at keys that had worked. */
  let again: { at: number; proof: Promise<Proof> } | null = null
  /** The list that was first answered: to some roles all others are closed. */
  let answered: string | null = null

  async function seekProof(read: ReadOptions): Promise<Proof> {
    let found: Proof = 'refused'
    for (const path of answered === null ? probePaths : [answered, ...probePaths]) {
      if (read.signal?.aborted) return 'untold'
      const answer = await ask(path, read)
      if (provesKeys(path, answer)) {
        known.keys = true
        return 'accepted'
      }
      if (answer.ok || !refusing.includes(answer.error.code)) found = 'untold'
    }
    return found
  }

  /** Whether any call with these keys is answered; asks some small ones where nothing was yet. */
  async function work(read: ReadOptions): Promise<boolean> {
    if (known.keys) return true
    proof ??= seekProof(read)
    const found = await proof
    if (read.signal?.aborted) proof = null
    return found === 'accepted' || known.keys
  }

  /** Whether nothing speaks against keys that worked. Answers that were on their way meanwhile prove nothing. */
  async function stillWork(read: ReadOptions): Promise<boolean> {
    if (!again || clock.now() - again.at >= proofKept) again = { at: clock.now(), proof: seekProof(read) }
    const looked = again.proof
    const isRefused = (await looked) === 'refused'
    if (read.signal?.aborted) again = null
    else if (isRefused) {
      known.keys = false
      proof = looked
      return false
    }
    return true
  }

  /** What an answer means, after all that came before it. */
  async function judge<T>(path: string, answer: Reply<T>, read: ReadOptions): Promise<Reply<T>> {
    if (provesKeys(path, answer)) {
      known.keys = true
      answered ??= path.replace(/\/search$/, '')
    }
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
