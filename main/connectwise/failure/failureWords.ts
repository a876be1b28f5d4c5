// What is said about each way reading ConnectWise can fail: one sentence of what happened, one of what to do.
import type { AppError } from '../../../shared/result.ts'
import type { Failure, FailureCode } from './failure.ts'
import { longestAsked } from './retryAfter.ts'
import { quoteAnswer, type FailureWords, networkFailureWords } from './networkFailureWords.ts'

/** A failure as the caller of a whole operation gets it. */
export function failureSentence(failure: Failure): AppError {
  const { code, status, answer } = failure
  const detail = [status === null ? '' : `HTTP ${status}`, answer].filter(Boolean).join('\n')
  return { code, ...failureWords[code](failure), ...(detail && { detail }) }
}

/** "30 s", "4 minutes", "2 hours". */
function spanOf(seconds: number): string {
  if (seconds >= longestAsked) return 'a day or longer'
  if (seconds > 5400) return `${Math.round(seconds / 3600)} hours`
  return seconds > 90 ? `${Math.round(seconds / 60)} minutes` : `${Math.ceil(seconds)} s`
}

/** Refusals of keys that say nothing beyond that. */
const saysNoMore =
  /^\W*(unauthori[sz]ed|user ?not ?authenticated|(you are )?not authori[sz]ed[\w ]*|invalid (credentials|token))\W*$/i

export const failureWords: Record<FailureCode, (about: Failure) => FailureWords> = {
  ...networkFailureWords,
  'company-not-found': ({ host, companyId, reason }) => ({
    message:
      reason === 'blank'
        ? 'The company ID is missing.'
        : `ConnectWise could not find company ${companyId} at ${host}.`,
    next: 'Check the company ID (the one used to log in) and the region: another one, such as eu instead of na, may be right.',
  }),
  'keys-rejected': ({ reason, status, said }) => ({
    message:
      reason === 'revoked'
        ? 'ConnectWise accepted these keys at first and refuses them now.'
        : reason === 'no-route'
          ? 'The keys were not accepted: ConnectWise knows the company, but leads no call with these keys to it.'
          : `The keys were not accepted${status === 404 || saysNoMore.test(said) ? '' : quoteAnswer(said)}.`,
    next: 'Check public and private key, and that the API member they belong to is active, or create a new key pair (System > Members > API Members > API Keys). The private key is shown only once. Some sites refuse a wrong client ID with the same answer.',
  }),
  'key-needed': () => ({
    message: 'The public key or the private key is missing.',
    next: 'Enter both keys of an API member (System > Members > API Members > API Keys).',
  }),
  'client-id-rejected': ({ reason, status, said }) =>
    reason === 'unsaid'
      ? {
          message: `Every call with these keys is refused (${status})${quoteAnswer(said)}, and no answer says why. Some sites refuse a client ID that is missing or not theirs so.`,
          next: 'Check the client ID: the vendor of the product that connects names it. If it is right, ask whoever runs the server whether it lets this computer in, and the ConnectWise administrator whether the role of these keys may read anything.',
        }
      : {
          message: 'The integration client ID is missing or not valid for this company.',
          next: 'Use the client ID of the product that connects: its vendor names it. One of your own comes from developer.connectwise.com, and a private one works only for the company it was made for.',
        },
  'ssl-required': () => ({
    message: 'ConnectWise answers that SSL is required: this is not the address of its API.',
    next: 'Use https and the api- address.',
  }),
  'permission-missing': ({ what }) => ({
    message: `The ConnectWise role of these keys does not allow reading ${what || 'this'}.`,
    next: 'Ask the ConnectWise administrator to allow it in System > Security Roles.',
  }),
  'call-blocked': ({ host, what, said, server, known, reason }) => {
    if (reason === 'client-certificate')
      return {
        message: `The server at ${host} wants a certificate of this computer and got none that it accepts.`,
        next: `Where IT gave this computer one for it, start the app with --show-certificate-to=${host}; else ask whoever runs the server. Keys and rights are not the cause.`,
      }
    if (reason === 'own-login')
      return {
        message: `The server at ${host} or one before it asks for a login of its own${quoteAnswer(said)}.`,
        next: 'Ask whoever runs it to let calls of the API through without that login (Windows authentication, a sign-on). Keys and rights are not the cause.',
      }
    return {
      message: known.keys
        ? `The server at ${host} or a firewall before it refuses the call for ${what || 'this'}${quoteAnswer(said)}.`
        : `The server at ${host} or a firewall before it refuses this computer${quoteAnswer(said)}.`,
      next: `Ask whoever runs the server, or the firewall${server && ` (${server})`}, to let this computer's address and this call through. Keys and rights are not the cause.`,
    }
  },
  'not-found': ({ what }) => ({
    message: `ConnectWise does not have ${what || 'what was asked for'}.`,
    next: 'It may have been deleted, or this ConnectWise release may be too old to offer it.',
  }),
  'condition-refused': ({ refusedName, what }) => ({
    message: `ConnectWise does not allow filtering ${what || 'here'} by ${refusedName || 'this field'}.`,
    next: 'Nothing to do where the list can be filtered on this computer instead.',
  }),
  'request-refused': ({ what, said }) => ({
    message: `ConnectWise refused the request for ${what || 'data'}${quoteAnswer(said)}.`,
    next: 'Its own words are in the answer. A very old or very new ConnectWise release, or a server in between, may be the cause.',
  }),
  maintenance: ({ host, retryAfter, said }) => ({
    message: `ConnectWise at ${host} is under maintenance${retryAfter === null ? '' : ` and asks to try again in ${spanOf(retryAfter)}`}${quoteAnswer(said)}.`,
    next: 'Try again later. Nothing is wrong with address or keys; status.connectwise.com tells about the cloud.',
  }),
  throttled: ({ retryAfter }) => ({
    message: `ConnectWise asked us to wait${retryAfter === null ? '' : ` ${spanOf(retryAfter)}`}: too many requests at the moment.`,
    next: `Wait ${retryAfter === null ? 'a little' : 'as long'}, then try again. Nothing is wrong with address or keys; other integrations of the same company count as well.`,
  }),
  'server-error': ({ host, what, said, reason }) =>
    reason === 'server-timeout'
      ? {
          message: `ConnectWise at ${host} gave up${what && ` on ${what}`}: its own time limit passed${quoteAnswer(said)}.`,
          next: 'Narrow to boards or a shorter period, then try again. A loaded server does this for anything.',
        }
      : {
          message: `ConnectWise at ${host} reported an error of its own${quoteAnswer(said)}.`,
          next: 'Try again in some minutes. status.connectwise.com tells about the cloud; an own server is for its owner to look at.',
        },
  'answer-damaged': ({ what, reason }) => {
    const of = what && ` for ${what}`
    const found: Partial<Record<NonNullable<Failure['reason']>, FailureWords>> = {
      moved: {
        message: 'The list changed while it was read, so rows may be missing.',
        next: 'Refresh again.',
      },
      'too-large': {
        message: `The answer${of} is larger than any real one, so it was not used.`,
        next: 'Try again. If it keeps happening, a proxy in between may be changing answers.',
      },
      'too-deep': {
        message: `The answer${of} is nested deeper than any real one, so it was not used.`,
        next: 'Try again. If it keeps happening, a proxy in between may be changing answers.',
      },
    }
    return (
      (reason && found[reason]) ?? {
        message: `The answer${of} is damaged or incomplete, so it was not used.`,
        next: 'Try again. If it keeps happening, a proxy in between may be changing answers.',
      }
    )
  },
  cancelled: () => ({ message: 'Cancelled.', next: 'Start again when ready.' }),
  internal: ({ host }) => ({
    message: `The request to ${host} could not be sent.`,
    next: 'Try again. The raw answer says more.',
  }),
}
