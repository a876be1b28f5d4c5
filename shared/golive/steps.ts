// The steps on the way to the live service, each with its state: what can be found out is found out, the rest is ticked.
import type { Finding } from '../findings/findingSeverities.ts'
import type { Credentials } from '../connection/connection.ts'
import { normalisedPlace } from '../connection/destination.ts'
import { isOfTicket, type Judgement } from '../preview/result/previewResult.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { type GoLive, type Tick, tickState, toLookAt } from './goLive.ts'
import type { FormRow } from './publishedForm.ts'
import { countOf } from '../text/counts.ts'

export const stepNames = [
  'Keys tested',
  'Lists fresh',
  'Findings read',
  'Preview without fail',
  'Settings entered',
  'First sync',
  'Verified',
  'Automatic sync on',
] as const

export type StepName = (typeof stepNames)[number]
export type StepState = 'open' | 'done' | 'changed since' | 'not known offline'
export type GoLiveStep = { name: StepName; state: StepState; evidence: string }

/** `meant` of those that fail are in the sample library to show how a ticket fails. */
export type Created = { fail: number; meant: number; total: number }

/** The library's tickets that fail for what they hold themselves are there for it; the settings can mend only the others. */
export const isMeantToFail = ({ verdict, reasons }: Pick<Judgement, 'verdict' | 'reasons'>): boolean =>
  verdict === 'fail' && reasons.every(isOfTicket)

export function createdFrom(
  outcomes: readonly (Pick<Judgement, 'verdict' | 'reasons'> & { count?: number })[],
  isLibrary: boolean,
): Created {
  const sum = (some: typeof outcomes): number => some.reduce((total, { count = 1 }) => total + count, 0)
  const failed = outcomes.filter(({ verdict }) => verdict === 'fail')
  const meant = isLibrary ? failed.filter(isMeantToFail) : []
  return { fail: sum(failed) - sum(meant), meant: sum(meant), total: sum(outcomes) }
}

export type StepFacts = {
  goLive: GoLive
  /** The last whole test that found nothing: the credentials it was about. */
  tested: Tick | null
  findings: readonly Finding[]
  form: readonly FormRow[]
  /** See `testedFor` and `comparedFor`. */
  credentials: string
  settings: string
  /** How the partner's tickets of the sample come out; null without a preview. */
  preview: Created | null
  listsAsOf: string | null
  offline: boolean
  /** A time as this place shows it. */
  showTime: (iso: string) => string
}

/** What a test is about: the private key by its id in the keystore. */
export function testedFor(credentials: Credentials, keyId: string | undefined): string {
  const { site, companyId, publicKey, clientId } = normalisedPlace(credentials)
  return JSON.stringify([site, companyId, publicKey.trim(), clientId.trim(), keyId ?? null])
}

/** What a comparison is about. */
export const comparedFor = ({ role, settings }: Relationship): string => JSON.stringify([role, settings])

/** What a read warning is ticked for. */
export const warningKey = ({ code, field }: Finding): string => `${code} ${field}`

function keysTested({ tested, credentials, offline, showTime }: StepFacts): Omit<GoLiveStep, 'name'> {
  if (tested?.for === credentials) return { state: 'done', evidence: showTime(tested.at) }
  if (offline) return { state: 'not known offline', evidence: 'needs the network' }
  return tested
    ? { state: 'changed since', evidence: 'tested with other values' }
    : { state: 'open', evidence: 'not tested with these keys' }
}

function listsFresh({ findings, listsAsOf, showTime }: StepFacts): Omit<GoLiveStep, 'name'> {
  const wrong = findings.find(({ code }) => code === 'snapshot-stale' || code === 'snapshot-missing')
  if (wrong || listsAsOf === null) return { state: 'open', evidence: wrong?.message ?? 'not read yet' }
  return { state: 'done', evidence: `as of ${showTime(listsAsOf)}` }
}

function findingsRead({ findings, goLive: { read } }: StepFacts): Omit<GoLiveStep, 'name'> {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const states = warnings.map((finding) => tickState(read, warningKey(finding), finding.message))
  if (errors > 0) return { state: 'open', evidence: countOf(errors, 'error') }
  if (states.every((state) => state === 'done'))
    return {
      state: 'done',
      evidence: warnings.length === 0 ? 'no warnings to read' : `${countOf(warnings.length, 'warning')} read`,
    }
  const left = states.filter((state) => state !== 'done').length
  const evidence = `${countOf(left, 'warning')} to read`
  return { state: states.includes('stale') ? 'changed since' : 'open', evidence }
}

function previewed({ preview }: StepFacts): Omit<GoLiveStep, 'name'> {
  if (!preview || preview.total === 0) return { state: 'open', evidence: 'no sample' }
  const { fail, meant, total } = preview
  if (fail > 0) return { state: 'open', evidence: `${fail} of ${countOf(total, 'ticket')} fail` }
  return {
    state: 'done',
    evidence:
      meant === 0
        ? `${countOf(total, 'ticket')}, all create`
        : `sample library, ${total - meant} create, ${meant} fail as meant`,
  }
}

function settingsEntered({ form, goLive: { entered } }: StepFacts): Omit<GoLiveStep, 'name'> {
  const states = form.map(({ path, identity }) => tickState(entered, path, identity))
  const done = states.filter((state) => state === 'done').length
  const state = done === form.length ? 'done' : states.includes('stale') ? 'changed since' : 'open'
  return { state, evidence: `${done} of ${form.length}` }
}

function firstSync({ goLive, showTime }: StepFacts): Omit<GoLiveStep, 'name'> {
  return goLive.firstSync === null
    ? { state: 'open', evidence: 'not started yet' }
    : { state: 'done', evidence: showTime(goLive.firstSync) }
}

function verified({ goLive, settings, showTime }: StepFacts): Omit<GoLiveStep, 'name'> {
  const last = goLive.verified
  if (!last) return { state: 'open', evidence: 'not compared yet' }
  const left = toLookAt(last)
  const accepted = last.accepted.length === 0 ? '' : `, ${last.accepted.length} accepted`
  // What was compared with a file is not what is kept here.
  const from = last.file === null ? '' : `, in ${last.file}`
  if (last.for !== settings)
    return { state: 'changed since', evidence: `other settings, ${showTime(last.at)}` }
  if (last.since !== undefined && last.since !== goLive.firstSync)
    return { state: 'changed since', evidence: `another start, ${showTime(last.at)}` }
  return left > 0
    ? { state: 'open', evidence: `${countOf(left, 'ticket')} to look at${accepted}${from}` }
    : {
        state: 'done',
        evidence: `${countOf(last.summary['as-expected'], 'ticket')} as expected${accepted}${from}`,
      }
}

const automatic = ({ goLive }: StepFacts): Omit<GoLiveStep, 'name'> => ({
  state: goLive.automatic ? 'done' : 'open',
  evidence: goLive.automatic ? 'ticked' : '',
})

const found: Record<StepName, (facts: StepFacts) => Omit<GoLiveStep, 'name'>> = {
  'Keys tested': keysTested,
  'Lists fresh': listsFresh,
  'Findings read': findingsRead,
  'Preview without fail': previewed,
  'Settings entered': settingsEntered,
  'First sync': firstSync,
  Verified: verified,
  'Automatic sync on': automatic,
}

/** A step that rests on another is done no longer while that one is not. */
const restsOn: Partial<Record<StepName, StepName>> = {
  Verified: 'First sync',
  'Automatic sync on': 'Verified',
}

export const goLiveSteps = (facts: StepFacts): GoLiveStep[] =>
  stepNames.reduce((before: GoLiveStep[], name) => {
    const step = { name, ...found[name](facts) }
    const base = before.find((other) => other.name === restsOn[name])
    const isLoose = step.state === 'done' && base !== undefined && base.state !== 'done'
    return [
      ...before,
      isLoose ? { name, state: 'changed since', evidence: `${base.name} is not done` } : step,
    ]
  }, [])
