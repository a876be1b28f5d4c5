// What a stage of the connection test says: passed or failed, in a sentence, with what to do.
import { isForReading, type Stage } from '../../../shared/connection/connection.ts'
import type { AppError, Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import type { Access } from './access.ts'
import type { Company } from '../transport/company.ts'
import { enable, zeroRows } from './permissions.ts'

export type Verdict = Omit<Stage, 'stage' | 'ms'>

export const passed = (message: string, code = 'ok', next = ''): Verdict => ({
  ok: true,
  code,
  message,
  next,
})

export const failed = ({ code, message, next = '', detail }: AppError): Verdict => ({
  ok: false,
  code,
  message,
  next,
  ...(detail && { detail }),
})

const infoSchema = z.object({
  version: z.string().nullish(),
  licenseBits: z.array(z.object({ name: z.string().nullish(), activeFlag: z.boolean().nullish() })).nullish(),
})

/** Clocks further apart than this make "changed since" reads and certificates confusing. */
const clockTolerance = 5 * 60_000

/** Judges `/system/info` (OpenAPI model 2022.1). Its version is known from company info too, so being refused it is no failure. */
export function versionVerdict(info: Result<unknown>, company: Company | null, skew: number): Verdict {
  const unreadable = !info.ok && info.error.code !== 'permission-missing' && info.error.code !== 'not-found'
  if (unreadable) return failed(info.error)
  const { version, licenseBits } = (info.ok && infoSchema.safeParse(info.value).data) || {}
  const licences = licenseBits ?? []
  if (licences.length > 0 && licences.every(({ activeFlag }) => activeFlag === false)) {
    const names = licences.flatMap(({ name }) => name ?? []).join(', ')
    return {
      ok: false,
      code: 'licence-inactive',
      message: `No ConnectWise licence is active here (${names}), so calls are refused.`,
      next: 'Ask the ConnectWise administrator to check the licence of this company.',
    }
  }
  const shown = version || company?.version || 'Version not shown'
  if (Math.abs(skew) <= clockTolerance) return passed(`${shown}.`)
  const minutes = Math.round(Math.abs(skew) / 60_000)
  return passed(
    `${shown}. Its clock and the clock of this computer are ${minutes} minutes apart.`,
    'ok',
    'Check the time of this computer. Refresh goes by the clock of ConnectWise.',
  )
}

/** Judges what the probes found. */
export function accessVerdict({ permissions, refused, empty, error }: Access): Verdict {
  if (error) return failed(error)
  const missing = permissions.filter(({ state }) => state === 'missing')
  const untested = permissions.filter(({ state }) => state === 'untested')
  const unseen = untested.filter(isForReading).length
  const unwritten = untested.length - unseen
  const zero = empty.map(zeroRows)
  const zeroText = zero.map(({ message }) => ` ${message}`).join('')
  const zeroNext = zero.slice(0, 1).map(({ next }) => next)
  if (missing.length === 0) {
    const open = [
      unwritten > 0 ? ` ${unwritten} cannot be tested without writing.` : '',
      unseen > 0 ? ` ${unseen} cannot be judged by what came back.` : '',
    ].join('')
    return passed(`Everything that can be tested is allowed.${open}${zeroText}`, 'ok', zeroNext.join(' '))
  }
  const count = `${missing.length} of ${permissions.length} rights ${missing.length === 1 ? 'is' : 'are'} missing`
  const blocked = refused.length > 0 ? `this API member may not read ${inWords(refused)}. ${count}` : count
  const steps = missing.map(({ right, neededFor }) =>
    enable(right, /Boards|Statuses/.test(neededFor) ? 'statuses' : undefined),
  )
  return {
    ok: false,
    code: 'permission-missing',
    message: `The keys work, but ${blocked}.${zeroText}`,
    next: [...new Set(steps), ...zeroNext].join(' '),
  }
}

/** "members, boards and time entries". */
const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
