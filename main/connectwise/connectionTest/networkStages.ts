// The stages about the way there: the address, its certificate, and the company behind it.
import { type FailureCode, failedReply } from '../failure/failure.ts'
import { originOf, resolveSite } from '../transport/address.ts'
import type { Clock } from '../transport/clock.ts'
import { failedBy, type StageOutcome, passedStage, type StageRun } from './stage.ts'

/** Nothing answered, or nothing could be sent: the address is what to look at. */
export const unreachableCodes: readonly FailureCode[] = [
  'address-invalid',
  'site-not-allowed',
  'host-not-found',
  'offline',
  'connection-refused',
  'connection-reset',
  'timeout',
  'proxy-failed',
  'internal',
]
/** The base URL leads somewhere else; everything else about a call with keys is for the next stages to say. */
const misleading: readonly FailureCode[] = ['web-page', 'sign-in-page', 'ssl-required', 'redirected']

/** What only adds detail is not waited for longer: a look at the certificate goes past the proxy, a call with keys may hang. */
const lookLimit = 5_000

async function look<T>(
  clock: Clock,
  signal: AbortSignal,
  at: (until: AbortSignal) => T,
): Promise<Awaited<T>> {
  const limit = new AbortController()
  const callOff = clock.after(lookLimit, () => limit.abort())
  const seen = await at(AbortSignal.any([signal, limit.signal]))
  callOff()
  return seen
}

export const addressStage: StageRun = async (tools, _found, signal): Promise<StageOutcome> => {
  const { keys, client, reach, throughout } = tools
  const resolved = resolveSite(keys.site, tools.allowLoopbackHttp)
  if (!resolved.ok) return { verdict: failedBy(resolved.error) }
  const address = resolved.value
  if (!tools.siteAllowed(new URL(originOf(address)))) {
    const { error } = failedReply('site-not-allowed', { host: address.host, companyId: '', mask: tools.mask })
    return { verdict: failedBy(error) }
  }
  const asking = client.connect(tools.read(throughout, 'company info'))
  // Where a connection opens, the address is right; what is said on it is for the next stages to judge.
  const opened = reach?.({ host: address.hostname, port: address.port, signal })
  const company = await Promise.race([
    asking,
    ...(opened ? [opened.then((open) => (open ? undefined : asking))] : []),
  ])
  const found = { address, asking, ...(company && { company }) }
  return company && !company.ok && unreachableCodes.includes(company.error.code)
    ? { verdict: failedBy(company.error), found }
    : { verdict: passedStage(`Resolves to ${address.host}.`), found }
}

const isTls = (code: FailureCode): boolean => code.startsWith('tls-')

export const tlsStage: StageRun = async ({ clock, inspectTls }, { address, asking, ...before }, signal) => {
  if (!address || address.scheme === 'http')
    return { verdict: passedStage('Not used on this computer’s own address.', 'not-used') }
  const { hostname: host, port } = address
  const seen = await look(clock, signal, (until) => inspectTls?.({ host, port, signal: until }))
  const company = seen?.ok ? before.company : (before.company ?? (await asking))
  const found = company && { company }
  const error = company && !company.ok ? company.error : null
  if (error && isTls(error.code)) {
    const exact = seen && !seen.ok && isTls(seen.error.code) ? seen.error : error
    return {
      verdict: failedBy({ ...exact, answer: error.answer, reason: exact.reason ?? error.reason }),
      found,
    }
  }
  // The fetch got through, so what it trusts decides: it knows the system's certificates and the proxy.
  if (
    error &&
    seen &&
    !seen.ok &&
    (error.code === 'not-connectwise' || unreachableCodes.includes(error.code))
  )
    return { verdict: failedBy(error), found }
  const words = seen?.ok
    ? `Certificate of ${seen.value.issuer}, valid until ${seen.value.validTo.slice(0, 10)}.`
    : 'The certificate is accepted.'
  return { verdict: passedStage(words), found }
}

export const companyStage: StageRun = async ({ client, clock, keys, mask, read }, found, signal) => {
  const company = found.company ?? (await (found.asking ?? client.connect(read(signal, 'company info'))))
  if (!company.ok) return { verdict: failedBy(company.error), found: { company } }
  // The first call with keys: never sent with half a pair. That it hangs says nothing about the company.
  const asked =
    keys.publicKey && keys.privateKey
      ? await look(clock, signal, (until) => client.get('/system/info', {}, read(until, 'system info')))
      : undefined
  const info = asked && !asked.ok && asked.error.code === 'cancelled' ? undefined : asked
  const next = { company, ...(info && { info }) }
  // One call alone may be sent elsewhere by a server that answers the others.
  const isMisled = info && !info.ok && misleading.includes(info.error.code)
  if (isMisled && !(await client.keysWork(read(signal, 'system info'))))
    return { verdict: failedBy(info.error), found: next }
  const { name, cloud, version, host, otherSite } = company.value
  const kind = cloud === null ? '' : cloud ? 'cloud' : 'on-premise'
  const words = [name, version].map(mask)
  return {
    verdict: passedStage(
      `${[words[0], kind, words[1]].filter(Boolean).join(', ')}.${otherSite && ` It names another host, ${mask(otherSite)}; keys stay with ${host}.`}`,
      'ok',
      otherSite && `Use the address ${mask(otherSite)} if it is yours: the keys have to be entered for it.`,
    ),
    found: next,
  }
}
