// The stages about the caller: its keys, its client ID, and the release that answers it. Blame needs evidence: what succeeded with these keys rules causes out.
import { type Failure, type FailureCode, makeFailure, type Reply } from '../failure/failure.ts'
import { provesKeys } from '../transport/evidence.ts'
import {
  failedBy,
  type StageFindings,
  withMeaning,
  passedStage,
  type StageRun,
  type StageContext,
} from './stage.ts'
import { unreachableCodes } from './networkStages.ts'
import { versionVerdict } from './verdicts.ts'

/** Asking for something else would bring the same. */
const settled: readonly FailureCode[] = [
  ...unreachableCodes.filter((code) => code !== 'connection-reset' && code !== 'timeout'),
  'throttled',
  'maintenance',
  'client-id-rejected',
  'cancelled',
]

const aboutKeys = (code: FailureCode, { keys }: StageContext): Failure =>
  makeFailure(code, { host: '', companyId: keys.companyId, mask: (text) => text })

/** A refusal without a word about why: some sites answer wrong client IDs so. */
const isSilentRefusal = (answer: Reply<unknown>): boolean =>
  !answer.ok && answer.error.code === 'permission-missing' && !answer.error.saysRight

export const keysStage: StageRun = async (tools, { info }, signal) => {
  const { client, keys, read } = tools
  if (!keys.publicKey || !keys.privateKey) return { verdict: failedBy(aboutKeys('key-needed', tools)) }
  const boards = await client.list('/service/boards', { pageSize: 1, fields: 'id' }, read(signal, 'boards'))
  const isSettled = boards.ok || settled.includes(boards.error.code)
  const isProven =
    provesKeys('/service/boards', boards) || (!isSettled && (await client.keysWork(read(signal, 'boards'))))
  if (boards.ok || isProven) return { verdict: passedStage('Accepted.') }
  const { error } = boards
  const answers = info ? [boards, info] : [boards]
  const clientIdRefusal = blamesClientId(answers)
  if (clientIdRefusal) return { verdict: passedStage('Not refused.'), found: { clientIdRefusal } }
  if (error.code !== 'keys-rejected' && !isDropped(answers)) return { verdict: failedBy(error) }
  return {
    verdict: keys.clientId
      ? failedBy(withMeaning(error, 'keys-rejected'))
      : passedStage('Not judged: without a client ID every call is refused.'),
  }
}

/** The refusal that names the client ID; where none does, the first of those that say nothing, as some sites answer a wrong one. */
function blamesClientId(answers: readonly Reply<unknown>[]): Failure | undefined {
  const failures = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
  const named = failures.find(({ code }) => code === 'client-id-rejected')
  return named ?? (answers.every(isSilentRefusal) ? failures[0] : undefined)
}

/** Cloud drops calls with wrong keys without an answer as well, while company info, asked without keys, answers (ConnectWise Developer Guide). */
const isDropped = (answers: readonly Reply<unknown>[]): boolean =>
  answers.every(
    (answer) => !answer.ok && answer.error.code === 'connection-reset' && answer.error.status === null,
  )

export const clientIdStage: StageRun = async (tools, { clientIdRefusal }) => {
  if (clientIdRefusal) {
    const reason = clientIdRefusal.code === 'client-id-rejected' ? clientIdRefusal.reason : 'unsaid'
    return { verdict: failedBy({ ...withMeaning(clientIdRefusal, 'client-id-rejected'), reason }) }
  }
  return {
    verdict: tools.keys.clientId
      ? passedStage('Accepted.')
      : failedBy(aboutKeys('client-id-rejected', tools)),
  }
}

export const versionStage: StageRun = async ({ client, mask, read }, found, signal) => {
  const info = found.info?.ok ? found.info : await client.get('/system/info', {}, read(signal, 'system info'))
  const company = found.company?.ok ? found.company.value : null
  const next: StageFindings = { info }
  return { verdict: versionVerdict(info, company, client.clockSkew(), mask), found: next }
}
