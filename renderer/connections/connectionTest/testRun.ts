// One connection test as the page sees it: what streamed in, what came back, and the waterfall drawn from it.
import {
  type ApiTarget,
  type Credentials,
  type Permission,
  type Stage,
  type StageName,
  stageNames,
} from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { answersFor, rightsFor } from '../../../shared/rights/rightsFor.ts'
import type { LongCall } from '../../state/longCall.ts'

/** What a test runs on. `privateKey` null means the key saved for `target`. */
export type TestSubject = {
  credentials: Credentials
  privateKey: string | null
  target: ApiTarget | null
  needs: Needs
  /** Also find out whose keys these are and how much they see. */
  look?: boolean
}

/** What was tested, the private key by its mark: tells whether the form has moved on since. */
export type Tested = { credentials: Credentials; needs: Needs; key: string }

export type TestRun = LongCall<'connections:test', Tested>

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
  state: 'ok' | 'failed' | 'running' | 'waiting' | 'stopped' | 'notRun'
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
export const isOutdated = ({ about }: TestRun, { credentials, needs, key }: Tested): boolean =>
  about.key !== key ||
  JSON.stringify(about.credentials) !== JSON.stringify(credentials) ||
  !answersFor(about.needs, needs)

/** The rights a run found, as far as they are needed now; undefined where it found none. */
export const rightsIn = (run: TestRun | null, needs: Needs): Permission[] | undefined =>
  run?.result ? rightsFor(run.result.permissions, needs) : undefined

/** The stages that have reported, or those of the result. */
const stagesOf = ({ progress, result }: TestRun): readonly Stage[] => result?.stages ?? progress.stages

/** Every stage in its order, also those that have not run, each placed on one common time line. */
export function stageRows(run: TestRun): StageRow[] {
  const { running } = run
  const known = new Map(stagesOf(run).map((stage) => [stage.stage, stage]))
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

function stateOf({ ok, code }: Stage): StageRow['state'] {
  if (ok !== null) return ok ? 'ok' : 'failed'
  return code === 'cancelled' ? 'stopped' : 'notRun'
}

/** Whether somebody stopped it: then what it found so far says nothing about the rest. */
export const wasStopped = ({ error, result }: TestRun): boolean =>
  error?.code === 'cancelled' || (result?.stages.some(({ code }) => code === 'cancelled') ?? false)

/** Milliseconds the stages took together. */
export const testTime = (run: TestRun): number => stagesOf(run).reduce((sum, { ms }) => sum + ms, 0)

/** "640 ms", "1.3 s" */
export const milliseconds = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
