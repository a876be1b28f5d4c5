// From what ConnectWise, or something in front of it, answers instead of data to a failure. The status decides before the shape does.
import { z } from '../../../shared/zod.ts'
import { parseJson } from './json.ts'
import { type Facts, type Failure, type FailureCode, type FailureContext, failure } from './failure.ts'
import { looksLikePage, wordsOfPage } from './page.ts'
import { secondsToWait } from './retryAfter.ts'
import * as phrases from './phrases.ts'

/** An answer read to the end. */
export type Answer = {
  status: number
  text: string
  headers: Headers
  /** The address that was asked. */
  url: string
  /** Milliseconds since 1970 by our clock; a `Date` header decides where there is one. */
  now: number
}

/** What an answer says: in one of ConnectWise's two JSON shapes, as plain text, or as a page (ConnectWise Developer Guide; xyte.io error table). */
type Refusal = {
  status: number
  code: string
  words: string
  /** The beginning of the answer as it came. */
  raw: string
  shape: 'page' | 'text' | 'connectwise' | 'json' | 'empty'
  wait: number | null
  company: boolean
}

type Test = (refusal: Refusal) => boolean
const status =
  (from: number, to = from): Test =>
  (refusal) =>
    refusal.status >= from && refusal.status <= to
const says =
  (pattern: RegExp): Test =>
  ({ code, words }) =>
    pattern.test(`${code} ${words}`)
const any =
  (...tests: Test[]): Test =>
  (refusal) =>
    tests.some((test) => test(refusal))
const page: Test = ({ shape }) => shape === 'page'
const plain: Test = ({ shape }) => shape === 'text'
const foreign: Test = ({ shape }) => shape === 'page' || shape === 'text' || shape === 'json'
const sendsToSignIn: Test = ({ raw }) => phrases.sendsToSignIn.test(raw)
const asksToWait: Test = ({ wait }) => wait !== null
const companyKnown: Test = ({ company }) => company
const companyUnknown: Test = ({ company }) => !company
const gone: Test = any(status(404, 405), status(410), status(501))

/**
 * How refusals are told apart; the first row all of whose tests hold decides. `Security` has two meanings, so its words
 * decide before its status does (ConnectWise Developer Guide). The words for client IDs and keys differ between sites.
 */
const rows: readonly (readonly [FailureCode, ...Test[]])[] = [
  ['throttled', status(429)],
  ['sign-in-page', status(511)],
  ['proxy-failed', status(407)],
  ['redirected', status(300, 399)],
  ['throttled', any(status(503), status(200, 299)), says(phrases.tooMany)],
  ['maintenance', status(503), asksToWait],
  ['maintenance', any(status(500, 599), page), says(phrases.maintenance)],
  ['ssl-required', says(phrases.sslRequired)],
  // Pages: of a server, a firewall, a proxy or a network in between.
  ['request-refused', page, gone, says(phrases.filtered)],
  ['not-found', page, gone, companyKnown],
  ['web-page', page, gone],
  ['sign-in-page', page, status(200, 499), any(says(phrases.signIn), sendsToSignIn)],
  ['call-blocked', page, any(status(403), status(451))],
  ['keys-rejected', page, status(401)],
  ['call-blocked', page, status(200, 499), says(phrases.blocked)],
  ['request-refused', page, status(400, 499)],
  ['web-page', page, status(200, 299)],
  // Words.
  ['company-not-found', says(phrases.noRoute)],
  ['company-not-found', companyUnknown, status(200, 404), says(phrases.noCompany)],
  ['call-blocked', status(400, 403), says(phrases.addressList)],
  ['condition-refused', says(phrases.condition)],
  ['client-id-rejected', status(200, 403), says(phrases.clientId)],
  ['client-id-rejected', plain, status(400, 403), says(phrases.cannot)],
  [
    'permission-missing',
    any(status(200, 299), status(400), status(402, 403), status(500)),
    says(phrases.right),
  ],
  ['keys-rejected', any(status(200, 403), status(500)), says(phrases.keys)],
  ['keys-rejected', status(401)],
  ['call-blocked', any(status(403), status(451)), foreign],
  ['permission-missing', status(403)],
  ['call-blocked', status(451)],
  ['not-found', gone],
  ['timeout', status(408)],
  ['server-error', status(500, 599)],
  ['throttled', says(phrases.tooMany)],
  ['request-refused', status(200, 999)],
]

const refusalSchema = z.object({
  code: z.string().nullish(),
  error: z.string().nullish(),
  message: z.string().nullish(),
  errors: z.array(z.object({ message: z.string().nullish() })).nullish(),
})

/** Other words for `message` in answers that are not ConnectWise's own. */
const elsewhere = z.object({
  Message: z.string().optional(),
  error_description: z.string().optional(),
  detail: z.string().optional(),
  title: z.string().optional(),
})

/** What was answered instead of data. */
export function refusedFailure(answer: Answer, context: FailureContext): Failure {
  const refusal = readRefusal(answer, context)
  const code = rows.find(([, ...tests]) => tests.every((test) => test(refusal)))?.[0] ?? 'answer-damaged'
  return failure(rightOf(code, refusal, context), context, factsOf(answer, refusal, code))
}

/** Keys and company that have answered before are not what is wrong now. */
function rightOf(code: FailureCode, refusal: Refusal, { known }: FailureContext): FailureCode {
  if (code === 'keys-rejected' && known?.keys) {
    return refusal.status === 401 || refusal.status === 403 ? 'permission-missing' : 'request-refused'
  }
  if (code === 'company-not-found' && known?.keys) return 'not-found'
  return code
}

function factsOf({ text, headers, url }: Answer, refusal: Refusal, code: FailureCode): Partial<Facts> {
  const { status, words, wait } = refusal
  const isTimeout = status === 504 || status === 524 || (status >= 500 && phrases.serverTimeout.test(words))
  return {
    status,
    retryAfter: wait,
    location: code === 'redirected' ? leadsTo(headers.get('location'), url) : '',
    server: headers.get('server') ?? '',
    contentType: headers.get('content-type') ?? '',
    refusedName: phrases.refusedNameIn(words),
    refusesVersion:
      status === 406 || status === 415 || (status < 500 && phrases.version.test(`${refusal.code} ${words}`)),
    saysRight: phrases.right.test(`${refusal.code} ${words}`),
    said: words,
    reason: code === 'company-not-found' ? 'no-route' : isTimeout ? 'server-timeout' : null,
    answer: text,
  }
}

/** Whether a JSON body is a refusal in one of ConnectWise's two shapes: a gateway's status does not always say so. */
export const isRefusal = (value: unknown): boolean => {
  const body = refusalSchema.safeParse(value).data
  return typeof body?.message === 'string' && typeof (body.code ?? body.error) === 'string'
}

function readRefusal({ status, text, headers, now }: Answer, { known }: FailureContext): Refusal {
  // A date is by the server's clock, and so is the header that tells its time.
  const told = Date.parse(headers.get('date') ?? '')
  const said = speak(text)
  return {
    status,
    ...said,
    words: oneLine(said.words),
    raw: oneLine(text),
    wait: secondsToWait(
      headers.get('retry-after'),
      status === 429 || status === 503 || phrases.tooMany.test(oneLine(said.words)) ? said.words : '',
      Number.isNaN(told) ? now : told,
    ),
    company: known?.company ?? false,
  }
}

function speak(text: string): Pick<Refusal, 'code' | 'words' | 'shape'> {
  if (text.slice(0, searched).trim() === '') return { code: '', words: '', shape: 'empty' }
  if (looksLikePage(text)) return { code: '', words: wordsOfPage(text), shape: 'page' }
  const json = parseJson(text)
  if (typeof json === 'string') return { code: '', words: json, shape: 'text' }
  if (typeof json !== 'object' || json === null) return { code: '', words: text, shape: 'text' }
  const own = refusalSchema.safeParse(json).data
  const other = elsewhere.safeParse(json).data
  const messages = [own?.message, ...(own?.errors ?? []).map((inner) => inner.message)]
  const words = [...messages, other?.Message, other?.error_description, other?.detail, other?.title]
  const code = (own?.code ?? own?.error ?? '').slice(0, 100)
  return { code, words: words.filter(Boolean).join(' '), shape: code === '' ? 'json' : 'connectwise' }
}

/** Cut before anything searches it. */
const searched = 4_000
const oneLine = (text: string): string => text.slice(0, searched).replace(/\s+/g, ' ').trim()

/** Where a redirect leads: only scheme and host of another origin, for what follows them may be anybody's secret. */
function leadsTo(location: string | null, asked: string): string {
  const target = location && URL.canParse(location, asked) ? new URL(location, asked) : null
  if (!target || !/^https?:$/.test(target.protocol)) return ''
  return target.origin === new URL(asked).origin ? `${target.origin}${target.pathname}` : target.origin
}
