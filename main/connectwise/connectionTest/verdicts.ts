// What a stage of the connection test says: passed or failed, in a sentence, with what to do.
import { isForReading, type Permission } from '../../../shared/connection/connection.ts'
import { z } from '../../../shared/zod.ts'
import type { Failure, FailureCode, Reply } from '../failure/failure.ts'
import type { CompanyInfo } from '../transport/company.ts'
import { adviceToEnable, zeroRowsAdvice } from './permissions.ts'
import { failedBy, passedStage, type StageVerdict } from './stage.ts'
import { unreachableCodes } from './networkStages.ts'

/** What the probes of a role and its settings found. */
export type ProbedAccess = {
  permissions: Permission[]
  /** The member the keys belong to, null where ConnectWise does not tell. */
  member: string | null
  /** What may not be read, in words: "members". */
  refused: string[]
  /** Lists that answered without a refusal and without rows: "boards". */
  empty: string[]
  /** The first failure that was not about rights. */
  error: Failure | null
}

/** What is only shown is read whatever it is (OpenAPI model 2022.1, Info). */
const infoSchema = z.looseObject({
  version: z.union([z.string(), z.number()]).nullish().catch(null),
  licenseBits: z
    .array(z.looseObject({ activeFlag: z.boolean().nullish().catch(null) }))
    .nullish()
    .catch(null),
})

const infoIn = (info: Reply<unknown> | undefined) => (info?.ok && infoSchema.safeParse(info.value).data) || {}

/** Whether it lists licences, and none of them as active: then calls are refused whatever the role says. */
export function isUnlicensed(info: Reply<unknown> | undefined): boolean {
  const licences = infoIn(info).licenseBits ?? []
  return licences.length > 0 && licences.every(({ activeFlag }) => activeFlag === false)
}

/** Clocks further apart than this make "changed since" reads and certificates confusing. */
const clockTolerance = 5 * 60_000

/** The server says when to come back, or says nothing at all. */
const telling: readonly FailureCode[] = [...unreachableCodes, 'throttled', 'maintenance']

/**
 * Judges `/system/info`. The version is known from company info too, and the lists have answered, so being refused this
 * one call is no failure, and licences that are listed as inactive are a remark.
 */
export function versionVerdict(
  info: Reply<unknown>,
  company: CompanyInfo | null,
  skew: number,
  mask: (text: string) => string,
): StageVerdict {
  if (!info.ok && telling.includes(info.error.code)) return failedBy(info.error)
  const { version } = infoIn(info)
  const shown = mask(String(version || company?.version || 'Version not shown').slice(0, 100))
  const remarks = [
    info.ok ? '' : 'ConnectWise does not tell more of it to these keys.',
    isUnlicensed(info) ? 'It lists no licence as active.' : '',
    Math.abs(skew) > clockTolerance
      ? `Its clock and the clock of this computer are ${Math.round(Math.abs(skew) / 60_000)} minutes apart.`
      : '',
  ].filter(Boolean)
  const next = Math.abs(skew) > clockTolerance ? 'Check the time of this computer.' : ''
  return passedStage([`${shown}.`, ...remarks].join(' '), 'ok', next)
}

/** Judges what the probes found; without a licence a refusal says nothing about the role. */
export function accessVerdict(
  { permissions, refused, empty, error }: ProbedAccess,
  unlicensed: boolean,
): StageVerdict {
  if (error) return failedBy(error)
  const missing = permissions.filter(({ state }) => state === 'missing')
  const untested = permissions.filter(({ state }) => state === 'untested')
  const unseen = untested.filter(isForReading).length
  const unwritten = untested.length - unseen
  const zero = empty.map(zeroRowsAdvice)
  const zeroText = zero.map(({ message }) => ` ${message}`).join('')
  const zeroNext = zero.slice(0, 1).map(({ next }) => next)
  if (missing.length === 0) {
    const open = [
      unwritten > 0 ? ` ${unwritten} cannot be tested without writing.` : '',
      unseen > 0 ? ` ${unseen} cannot be judged by what came back.` : '',
    ].join('')
    return passedStage(
      `Everything that can be tested is allowed.${open}${zeroText}`,
      'ok',
      zeroNext.join(' '),
    )
  }
  const count = `${missing.length} of ${permissions.length} rights ${missing.length === 1 ? 'is' : 'are'} missing`
  const blocked = refused.length > 0 ? `this API member may not read ${inWords(refused)}. ${count}` : count
  const steps = missing.map(({ right, neededFor }) =>
    adviceToEnable(right, /Boards|Statuses/.test(neededFor) ? 'statuses' : undefined),
  )
  return {
    ok: false,
    code: 'permission-missing',
    message: `The keys work, but ${blocked}.${unlicensed ? ' No licence is listed as active, which may be the only reason.' : ''}${zeroText}`,
    next: unlicensed
      ? 'Ask the ConnectWise administrator about its licences first, then test again.'
      : [...new Set(steps), ...zeroNext].join(' '),
  }
}

/** "members, boards and time entries". */
const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
