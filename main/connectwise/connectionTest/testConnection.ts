// Tests values before anything is saved: stage by stage, the first one that fails named with what to do. It only reads.
import {
  type Stage,
  type StageName,
  stageNames,
  type TestResult,
} from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { makeFailure, type FailureContext } from '../failure/failure.ts'
import { baseUrls, originOf } from '../transport/address.ts'
import { createClient } from '../transport/client.ts'
import { type Clock, systemClock, unlessAborted } from '../transport/clock.ts'
import type { Fetch } from '../transport/exchange.ts'
import { testPatience } from '../transport/reading.ts'
import { type Keys, maskOf, trimKeys } from '../transport/secrets.ts'
import { accessStage } from './accessStage.ts'
import type { InspectTls } from './inspectTls.ts'
import { clientIdStage, keysStage, versionStage } from './keyStages.ts'
import type { Reach } from './reach.ts'
import { failedBy, type StageFindings, type StageOutcome, type StageRun, type StageContext } from './stage.ts'
import { createStageLimit, slowWords, type StageLimit } from './stageLimit.ts'
import { addressStage, companyStage, tlsStage } from './networkStages.ts'

type TestOptions = {
  fetch: Fetch
  keys: Keys
  needs: Needs
  /** Also tell whose keys these are and how much they see. */
  look?: boolean
  /** http://127.0.0.1 is for the simulator: the command line, unpackaged runs and tests. */
  allowLoopbackHttp: boolean
  /** Whether a host may be asked at all; without it every one may. */
  siteAllowed?: (url: URL) => boolean
  /** Looks at the certificate; without it TLS is judged by whether the fetch gets through. */
  inspectTls?: InspectTls
  /** Tells an address that listens from a server that says nothing; without it company info has to come first. */
  reach?: Reach
  signal: AbortSignal
  onStage: (stage: Stage) => void
  clock?: Clock
}

/** The stages in their order; each takes what was found and adds what it finds. */
const stages: Record<StageName, StageRun> = {
  address: addressStage,
  tls: tlsStage,
  company: companyStage,
  keys: keysStage,
  clientId: clientIdStage,
  version: versionStage,
  access: accessStage,
}

const notRun = { code: 'not-run', message: 'Not run.', next: '' }
const cancelled = { code: 'cancelled', message: 'Cancelled.', next: '' }

/** Runs the stages in order. Stages after a failed one, or after cancelling, are listed as not run. */
export async function testConnection(options: TestOptions): Promise<TestResult> {
  const { fetch, needs, allowLoopbackHttp, inspectTls, reach, signal, onStage } = options
  const { clock = systemClock, siteAllowed = () => true, look = false } = options
  const keys = trimKeys(options.keys)
  const client = createClient({ fetch, keys, allowLoopbackHttp, siteAllowed, clock, patience: testPatience })
  const mask = maskOf(keys)
  const over = new AbortController()
  let limit: StageLimit | undefined
  /** What was asked for and not heard of yet, first things first. */
  const open = new Map<symbol, string>()
  const tools: StageContext = {
    client,
    keys,
    needs,
    look,
    clock,
    allowLoopbackHttp,
    siteAllowed,
    inspectTls,
    reach,
    mask,
    read: (until, what) => {
      const asked = Symbol(what)
      open.set(asked, what)
      const onHeard = (waited: number) => {
        open.delete(asked)
        limit?.heard(waited)
      }
      return { signal: until, what, onHeard }
    },
    throughout: AbortSignal.any([signal, over.signal]),
  }
  let found: StageFindings = {}

  /** Runs one stage within its limit; what it found until then counts. */
  async function run(stage: StageName): Promise<Stage> {
    const started = clock.now()
    open.clear()
    const current = createStageLimit(clock)
    limit = current
    const either = AbortSignal.any([signal, current.signal])
    const context: FailureContext = {
      host: found.address?.host ?? 'The site',
      companyId: keys.companyId,
      mask,
    }
    const work = stages[stage](tools, found, either).catch(
      (): StageOutcome => ({ verdict: failedBy(makeFailure('answer-damaged', context)) }),
    )
    // Reads that are given up end at once, so that what was found until then is told.
    const inTime = await unlessAborted(either, work)
    const ms = clock.now() - started
    current.end()
    const outcome = inTime ?? (await Promise.race([work, nextTurn()]))
    found = { ...found, ...outcome?.found }
    if (signal.aborted) return { stage, ok: null, ms, ...cancelled }
    if (!outcome || current.signal.aborted)
      return {
        stage,
        ms,
        ...failedBy(
          makeFailure(
            'timeout',
            { ...context, what: [...open.values()][0] ?? '' },
            { reason: current.reason() },
          ),
        ),
      }
    const { verdict } = outcome
    return { stage, ms, ...verdict, message: `${verdict.message}${verdict.ok ? slowWords(current, ms) : ''}` }
  }

  const done: Stage[] = []
  for (const stage of stageNames) {
    const goes = done.every(({ ok }) => ok) && !signal.aborted
    const result: Stage = goes ? await run(stage) : { stage, ok: null, ms: 0, ...notRun }
    done.push(result)
    onStage(result)
  }
  over.abort()
  const { address, company, permissions = [], sight } = found
  const [routed = ''] = address ? baseUrls(originOf(address), undefined) : []
  const otherSite = company?.ok ? company.value.otherSite : ''
  return {
    ok: done.every(({ ok }) => ok),
    // Before the company is found it is the one that routes to every release.
    baseUrl: client.baseUrl() || routed,
    stages: done,
    permissions,
    ...(otherSite && { otherSite }),
    ...(sight && { sight }),
  }
}

/** Lets what was just aborted end. */
const nextTurn = () => new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))
