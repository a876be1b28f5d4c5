// From what ConnectWise, or something in front of it, answers instead of data to a failure. The status decides before the shape does.
import { oneLine, type Spoken, spokenIn } from './spoken.ts'
import {
  type FailureFacts,
  type Failure,
  type FailureCode,
  type FailureContext,
  makeFailure,
  type Reason,
} from './failure.ts'
import { secondsToWait } from './retryAfter.ts'
import { blockedAbroad, maintenanceAbroad, signInAbroad } from './otherLanguages.ts'
import * as phrases from './refusalPatterns.ts'
import { fold } from '../../../shared/text/fold.ts'

/** An answer read to the end. */
export type HttpAnswer = {
  status: number
  text: string
  headers: Headers
  /** The address that was asked. */
  url: string
  /** Milliseconds since 1970 by our clock; a `Date` header decides where there is one. */
  now: number
}

/** What an answer says, and what is known around it. */
type Refusal = Spoken & {
  status: number
  /** The beginning of the answer as it came. */
  raw: string
  /** Code and words without case and accents. */
  folded: string
  /** Whether it asks for a login of another kind than the keys are. */
  asksOtherLogin: boolean
  /** Whether a proxy says that it did not get any further. */
  isProxyError: boolean
  wait: number | null
  company: boolean
  /** Where a redirect leads, and whether that is another host. */
  location: URL | null
  leaves: boolean
}

type Test = (refusal: Refusal) => boolean
const status =
  (from: number, to = from): Test =>
  (refusal) =>
    refusal.status >= from && refusal.status <= to
const says =
  (...patterns: RegExp[]): Test =>
  ({ folded }) =>
    patterns.some((pattern) => pattern.test(folded))
const any =
  (...tests: Test[]): Test =>
  (refusal) =>
    tests.some((test) => test(refusal))
const page: Test = ({ shape }) => shape === 'page'
const plain: Test = ({ shape }) => shape === 'text'
const foreign: Test = ({ shape }) => shape === 'page' || shape === 'text' || shape === 'json'
const holds =
  (pattern: RegExp): Test =>
  ({ raw }) =>
    pattern.test(raw)
const leadsTo =
  (pattern: RegExp): Test =>
  ({ location }) =>
    location !== null && pattern.test(`${location.hostname}${location.pathname}${location.search}`)
const leaves =
  (pattern: RegExp): Test =>
  ({ location, leaves }) =>
    leaves && location !== null && pattern.test(location.hostname)
const proxyError: Test = ({ isProxyError }) => isProxyError
const otherLogin: Test = ({ asksOtherLogin, shape }) => asksOtherLogin && shape !== 'connectwise'
const asksToWait: Test = ({ wait }) => wait !== null
const companyKnown: Test = ({ company }) => company
const companyUnknown: Test = ({ company }) => !company
const maintained: Test = says(phrases.maintenance, maintenanceAbroad)
const refused: Test = says(phrases.blocked, blockedAbroad)
const gone: Test = any(status(404, 405), status(410), status(501))

/**
 * How refusals are told apart; the first row all of whose tests hold decides. `Security` has two meanings, so its words
 * decide before its status does (ConnectWise Developer Guide). The words for client IDs and keys differ between sites.
 */
const rows: readonly (readonly [FailureCode, ...Test[]])[] = [
  // 420, 509 and 529 are what hosts and gateways beside the standard answer when there is too much.
  ['throttled', any(status(420), status(429), status(509), status(529))],
  ['sign-in-page', status(511)],
  ['proxy-failed', status(407)],
  ['timeout', status(408)],
  ['maintenance', status(300, 399), leadsTo(phrases.maintenancePlace)],
  ['call-blocked', status(300, 399), any(leaves(phrases.blockHost), leadsTo(phrases.blockPlace))],
  ['sign-in-page', status(300, 399), any(leadsTo(phrases.captivePortal), leaves(phrases.privateAddress))],
  ['redirected', status(300, 399)],
  ['throttled', any(status(500, 503), status(403), status(200, 299)), says(phrases.tooMany)],
  ['maintenance', status(503), asksToWait],
  ['maintenance', any(status(500, 599), page), maintained],
  ['server-error', status(500, 599), says(phrases.ownError)],
  ['ssl-required', says(phrases.sslRequired)],
  ['proxy-failed', status(500, 599), proxyError],
  ['proxy-failed', page, status(500, 599), says(phrases.unreachedBehind)],
  // Pages: of a server, a firewall, a proxy or a network in between.
  ['call-blocked', page, status(400, 499), says(phrases.clientCertificate)],
  ['call-blocked', any(page, status(400, 499)), holds(phrases.challenge)],
  ['call-blocked', page, any(gone, status(500, 599)), refused],
  ['request-refused', page, gone, says(phrases.requestFiltering)],
  ['server-error', page, any(gone, status(403)), says(phrases.downBehind)],
  ['not-found', page, gone, companyKnown],
  ['web-page', page, gone],
  [
    'sign-in-page',
    page,
    status(200, 499),
    any(says(phrases.signIn, signInAbroad), holds(phrases.sendsToSignIn), holds(phrases.signOnService)),
  ],
  ['call-blocked', page, any(status(403), status(451))],
  ['call-blocked', status(401), otherLogin],
  ['keys-rejected', page, status(401)],
  ['call-blocked', page, status(200, 499), any(refused, says(phrases.incidentId), holds(phrases.blockFrame))],
  ['request-refused', page, status(400, 499)],
  ['web-page', page, status(200, 299)],
  // Words.
  ['company-not-found', says(phrases.noRoute)],
  ['company-not-found', companyUnknown, status(200, 404), says(phrases.noCompany)],
  ['call-blocked', status(400, 403), says(phrases.addressNotAllowed, phrases.gatewayRule)],
  ['condition-refused', says(phrases.badCondition)],
  ['client-id-rejected', status(200, 403), says(phrases.clientId)],
  ['client-id-rejected', plain, status(400, 403), says(phrases.cannot)],
  [
    'permission-missing',
    any(status(200, 299), status(400), status(402, 403), status(500)),
    says(phrases.missingRight),
  ],
  ['keys-rejected', any(status(200, 403), status(423), status(498, 500)), says(phrases.keysRejected)],
  ['keys-rejected', status(401)],
  // Rights are called "Member Maintenance" and the like, so what ConnectWise refuses with 403 is none.
  ['maintenance', any(foreign, status(200, 299), status(404, 499)), maintained],
  ['call-blocked', any(status(403), status(451)), foreign],
  ['permission-missing', status(403)],
  ['call-blocked', status(451)],
  ['not-found', gone],
  ['server-error', status(500, 599)],
  ['throttled', says(phrases.tooMany)],
  ['request-refused', status(200, 999)],
]

/** What was answered instead of data. */
export function refusedFailure(answer: HttpAnswer, context: FailureContext): Failure {
  const refusal = readRefusal(answer, context)
  const code = rows.find(([, ...tests]) => tests.every((test) => test(refusal)))?.[0] ?? 'answer-damaged'
  return makeFailure(codeAfterAll(code, refusal, context), context, factsOf(answer, refusal, code))
}

/** Keys and company that have answered before are not what is wrong now. */
function codeAfterAll(code: FailureCode, refusal: Refusal, { known }: FailureContext): FailureCode {
  if (code === 'keys-rejected' && known?.keys) {
    return refusal.status === 401 || refusal.status === 403 ? 'permission-missing' : 'request-refused'
  }
  if (code === 'company-not-found' && known?.keys) return 'not-found'
  return code
}

/** What a sentence says beyond the code; the first that holds. */
const reasons: readonly (readonly [Reason, (refusal: Refusal, code: FailureCode) => boolean])[] = [
  ['no-route', (_refusal, code) => code === 'company-not-found'],
  [
    'server-timeout',
    ({ status, words }) =>
      status === 504 || status === 524 || (status >= 500 && phrases.serverTimeout.test(words)),
  ],
  [
    'client-certificate',
    ({ words }, code) => code === 'call-blocked' && phrases.clientCertificate.test(words),
  ],
  ['own-login', (refusal, code) => code === 'call-blocked' && otherLogin(refusal)],
  ['sign-on', (refusal, code) => code === 'redirected' && leadsTo(phrases.signOnPlace)(refusal)],
]

function factsOf(
  { text, headers, url }: HttpAnswer,
  refusal: Refusal,
  code: FailureCode,
): Partial<FailureFacts> {
  const { status, words, wait } = refusal
  return {
    status,
    retryAfter: wait,
    location: code === 'redirected' ? placeOf(refusal, url) : '',
    server: headers.get('server') ?? '',
    contentType: headers.get('content-type') ?? '',
    refusedName: phrases.refusedNameIn(words),
    refusesVersion:
      status === 406 || status === 415 || (status < 500 && phrases.version.test(`${refusal.code} ${words}`)),
    saysRight: phrases.missingRight.test(`${refusal.code} ${words}`),
    said: words || (status >= 300 && status < 400 && code !== 'redirected' ? placeOf(refusal, url) : ''),
    pageLimit: status >= 400 && status < 500 ? phrases.pageLimitIn(words, rowsAskedAt(url)) : null,
    reason: reasons.find(([, holds]) => holds(refusal, code))?.[0] ?? null,
    answer: text,
  }
}

function readRefusal({ status, text, headers, url, now }: HttpAnswer, { known }: FailureContext): Refusal {
  // A date is by the server's clock, and so is the header that tells its time.
  const told = Date.parse(headers.get('date') ?? '')
  const said = spokenIn(text)
  const words = oneLine(said.words)
  const location = targetOf(headers.get('location'), url)
  return {
    status,
    ...said,
    words,
    raw: oneLine(text),
    folded: fold(`${said.code} ${words}`),
    asksOtherLogin: phrases.otherLogin.test((headers.get('www-authenticate') ?? '').slice(0, 500)),
    isProxyError: phrases.squidError.test(headers.get('x-squid-error') ?? ''),
    wait: secondsToWait(
      headers.get('retry-after'),
      status === 429 || status === 503 || phrases.tooMany.test(words) ? said.words : '',
      Number.isNaN(told) ? now : told,
    ),
    company: known?.company ?? false,
    location,
    leaves: location !== null && location.hostname !== new URL(url).hostname,
  }
}

const rowsAskedAt = (url: string): number => Number(new URL(url).searchParams.get('pageSize'))

function targetOf(location: string | null, asked: string): URL | null {
  const target = location && URL.canParse(location, asked) ? new URL(location, asked) : null
  return target && /^https?:$/.test(target.protocol) ? target : null
}

/** Where a redirect leads: only scheme and host of another origin, for what follows them may be anybody's secret. */
const placeOf = ({ location }: Refusal, asked: string): string =>
  location === null
    ? ''
    : location.origin === new URL(asked).origin
      ? `${location.origin}${location.pathname}`
      : location.origin
