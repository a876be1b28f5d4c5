// Tests values before anything is saved: stage by stage, the first one that fails named with what to do. It only reads.
import type { SiteAddress } from '../../../shared/connection/siteAddress.ts'
import {
  type Needs,
  type Permission,
  type Sight,
  type Stage,
  type StageName,
  stageNames,
  type TestResult,
} from '../../../shared/connection/connection.ts'
import type { AppError, ErrorCode, Result } from '../../../shared/result.ts'
import { probeAccess } from './access.ts'
import { baseUrls, originOf, resolveSite } from '../transport/address.ts'
import { createClient } from '../transport/client.ts'
import { type Clock, systemClock, unlessAborted } from '../transport/clock.ts'
import type { Company } from '../transport/company.ts'
import type { Fetch } from '../transport/exchange.ts'
import { failure } from '../transport/failure.ts'
import type { InspectTls } from './inspectTls.ts'
import type { Reach } from './reach.ts'
import { brisk } from '../transport/reading.ts'
import { createMask, type Keys, trimKeys } from '../transport/secrets.ts'
import { countSeen } from './visibleCounts.ts'
import { accessVerdict, failed, passed, type Verdict, versionVerdict } from './verdicts.ts'

type TestOptions = {
  fetch: Fetch
  keys: Keys
  needs: Needs
  /** Also tell whose keys these are and how much they see. */
  look?: boolean
  /** http://127.0.0.1 is for the simulator: the command line, unpackaged runs and tests. */
  allowLoopbackHttp: boolean
  /** Looks at the certificate; without it TLS is judged by whether the fetch gets through. */
  inspectTls?: InspectTls
  /** Tells an address that listens from a server that says nothing; without it company info has to come first. */
  reach?: Reach
  signal: AbortSignal
  onStage: (stage: Stage) => void
  clock?: Clock
}

const stageLimit = 10_000
/** A look at the certificate goes past the proxy, so it may get nowhere where the fetch does: it only adds detail. */
const lookLimit = 5_000

/** Nothing answered, or nothing could be sent: the address is what to look at. */
const unreachable: readonly ErrorCode[] = [
  'address-invalid',
  'host-not-found',
  'offline',
  'connection-refused',
  'connection-reset',
  'timeout',
  'proxy-failed',
  'internal',
]
/** The base URL leads somewhere else; everything else about a call with keys is for the next stages to say. */
const misleading: readonly ErrorCode[] = ['company-not-found', 'web-page', 'ssl-required', 'redirected']

/** Runs the stages in order. Stages after a failed one, or after cancelling, are listed as not run. */
export async function testConnection(options: TestOptions): Promise<TestResult> {
  const { fetch, keys, needs, look, allowLoopbackHttp, inspectTls, reach, signal, onStage } = options
  const { clock = systemClock } = options
  const client = createClient({ fetch, keys, allowLoopbackHttp, clock, patience: brisk })
  const mask = createMask(trimKeys(keys))
  const has = (text: string) => text.trim() !== ''
  const fault = (code: 'key-needed' | 'keys-rejected' | 'client-id-rejected' | 'timeout') =>
    failure(code, { host: address?.host ?? 'The site', companyId: keys.companyId, mask: (text) => text })
  const over = new AbortController()
  const throughout = AbortSignal.any([signal, over.signal])
  let address: SiteAddress | undefined
  let asking: Promise<Result<Company>> | undefined
  let company: Result<Company> | undefined
  let info: Result<unknown> | undefined
  let boards: Result<unknown> | undefined
  let permissions: Permission[] = []
  let sight: Sight | undefined

  const stages: Record<StageName, (signal: AbortSignal) => Promise<Verdict>> = {
    address: async (signal) => {
      const resolved = resolveSite(keys.site, allowLoopbackHttp)
      if (!resolved.ok) return failed(resolved.error)
      address = resolved.value
      asking = client.connect({ signal: throughout })
      // Where a connection opens, the address is right; what is said on it is for the next stages to judge.
      const opened = reach?.({ host: address.hostname, port: portOf(address), signal })
      company = await Promise.race([
        asking,
        ...(opened ? [opened.then((open) => (open ? undefined : asking))] : []),
      ])
      if (company && !company.ok && unreachable.includes(company.error.code)) return failed(company.error)
      return passed(`Resolves to ${address.host}.`)
    },
    tls: async (signal) => {
      if (!address || address.scheme === 'http')
        return passed('Not used on this computer’s own address.', 'not-used')
      const look = new AbortController()
      const callOff = clock.after(lookLimit, () => look.abort())
      const seen = await inspectTls?.({
        host: address.hostname,
        port: portOf(address),
        signal: AbortSignal.any([signal, look.signal]),
      })
      callOff()
      if (!seen?.ok) company ??= await asking
      const error = company && !company.ok ? company.error : null
      if (error && isTls(error.code)) {
        const exact = seen && !seen.ok && isTls(seen.error.code) ? seen.error : error
        return failed({ ...exact, ...(error.detail && { detail: error.detail }) })
      }
      // The fetch got through, so what it trusts decides: it knows the system's certificates and the proxy.
      if (error && seen && !seen.ok && (error.code === 'not-connectwise' || unreachable.includes(error.code)))
        return failed(error)
      if (!seen?.ok) return passed('The certificate is accepted.')
      return passed(`Certificate of ${seen.value.issuer}, valid until ${seen.value.validTo.slice(0, 10)}.`)
    },
    company: async (signal) => {
      company ??= await (asking ?? client.connect({ signal }))
      if (!company.ok) return failed(company.error)
      info = await client.get('/system/info', {}, { signal, what: 'system info' })
      if (!info.ok && misleading.includes(info.error.code)) return failed(info.error)
      const { name, cloud, version } = company.value
      const kind = cloud === null ? '' : cloud ? 'cloud' : 'on-premise'
      return passed(`${[name, kind, version].filter(Boolean).join(', ')}.`)
    },
    keys: async (signal) => {
      if (!has(keys.publicKey) || !has(keys.privateKey)) return failed(fault('key-needed'))
      boards = await client.list('/service/boards', { pageSize: 1, fields: 'id' }, { signal, what: 'boards' })
      if (boards.ok) return passed('Accepted.')
      if (blamesClientId(boards, info)) return passed('Not refused.')
      const { error } = boards
      if (error.code === 'permission-missing') return passed('Accepted.')
      if (!refusesKeys(error)) return failed(error)
      if (!has(keys.clientId)) return passed('Not judged: without a client ID every call is refused.')
      return failed({ ...fault('keys-rejected'), ...(error.detail && { detail: error.detail }) })
    },
    clientId: async () => {
      const refused = fault('client-id-rejected')
      if (boards && !boards.ok && blamesClientId(boards, info))
        return failed({ ...refused, ...(boards.error.detail && { detail: boards.error.detail }) })
      return has(keys.clientId) ? passed('Accepted.') : failed(refused)
    },
    version: async (signal) => {
      if (!info?.ok) info = await client.get('/system/info', {}, { signal, what: 'system info' })
      return versionVerdict(
        info,
        company?.ok ? company.value : null,
        client.serverTime().getTime() - clock.now(),
      )
    },
    access: async (signal) => {
      const [access, counts] = await Promise.all([
        probeAccess(client, needs, signal),
        look ? countSeen(client, needs, signal) : undefined,
      ])
      permissions = access.permissions
      if (counts) sight = { member: access.member && mask(access.member), counts }
      return accessVerdict(access)
    },
  }

  /** Runs one stage within its limit. */
  async function run(stage: StageName): Promise<Stage> {
    const started = clock.now()
    const limit = new AbortController()
    const callOff = clock.after(stageLimit, () => limit.abort())
    const either = AbortSignal.any([signal, limit.signal])
    const verdict = await unlessAborted(either, stages[stage](either))
    callOff()
    const ms = clock.now() - started
    // Reads that are given up end at once, so that the rights found until then are told.
    if (!verdict) await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) return { stage, ok: null, ms, ...cancelled }
    const found = verdict && !limit.signal.aborted ? verdict : failed(fault('timeout'))
    // Names and versions in a message are the server's words.
    return { stage, ms, ...found, message: mask(found.message) }
  }

  const done: Stage[] = []
  for (const stage of stageNames) {
    const goes = done.every(({ ok }) => ok) && !signal.aborted
    const result: Stage = goes ? await run(stage) : { stage, ok: null, ms: 0, ...notRun }
    done.push(result)
    onStage(result)
  }
  over.abort()
  const [routed = ''] = address ? baseUrls(originOf(address), undefined) : []
  return {
    ok: done.every(({ ok }) => ok),
    // Before the company is found it is the one that routes to every release.
    baseUrl: client.baseUrl() || routed,
    stages: done,
    permissions,
    ...(sight && { sight }),
  }
}

const portOf = ({ scheme, host }: SiteAddress): number =>
  Number(new URL(`${scheme}://${host}`).port) || (scheme === 'http' ? 80 : 443)

const isTls = (code: ErrorCode): boolean => code.startsWith('tls-')

/** Cloud answers wrong keys also with 404 or by dropping the call without an answer (ConnectWise Developer Guide). */
const refusesKeys = ({ code, detail = '' }: AppError): boolean =>
  code === 'keys-rejected' ||
  code === 'not-found' ||
  (code === 'connection-reset' && !detail.startsWith('HTTP'))

/** The words for a client ID differ between sites; where they do not name it, calls that take no right are refused as well. */
const blamesClientId = (boards: Result<unknown>, info: Result<unknown> | undefined): boolean =>
  codeOf(boards) === 'client-id-rejected' ||
  [boards, info].every((answer) => answer && refusesAnyCall(answer))

const codeOf = (answer: Result<unknown>): ErrorCode | null => (answer.ok ? null : answer.error.code)

const refusesAnyCall = (answer: Result<unknown>): boolean =>
  !answer.ok &&
  ((answer.error.code === 'request-refused' && /^HTTP (200|400)\b/.test(answer.error.detail ?? '')) ||
    (answer.error.code === 'permission-missing' && !/permission/i.test(answer.error.detail ?? '')))

const notRun = { code: 'not-run', message: 'Not run.', next: '' }
const cancelled = { code: 'cancelled', message: 'Cancelled.', next: '' }
