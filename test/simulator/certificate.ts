// Throw-away certificates for the https simulator: self-signed, expired, for another name, or signed by an authority that is unknown or lapsed.
// The certificate library finds its parts by it.
import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

export const certificateKinds = [
  'self-signed',
  'expired',
  'wrong-name',
  'private-authority',
  'no-chain',
  'lapsed-authority',
] as const
export type CertificateKind = (typeof certificateKinds)[number]

type ServerCertificate = {
  key: string
  /** The chain as the server sends it. */
  cert: string
  /** What a client must trust for the chain to be complete: the certificate itself, or the authority. */
  ca: string
}

const day = 86_400_000
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

const makeKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

const pemOf = async (key: Awaited<ReturnType<typeof makeKeys>>['privateKey']): Promise<string> =>
  PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')

const pem = (certificate: X509Certificate): string => `${certificate.toString('pem')}\n`

/** Makes a key and a certificate for 127.0.0.1 and localhost; each kind differs in exactly one way. */
export async function makeCertificate(
  kind: CertificateKind = 'self-signed',
  now = Date.now(),
): Promise<ServerCertificate> {
  const isExpired = kind === 'expired'
  // A name of its own per certificate: two trusted ones under one name confuse the chain search.
  const tag = randomBytes(4).toString('hex')
  const common = {
    notBefore: new Date(now - (isExpired ? 60 : 1) * day),
    notAfter: new Date(now + (isExpired ? -30 : 30) * day),
    signingAlgorithm: algorithm,
  }
  const names = new SubjectAlternativeNameExtension(
    kind === 'wrong-name'
      ? [{ type: 'dns', value: 'elsewhere.example.test' }]
      : [
          { type: 'dns', value: 'localhost' },
          { type: 'ip', value: '127.0.0.1' },
        ],
  )
  const keys = await makeKeys()
  const key = await pemOf(keys.privateKey)
  const subject = `CN=Demo ConnectWise ${tag}`
  if (kind === 'self-signed' || kind === 'expired' || kind === 'wrong-name') {
    const extensions = [new BasicConstraintsExtension(true, undefined, true), names]
    const cert = pem(
      await X509CertificateGenerator.createSelfSigned({ ...common, name: subject, keys, extensions }),
    )
    return { key, cert, ca: cert }
  }
  const issuer = `CN=Demo Company Proxy Authority ${tag}`
  const authority = await makeKeys()
  // Its dates are over while those of what it made are not.
  const lapsed = { notBefore: new Date(now - 60 * day), notAfter: new Date(now - day) }
  const ca = pem(
    await X509CertificateGenerator.createSelfSigned({
      ...common,
      ...(kind === 'lapsed-authority' && lapsed),
      name: issuer,
      keys: authority,
      extensions: [new BasicConstraintsExtension(true, undefined, true)],
    }),
  )
  const cert = pem(
    await X509CertificateGenerator.create({
      ...common,
      subject,
      issuer,
      publicKey: keys.publicKey,
      signingKey: authority.privateKey,
      extensions: [new BasicConstraintsExtension(false, undefined, true), names],
    }),
  )
  // Some servers forget what stands between their certificate and the authority.
  return { key, cert: kind === 'no-chain' ? cert : cert + ca, ca }
}
