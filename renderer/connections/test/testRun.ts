// One connection test as the page sees it: what streamed in, what came back, and the waterfall drawn from it.
import {
  type ApiTarget,
  type Credentials,
  type Permission,
  type Stage,
  type StageName,
  stageNames,
  type TestResult,
} from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { answersFor, rightsFor } from '../../../shared/rights/rightsFor.ts'
import type { AppError } from '../../../shared/result.ts'

/** What a test runs on. `privateKey` null means the key saved for `target`. */
export type TestSubject = {
  credentials: Credentials
  privateKey: string | null
  target: ApiTarget | null
  needs: Needs
  /** Also find out whose keys these are and how much they see. */
  look?: boolean
}

export type TestRun = {
  running: boolean
  /** ISO 8601. */
  startedAt: string
  stages: readonly Stage[]
  result: TestResult | null
  /** The call itself failed; `cancelled` when it was stopped. */
  error: AppError | null
  /** What was tested, the private key by its mark: tells whether the form has moved on since. */
  credentials: Credentials
  needs: Needs
  key: string
}

export const stageLabels: Record<StageName, string> = {
  address: 'Address',
  tls: 'TLS',
  company: 'Company',
  keys: 'Keys',
  clientId: 'Client ID',
  version: 'Version',
  access: 'Access',
}

export type StageRow = {
  name: StageName
  state: 'ok' | 'failed' | 'running' | 'waiting' | 'notRun'
  code: string
  message: string
  next: string
  detail: string | undefined
  ms: number | null
  /** Where its bar starts and how long it is, in per cent of the whole test. */
  from: number
  width: number
}

/** Whether a run was about other values than these, or does not answer for all that is needed now. */
export const isOutdated = (
  run: TestRun,
  { credentials, needs, key }: Pick<TestRun, 'credentials' | 'needs' | 'key'>,
): boolean =>
  run.key !== key ||
  JSON.stringify(run.credentials) !== JSON.stringify(credentials) ||
  !answersFor(run.needs, needs)

/** The rights a run found, as far as they are needed now; undefined where it found none. */
export const rightsIn = (run: TestRun | null, needs: Needs): Permission[] | undefined =>
  run?.result ? rightsFor(run.result.permissions, needs) : undefined

/** A run that has just begun. */
export const begunRun = (subject: TestSubject, key: string, startedAt: string): TestRun => ({
  running: true,
  startedAt,
  stages: [],
  result: null,
  error: null,
  credentials: subject.credentials,
  needs: subject.needs,
  key,
})

/** The run with one more stage; a stage that reports twice counts once. */
export const withStage = (run: TestRun, stage: Stage): TestRun => ({
  ...run,
  stages: [...run.stages.filter((other) => other.stage !== stage.stage), stage],
})

/** Every stage in its order, also those that have not run, each placed on one common time line. */
export function stageRows({ running, stages, result }: TestRun): StageRow[] {
  const known = new Map((result?.stages ?? stages).map((stage) => [stage.stage, stage]))
  const current = running ? stageNames.find((name) => !known.has(name)) : undefined
  const total = [...known.values()].reduce((sum, { ms }) => sum + ms, 0) || 1
  let elapsed = 0
  return stageNames.map((name) => {
    const stage = known.get(name)
    const ran = stage?.ok != null
    const from = Math.min((elapsed / total) * 100, 99)
    if (ran) elapsed += stage.ms
    return {
      name,
      state: stage ? stateOf(stage) : name === current ? 'running' : running ? 'waiting' : 'notRun',
      code: stage?.code ?? '',
      message: stage?.message ?? '',
      next: stage?.next ?? '',
      detail: stage?.detail,
      ms: ran ? stage.ms : null,
      from,
      width: ran ? Math.max((stage.ms / total) * 100, 1) : 0,
    }
  })
}

/** What a running test waits for: "stage Access". */
export const runningStage = (run: TestRun): string => {
  const running = stageRows(run).find(({ state }) => state === 'running')
  return running ? `stage ${stageLabels[running.name]}` : 'the result'
}

const stateOf = ({ ok }: Stage): StageRow['state'] => (ok === null ? 'notRun' : ok ? 'ok' : 'failed')

/** Whether somebody stopped it: then what it found so far says nothing about the rest. */
export const wasStopped = ({ error, result }: TestRun): boolean =>
  error?.code === 'cancelled' || (result?.stages.some(({ code }) => code === 'cancelled') ?? false)

/** Milliseconds the stages took together. */
export const testTime = ({ stages, result }: TestRun): number =>
  (result?.stages ?? stages).reduce((sum, { ms }) => sum + ms, 0)

/** "640 ms", "1.3 s" */
export const inWords = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
