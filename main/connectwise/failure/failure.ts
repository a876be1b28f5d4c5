// What is known about a read that failed. Facts only: sentences are made of them at the edge, by `failureSentence`.
import type { ErrorCode } from '../../../shared/result.ts'

/** The codes a read can fail with. */
export type FailureCode = Exclude<
  ErrorCode,
  | `file-${string}`
  | `passphrase-${string}`
  | 'write-failed'
  | 'conflict'
  | 'unknown-item'
  | 'in-use'
  | 'invalid-input'
  | 'untrusted'
>

/** What has answered before with the same values, which rules causes out. */
export type KnownToWork = {
  /** Company info knew the company. */
  company: boolean
  /** A call with these keys was answered with data. */
  keys: boolean
}

/** What a failure is about. */
export type FailureContext = {
  /** Host with port, as resolved. */
  host: string
  companyId: string
  /** What was being read, for the sentence: "members". */
  what?: string
  known?: KnownToWork
  mask: (text: string) => string
}

/** Why, where one code has several reasons that ask for different advice. */
export type Reason =
  /** The list changed while it was read. */
  | 'moved'
  /** No TLS comes about. */
  | 'no-tls'
  /** The server speaks TLS and ends the handshake without saying why. */
  | 'handshake'
  /** A certificate whose key or signature nobody takes any more. */
  | 'weak'
  /** The server wants a certificate of the person. */
  | 'client-certificate'
  /** A server before ConnectWise wants a login of its own. */
  | 'own-login'
  /** A redirect leads to where people sign in. */
  | 'sign-on'
  /** Every call is refused, and no answer says why. */
  | 'unsaid'
  /** The proxy this computer is set to is not there. */
  | 'no-proxy'
  /** This computer itself forbids the connection. */
  | 'firewall'
  /** macOS asks before an app may speak to the company's own network. */
  | 'local-network'
  /** Chromium on Linux does not trust what the system trusts. */
  | 'own-store'
  | 'too-large'
  | 'too-deep'
  /** The server's own time limit passed. */
  | 'server-timeout'
  /** Answers kept coming, but not fast enough. */
  | 'slow'
  /** The company ID is empty. */
  | 'blank'
  /** The gateway has no way to this company or release. */
  | 'no-route'
  /** The keys have worked a moment ago. */
  | 'revoked'

export type FailureFacts = {
  reason: Reason | null
  /** HTTP status, null where no answer came. */
  status: number | null
  /** Seconds the answer asks to wait, null when it does not. */
  retryAfter: number | null
  /** Where a redirect leads: scheme and host, and inside the same host the path. */
  location: string
  server: string
  contentType: string
  /** The field or member the answer refuses by name. */
  refusedName: string
  /** The most rows at once the answer allows, null where it does not speak of that. */
  pageLimit: number | null
  /** Whether the answer refuses the API version that was asked for. */
  refusesVersion: boolean
  /** Whether the answer speaks of a missing right. */
  saysRight: boolean
  /** What a certificate is about: its dates, its names, its authority. */
  certificate: string
  /** The answer's own words in one short line. */
  said: string
  /** The raw answer. */
  answer: string
}

export type Failure = FailureFacts & {
  code: FailureCode
  host: string
  companyId: string
  what: string
  known: KnownToWork
}

/** What a read comes to. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure }

const answerLimit = 4_000
const lineLimit = 200
/** Cut before it is searched; longer than what is kept, so that no key is cut in two unseen. */
const searched = 16_000

const none: FailureFacts = {
  reason: null,
  status: null,
  retryAfter: null,
  location: '',
  server: '',
  contentType: '',
  refusedName: '',
  pageLimit: null,
  refusesVersion: false,
  saysRight: false,
  certificate: '',
  said: '',
  answer: '',
}

/** Makes a failure from its code; what came from elsewhere is masked and cut here, and nowhere else. */
export function makeFailure(
  code: FailureCode,
  context: FailureContext,
  facts: Partial<FailureFacts> = {},
): Failure {
  const { host, companyId, what = '', known = { company: false, keys: false }, mask } = context
  const foreign = (text: string | undefined, limit: number) =>
    text ? mask(text.slice(0, searched)).slice(0, limit) : ''
  const line = (text: string | undefined) =>
    foreign(text, lineLimit)
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
  return {
    ...none,
    ...facts,
    location: line(facts.location),
    server: line(facts.server),
    contentType: line(facts.contentType),
    refusedName: line(facts.refusedName),
    certificate: line(facts.certificate),
    said: line(facts.said),
    answer: foreign(facts.answer, answerLimit),
    code,
    host,
    companyId,
    what,
    known: { ...known },
  }
}

/** A failed reply. */
export const failedReply = (...of: Parameters<typeof makeFailure>): { ok: false; error: Failure } => ({
  ok: false,
  error: makeFailure(...of),
})
