// Looks at a server's certificate the way a person would: until when it is valid, for whom, and who vouches for it.
import { isIP } from 'node:net'
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls'
import { failedReply, type FailureContext, type Reply } from '../failure/failure.ts'
import { thrownFailure } from '../failure/thrownFailure.ts'

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
}) => Promise<Reply<Certificate>>

/**
 * `alone`: the one certificate shown was not made by itself, and what made it was neither shown nor known. `lapsed`: the
 * one whose dates are wrong, which may be one of the authorities above it.
 */
type Seen = {
  certificate: PeerCertificate
  isOfHost: boolean
  trusted: boolean
  alone: boolean
  lapsed: PeerCertificate | undefined
}

/**
 * What is wrong with a certificate; the first row that fits decides. Node itself names only the last thing it met, so a
 * self-signed certificate for another name would pass as merely self-signed.
 */
const faults: readonly {
  code: 'tls-expired' | 'tls-wrong-name' | 'tls-self-signed' | 'tls-chain-incomplete' | 'tls-untrusted'
  fits: (seen: Seen) => boolean
  named: (seen: Seen) => string
}[] = [
  {
    code: 'tls-expired',
    fits: ({ lapsed }) => lapsed !== undefined,
    named: ({ certificate, lapsed = certificate }) =>
      `${dayOf(lapsed.valid_from)} to ${dayOf(lapsed.valid_to)}${lapsed === certificate ? '' : `, which is that of its authority ${nameOf(lapsed.subject)}`}`,
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
    code: 'tls-chain-incomplete',
    fits: ({ alone }) => alone,
    named: ({ certificate }) => `made by ${nameOf(certificate.issuer)}`,
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
    const finish = (result: Reply<Certificate>) => {
      signal.removeEventListener('abort', stop)
      socket.destroy()
      resolve(result)
    }
    const stop = () => finish(failedReply('cancelled', context))
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerCertificate(true)
      const isOfHost = checkServerIdentity(name, certificate) === undefined
      const trusted = socket.authorized
      // OpenSSL's word for a chain of one whose maker is unknown; a proxy shows its authority or names it otherwise.
      const fault = trusted ? '' : String(socket.authorizationError)
      const alone = fault.includes('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
      // Servers keep lapsed authorities in their chains that no path leads over: those harm nobody.
      const looked = /EXPIRED|NOT_YET_VALID/.test(fault) ? chainOf(certificate) : [certificate]
      finish(judge({ certificate, isOfHost, trusted, alone, lapsed: looked.find(isLapsed) }, context))
    })
    socket.on('error', (thrown) => finish({ ok: false, error: thrownFailure(thrown, context) }))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
  })
}

const isLapsed = ({ valid_from, valid_to }: PeerCertificate): boolean =>
  Date.now() > Date.parse(valid_to) || Date.now() < Date.parse(valid_from)

/** A certificate and the authorities above it; the last one is its own. */
function chainOf(certificate: DetailedPeerCertificate): PeerCertificate[] {
  const chain = new Set<DetailedPeerCertificate>()
  for (let each = certificate; each && !chain.has(each); each = each.issuerCertificate) chain.add(each)
  return [...chain]
}

function judge(seen: Seen, context: FailureContext): Reply<Certificate> {
  const { certificate } = seen
  const fault = faults.find(({ fits }) => fits(seen))
  if (fault) return failedReply(fault.code, context, { certificate: fault.named(seen) })
  const validTo = new Date(certificate.valid_to).toISOString()
  return { ok: true, value: { validTo, issuer: nameOf(certificate.issuer) } }
}

const nameOf = ({ O: organisation, CN: common }: { O?: string | string[]; CN?: string | string[] }): string =>
  [organisation, common].flat().filter(Boolean).join(', ')

const dayOf = (date: string): string => new Date(date).toISOString().slice(0, 10)
