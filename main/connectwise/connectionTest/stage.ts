// What the stages of a connection test share: what they are given, what each finds, and how its verdict is said.
import type { SiteAddress } from '../../../shared/connection/siteAddress.ts'
import type { Permission, VisibleCounts, Stage } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import type { Failure, FailureCode, Reply } from '../failure/failure.ts'
import { failureSentence } from '../failure/failureWords.ts'
import type { Client } from '../transport/client.ts'
import type { Clock } from '../transport/clock.ts'
import type { CompanyInfo } from '../transport/company.ts'
import type { ReadOptions } from '../transport/reading.ts'
import type { Keys } from '../transport/secrets.ts'
import type { InspectTls } from './inspectTls.ts'
import type { Reach } from './reach.ts'

/** What the stages before have found. */
export type StageFindings = {
  address?: SiteAddress
  /** The first request, on its way since the address was read. */
  asking?: Promise<Reply<CompanyInfo>>
  /** Company info, once it has come. */
  company?: Reply<CompanyInfo>
  /** `/system/info`, the first call that carries keys. */
  info?: Reply<unknown>
  /** The refusal that speaks of the client ID, or that every call gets without a word about keys or rights. */
  clientIdRefusal?: Failure
  permissions?: Permission[]
  sight?: VisibleCounts
}

export type StageContext = {
  client: Client
  keys: Keys
  needs: Needs
  look: boolean
  clock: Clock
  allowLoopbackHttp: boolean
  siteAllowed: (url: URL) => boolean
  inspectTls: InspectTls | undefined
  reach: Reach | undefined
  /** Takes keys out of the other side's words. */
  mask: (text: string) => string
  /** How the calls of a stage are made: they end with it, and what they hear keeps it alive. */
  read: (signal: AbortSignal, what: string) => ReadOptions
  /** Ends with the test, not with a stage. */
  throughout: AbortSignal
}

export type StageVerdict = Omit<Stage, 'stage' | 'ms'>
export type StageOutcome = { verdict: StageVerdict; found?: StageFindings }
export type StageRun = (
  tools: StageContext,
  found: StageFindings,
  signal: AbortSignal,
) => Promise<StageOutcome>

export const passedStage = (message: string, code = 'ok', next = ''): StageVerdict => ({
  ok: true,
  code,
  message,
  next,
})

/** Codes of reads that are no codes of stages. */
const stageCodes: Partial<Record<FailureCode, FailureCode>> = {
  internal: 'connection-reset',
  'condition-refused': 'request-refused',
}

/** A stage that failed by this. */
export function failedBy(failure: Failure): StageVerdict {
  const { code, message, next = '', detail } = failureSentence(failure)
  return { ok: false, code: stageCodes[failure.code] ?? code, message, next, ...(detail && { detail }) }
}

/** The same failure, known to mean something else. */
export const withMeaning = (failure: Failure, code: FailureCode): Failure => ({ ...failure, code })
