// The stages about the caller: its keys, its client ID, and the release that answers it. Blame needs evidence: what succeeded with these keys rules causes out.
import { type Failure, type FailureCode, failure, type Reply } from '../failure/failure.ts'
import { failedBy, type Found, meaning, passed, type StageRun, type Tools } from './stage.ts'
import { unreachable } from './wayStages.ts'
import { versionVerdict } from './verdicts.ts'

/** Small reads of different kinds: where one answers, the keys are good and the trouble is with the others. */
const otherReads = ['/system/mySecurity', '/company/companies', '/service/info/boards']

/** Asking for something else would bring the same. */
const settled: readonly FailureCode[] = [
  ...unreachable.filter((code) => code !== 'connection-reset' && code !== 'timeout'),
  'throttled',
  'maintenance',
  'client-id-rejected',
  'cancelled',
]

const aboutKeys = (code: FailureCode, { keys }: Tools): Failure =>
  failure(code, { host: '', companyId: keys.companyId, mask: (text) => text })

/** Data came, or a refusal that speaks of rights: somebody is known to ConnectWise. */
const provesKeys = (answer: Reply<unknown>): boolean =>
  answer.ok || (answer.error.code === 'permission-missing' && answer.error.saysRight)

/** A refusal without a word about why: some sites answer wrong client IDs so. */
const isSilentRefusal = (answer: Reply<unknown>): boolean =>
  !answer.ok && answer.error.code === 'permission-missing' && !answer.error.saysRight

export const keysStage: StageRun = async (tools, { info }, signal) => {
  const { client, keys, read } = tools
  if (!keys.publicKey || !keys.privateKey) return { verdict: failedBy(aboutKeys('key-needed', tools)) }
  const ask = (path: string, what: string) =>
    client.list(path, { pageSize: 1, fields: 'id' }, read(signal, what))
  const boards = await ask('/service/boards', 'boards')
  if (provesKeys(boards)) return { verdict: passed('Accepted.') }
  const isSettled = boards.ok || settled.includes(boards.error.code)
  const others = isSettled ? [] : await Promise.all(otherReads.map((path) => ask(path, 'boards')))
  if (others.some(provesKeys)) return { verdict: passed('Accepted.') }
  return judgeRefusals([boards, ...others], info, tools)
}

function judgeRefusals(answers: readonly Reply<unknown>[], info: Reply<unknown> | undefined, tools: Tools) {
  const withInfo = info ? [...answers, info] : answers
  const failures = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
  const [first] = failures
  if (!first) return { verdict: passed('Accepted.') }
  const named = withInfo.flatMap((answer) =>
    !answer.ok && answer.error.code === 'client-id-rejected' ? [answer.error] : [],
  )[0]
  const clientIdRefusal = named ?? (withInfo.every(isSilentRefusal) ? first : undefined)
  if (clientIdRefusal) return { verdict: passed('Not refused.'), found: { clientIdRefusal } }
  const rejected = failures.find(({ code }) => code === 'keys-rejected') ?? droppedAll(failures, info)
  if (!rejected) return { verdict: failedBy(first) }
  if (!tools.keys.clientId)
    return { verdict: passed('Not judged: without a client ID every call is refused.') }
  return { verdict: failedBy(meaning(rejected, 'keys-rejected')) }
}

/** Cloud drops calls with wrong keys without an answer as well, while company info, asked without keys, answers (ConnectWise Developer Guide). */
const droppedAll = (failures: readonly Failure[], info: Reply<unknown> | undefined): Failure | undefined =>
  !info?.ok && failures.every(({ code, status }) => code === 'connection-reset' && status === null)
    ? failures[0]
    : undefined

export const clientIdStage: StageRun = async (tools, { clientIdRefusal }) => {
  if (clientIdRefusal) return { verdict: failedBy(meaning(clientIdRefusal, 'client-id-rejected')) }
  return {
    verdict: tools.keys.clientId ? passed('Accepted.') : failedBy(aboutKeys('client-id-rejected', tools)),
  }
}

export const versionStage: StageRun = async ({ client, mask, read }, found, signal) => {
  const info = found.info?.ok ? found.info : await client.get('/system/info', {}, read(signal, 'system info'))
  const company = found.company?.ok ? found.company.value : null
  const next: Found = { info }
  return { verdict: versionVerdict(info, company, client.clockSkew(), mask), found: next }
}
