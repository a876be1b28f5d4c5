// How every fallible call answers, inside main and across IPC: a value, or an error as data.

/**
 * Every way an operation can fail that a caller may react to. The code is stable; the sentence beside it is for people.
 */
export const errorCodes = [
  // The address and the way to it
  'address-invalid',
  'address-insecure',
  'site-not-allowed',
  'host-not-found',
  'offline',
  'connection-refused',
  'connection-reset',
  'timeout',
  'tls-expired',
  'tls-self-signed',
  'tls-wrong-name',
  'tls-untrusted',
  'tls-chain-incomplete',
  'proxy-failed',
  'redirected',
  // What ConnectWise answered
  'web-page',
  'sign-in-page',
  'not-connectwise',
  'company-not-found',
  'keys-rejected',
  'key-needed',
  'client-id-rejected',
  'ssl-required',
  'permission-missing',
  'not-found',
  'condition-refused',
  'request-refused',
  'call-blocked',
  'maintenance',
  'throttled',
  'server-error',
  'answer-damaged',
  // Files and the store
  'file-unreadable',
  'file-too-large',
  'file-damaged',
  'file-foreign',
  'file-invalid',
  'file-too-new',
  'passphrase-needed',
  'passphrase-wrong',
  'write-failed',
  'conflict',
  'unknown-item',
  'in-use',
  // The call itself
  'cancelled',
  'invalid-input',
  'untrusted',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** A failure as data: what a person is told, and what a caller may react to. */
export type AppError = {
  code: ErrorCode
  /** One sentence a technician understands: what happened and what is unchanged. */
  message: string
  /** What to do about it. */
  next?: string | undefined
  /** The other side's own words with secrets masked, or the list of places in a file. Never needed to understand the message. */
  detail?: string | undefined
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

/** Wraps a value as a successful result. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** That it worked, where nobody asks for the value. */
export const withoutValue = (result: Result<unknown>): Result<Record<string, never>> =>
  result.ok ? ok({}) : result

/** Makes a failed result from a code and its sentence. */
export const fail = (
  code: ErrorCode,
  message: string,
  more: Pick<AppError, 'next' | 'detail'> = {},
): Result<never> => ({
  ok: false,
  error: { code, message, ...more },
})

/** Fails to compile where a switch forgot a case; throws where data lied about its type. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${String(value)}`)
}
