// The only place that turns the world's failures into codes: what fetch and TLS throw, and what ConnectWise answers.
import type { AppError } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { type Circumstances, type FailureCode, failureWords } from './failureWords.ts'
import { parseJson } from './json.ts'

export type FailureContext = {
  /** Host with port, as resolved. */
  host: string
  companyId: string
  /** What was being read, for the sentence: "members". */
  what?: string
  mask: (text: string) => string
}

/** An answer read to the end. */
export type Answer = {
  status: number
  text: string
  /** Seconds a 429 asks to wait, null when it does not say. */
  wait: number | null
  /** Scheme and host a redirect leads to, where they are others. */
  leadsTo?: string
}

const detailLimit = 4_000

/** Makes an error from its code; what came from elsewhere is masked and cut. */
export function failure(
  code: FailureCode,
  context: FailureContext,
  more: { named?: string; detail?: string } = {},
): AppError {
  const about: Circumstances = { what: '', ...context, named: more.named ?? '' }
  const { message, next } = failureWords[code](about)
  const detail = more.detail && context.mask(more.detail).slice(0, detailLimit)
  return { code, message: context.mask(message), next, ...(detail && { detail }) }
}

/** No TLS connection comes about: the server speaks none, or no version in common. */
const withoutTls = /EPROTO|ERR_SSL_/

/** Names of failures as Node's fetch and TLS and Electron's net.fetch give them; the first row that fits decides. */
const thrownCodes: readonly (readonly [RegExp, FailureCode])[] = [
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID/, 'tls-expired'],
  [/DEPTH_ZERO_SELF_SIGNED_CERT/, 'tls-self-signed'],
  [/ALTNAME_INVALID|HOSTNAME_MISMATCH|ERR_CERT_COMMON_NAME_INVALID/, 'tls-wrong-name'],
  [/PROXY|ERR_TUNNEL_CONNECTION_FAILED|UND_ERR_PRX|Proxy response/, 'proxy-failed'],
  [
    /SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY|GET)|CERT_\w*(UNTRUSTED|REJECTED|FAILURE)|INVALID_CA|net::ERR_CERT_/,
    'tls-untrusted',
  ],
  [/ENOTFOUND|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED/, 'host-not-found'],
  [/EAI_|ENETUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_/, 'offline'],
  [
    /ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ERR_CONNECTION_REFUSED|ERR_CONNECTION_FAILED|ERR_ADDRESS_UNREACHABLE/,
    'connection-refused',
  ],
  [/ETIMEDOUT|UND_ERR_\w+_TIMEOUT|TIMED_OUT|TimeoutError/, 'timeout'],
  [withoutTls, 'not-connectwise'],
  [/does not match the HTTP/, 'not-connectwise'],
  [/Redirect was cancelled|redirect policy|unexpected redirect|_REDIRECT/, 'redirected'],
  [/bad port|ERR_UNSAFE_PORT|ERR_INVALID_URL|ERR_ADDRESS_INVALID/, 'address-invalid'],
  [
    /ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_|HPE_|PREMATURE_CLOSE|terminated|other side closed/,
    'connection-reset',
  ],
  [/net::ERR_(CONNECTION|EMPTY|CONTENT|INCOMPLETE|HTTP2|QUIC|SOCKET|INVALID|RESPONSE)/, 'connection-reset'],
  [/AbortError|ERR_ABORTED/, 'cancelled'],
]

/** Everything an error says about itself: its causes first, for several attempts each of them. */
function wordsOf(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 5) return depth === 0 ? [String(thrown)] : []
  const inner: unknown[] = [...(thrown instanceof AggregateError ? thrown.errors : []), thrown.cause]
  const code = 'code' in thrown && typeof thrown.code === 'string' ? `${thrown.code} ` : ''
  return [...inner.flatMap((other) => wordsOf(other, depth + 1)), `${thrown.name}: ${code}${thrown.message}`]
}

/** What fetch or TLS threw, as an error. `before` is what was already known of the answer. */
export function thrownFailure(thrown: unknown, context: FailureContext, before = ''): AppError {
  const detail = `${before}${wordsOf(thrown).join('\n')}`
  const code = thrownCodes.find(([pattern]) => pattern.test(detail))?.[1] ?? 'internal'
  if (isOfProxy(detail, context)) return failure('proxy-failed', context, { detail })
  return failure(code, context, { detail, ...(withoutTls.test(detail) && { named: 'TLS' }) })
}

/** A name or a port that was not asked for can only be the proxy's. This computer itself is never behind one. */
function isOfProxy(detail: string, { host }: FailureContext): boolean {
  const lookedUp = /getaddrinfo \w+ (\S+)/.exec(detail)?.[1]
  const port = /connect \w+ \S+:(\d+)/.exec(detail)?.[1]
  const own = /:(\d+)$/.exec(host)?.[1] ?? '443'
  return (
    (lookedUp !== undefined && !host.startsWith(lookedUp)) ||
    (port !== undefined && port !== own && !host.startsWith('127.0.0.1'))
  )
}

/** What an answer says, in the two JSON shapes ConnectWise uses, as plain text, or as a page (ConnectWise Developer Guide; xyte.io error table). */
type Refusal = { status: number; code: string; message: string; html: boolean }

const refusalSchema = z.object({
  code: z.string().nullish(),
  error: z.string().nullish(),
  message: z.string().nullish(),
  errors: z.array(z.object({ message: z.string().nullish() })).nullish(),
})

const is = (pattern: RegExp) => (refusal: Refusal) => pattern.test(`${refusal.code} ${refusal.message}`)
const status =
  (from: number, to = from) =>
  (refusal: Refusal) =>
    refusal.status >= from && refusal.status <= to
const all =
  (...tests: ((refusal: Refusal) => boolean)[]) =>
  (refusal: Refusal) =>
    tests.every((test) => test(refusal))

/**
 * How refusals are told apart; the first row that fits decides. `Security` has two meanings, so its text decides before
 * the status does (ConnectWise Developer Guide). The shapes of client ID refusals differ between sites.
 */
const refusals: readonly (readonly [(refusal: Refusal) => boolean, FailureCode])[] = [
  [status(429), 'throttled'],
  [status(300, 399), 'redirected'],
  [status(407), 'proxy-failed'],
  [all(({ html }) => html, status(500, 599)), 'server-error'],
  [
    all(
      ({ html }) => html,
      ({ status }) => status !== 401,
    ),
    'web-page',
  ],
  [is(/SSL is required/i), 'ssl-required'],
  [is(/Cannot route|Codebase\/company is invalid/i), 'company-not-found'],
  [all(is(/client\s*[-_]?\s*id\b/i), status(200, 403)), 'client-id-rejected'],
  [all(is(/^\s*Cannot /), status(400, 403)), 'client-id-rejected'],
  [is(/\bUnauthorized\b|UserNotAuthenticated/), 'keys-rejected'],
  [status(401), 'keys-rejected'],
  [status(403), 'permission-missing'],
  [is(/not have security permission/i), 'permission-missing'],
  [status(404), 'not-found'],
  [status(405), 'not-found'],
  [
    is(/^ApiFindCondition|is not a recognized name|need(s)? (single or double )?quotes/i),
    'condition-refused',
  ],
  [status(408), 'timeout'],
  [status(500, 599), 'server-error'],
  [is(/Too many requests/i), 'throttled'],
  [status(200, 499), 'request-refused'],
]

/** Whether a text is a web page: starts with a tag. */
export const looksLikePage = (text: string): boolean => /^\s*(\uFEFF)?\s*</.test(text)

/** What ConnectWise answered instead of data, as an error. */
export function refusedFailure(answer: Answer, context: FailureContext): AppError {
  const refusal = readRefusal(answer)
  const code = refusals.find(([fits]) => fits(refusal))?.[1] ?? 'answer-damaged'
  const field = /['"]?([\w/.]+)['"]? is not a recognized name/i.exec(refusal.message)?.[1]
  const names: Partial<Record<FailureCode, string | undefined>> = {
    throttled: answer.wait?.toString(),
    redirected: answer.leadsTo,
    'condition-refused': field,
  }
  const named = names[code]
  return failure(code, context, {
    ...(named && { named }),
    detail: `HTTP ${answer.status}\n${answer.text}`,
  })
}

/** Whether a JSON body is a refusal in one of ConnectWise's two shapes: a gateway's status does not always say so. */
export const isRefusal = (value: unknown): boolean => {
  const body = refusalSchema.safeParse(value).data
  return typeof body?.message === 'string' && typeof (body.code ?? body.error) === 'string'
}

function readRefusal({ status, text }: Answer): Refusal {
  const json = refusalSchema.safeParse(parseJson(text)).data
  return {
    status,
    code: json?.code ?? json?.error ?? '',
    message: json
      ? [json.message, ...(json.errors ?? []).map((inner) => inner.message)].filter(Boolean).join(' ')
      : text.slice(0, detailLimit),
    html: looksLikePage(text),
  }
}

/**
 * Seconds a 429 asks to wait: `Retry-After` as seconds or as a date, else the number in the message. Null when neither
 * says: a content delivery network in front answers without ConnectWise's own shape (ConnectWise Developer Guide).
 */
export function secondsToWait(retryAfter: string | null, text: string, now: number): number | null {
  const header = retryAfter?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header)
  const date = header === '' ? Number.NaN : Date.parse(header)
  if (!Number.isNaN(date)) return Math.max(0, Math.ceil((date - now) / 1000))
  const inWords = /in (\d+) seconds?/i.exec(text)?.[1]
  return inWords === undefined ? null : Number(inWords)
}
