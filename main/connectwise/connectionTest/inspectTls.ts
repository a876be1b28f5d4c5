// Looks at a server's certificate the way a person would: until when it is valid, for whom, and who vouches for it.
import { isIP } from 'node:net'
import type { PeerCertificate } from 'node:tls'
import { ok, type Result } from '../../../shared/result.ts'
import { type FailureContext, failure, thrownFailure } from '../transport/failure.ts'

export type Certificate = {
  /** End of validity (ISO 8601, UTC). */
  validTo: string
  issuer: string
}

export type InspectTls = (options: {
  /** Name or address without port, IPv6 in brackets. */
  host: string
  port: number
  signal: AbortSignal
}) => Promise<Result<Certificate>>

type Seen = { certificate: PeerCertificate; isOfHost: boolean; trusted: boolean }

/**
 * What is wrong with a certificate; the first row that fits decides. Node itself names only the last thing it met, so a
 * self-signed certificate for another name would pass as merely self-signed.
 */
const faults: readonly {
  code: 'tls-expired' | 'tls-wrong-name' | 'tls-self-signed' | 'tls-untrusted'
  fits: (seen: Seen) => boolean
  named: (seen: Seen) => string
}[] = [
  {
    code: 'tls-expired',
    fits: ({ certificate }) =>
      Date.now() > Date.parse(certificate.valid_to) || Date.now() < Date.parse(certificate.valid_from),
    named: ({ certificate }) => `${dayOf(certificate.valid_from)} to ${dayOf(certificate.valid_to)}`,
  },
  {
    code: 'tls-wrong-name',
    fits: ({ isOfHost }) => !isOfHost,
    named: ({ certificate }) => certificate.subjectaltname?.replace(/(DNS|IP Address):/g, '') ?? '',
  },
  {
    code: 'tls-self-signed',
    fits: ({ certificate, trusted }) =>
      !trusted && nameOf(certificate.subject) === nameOf(certificate.issuer),
    named: () => '',
  },
  {
    code: 'tls-untrusted',
    fits: ({ trusted }) => !trusted,
    named: ({ certificate }) => nameOf(certificate.issuer),
  },
]

/** Connects, looks and hangs up; nothing is sent. Errors: the `tls-…` codes and those of the network. */
export const inspectTls: InspectTls = async ({ host, port, signal }) => {
  // Loaded here, because every start of the command line would pay for it.
  const { checkServerIdentity, connect } = await import('node:tls')
  const name = host.replace(/^\[|\]$/g, '')
  const context: FailureContext = {
    host: port === 443 ? host : `${host}:${port}`,
    companyId: '',
    mask: (text) => text,
  }
  return new Promise((resolve) => {
    // Every certificate is let in so that all of them can be judged by the same rows.
    const socket = connect({
      host: name,
      port,
      servername: isIP(name) ? '' : name,
      rejectUnauthorized: false,
    })
    const finish = (result: Result<Certificate>) => {
      signal.removeEventListener('abort', stop)
      socket.destroy()
      resolve(result)
    }
    const stop = () => finish({ ok: false, error: failure('cancelled', context) })
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerCertificate()
      const isOfHost = checkServerIdentity(name, certificate) === undefined
      finish(judge({ certificate, isOfHost, trusted: socket.authorized }, context))
    })
    socket.on('error', (thrown) => finish({ ok: false, error: thrownFailure(thrown, context) }))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
  })
}

function judge(seen: Seen, context: FailureContext): Result<Certificate> {
  const { certificate } = seen
  const fault = faults.find(({ fits }) => fits(seen))
  if (fault) return { ok: false, error: failure(fault.code, context, { named: fault.named(seen) }) }
  return ok({ validTo: new Date(certificate.valid_to).toISOString(), issuer: nameOf(certificate.issuer) })
}

const nameOf = ({ O: organisation, CN: common }: { O?: string | string[]; CN?: string | string[] }): string =>
  [organisation, common].flat().filter(Boolean).join(', ')

const dayOf = (date: string): string => new Date(date).toISOString().slice(0, 10)
