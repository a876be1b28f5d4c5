// Throw-away certificates for the https simulator: self-signed, expired, for another name, or signed by a private authority.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'

export const certificateKinds = ['self-signed', 'expired', 'wrong-name', 'private-authority'] as const
export type CertificateKind = (typeof certificateKinds)[number]

export type ServerCertificate = {
  key: string
  /** The chain as the server sends it. */
  cert: string
  /** What a client must trust for the chain to be complete: the certificate itself, or the authority. */
  ca: string
}

const day = 86_400_000

/** One DER element: tag, length, content (ITU-T X.690). */
const der = (tag: number, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...content: Buffer[]) => der(0x30, ...content)
const set = (...content: Buffer[]) => der(0x31, ...content)
const integer = (bytes: Buffer) => der(0x02, bytes)
const octets = (content: Buffer) => der(0x04, content)
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content)
const truth = der(0x01, Buffer.from([0xff]))

const oid = {
  ecdsaWithSha256: der(0x06, Buffer.from('2a8648ce3d040302', 'hex')),
  commonName: der(0x06, Buffer.from('550403', 'hex')),
  basicConstraints: der(0x06, Buffer.from('551d13', 'hex')),
  subjectAltName: der(0x06, Buffer.from('551d11', 'hex')),
}

const algorithm = sequence(oid.ecdsaWithSha256)
const name = (common: string) => sequence(set(sequence(oid.commonName, der(0x0c, Buffer.from(common)))))

/** UTCTime, good until 2049: `YYMMDDHHMMSSZ`. */
const time = (at: number) =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))

/** DNS names as context tag 2, IPv4 addresses as context tag 7 (RFC 5280, GeneralName). */
const alternativeName = (host: string) =>
  /^\d+(\.\d+){3}$/.test(host)
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host))

type Order = {
  subject: string
  hosts: string[]
  from: number
  until: number
  authority: boolean
  publicKey: KeyObject
  issuer: string
  issuerKey: KeyObject
}

const issue = ({ subject, hosts, from, until, authority, publicKey, issuer, issuerKey }: Order): string => {
  const extensions = [
    sequence(oid.basicConstraints, truth, octets(authority ? sequence(truth) : sequence())),
    ...(hosts.length > 0
      ? [sequence(oid.subjectAltName, octets(sequence(...hosts.map(alternativeName))))]
      : []),
  ]
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)])
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    name(issuer),
    sequence(time(from), time(until)),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  const certificate = sequence(content, algorithm, bits(sign('sha256', content, issuerKey)))
  const lines = certificate
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd()
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

const makeKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { pem: privateKey, privateKey: createPrivateKey(privateKey), publicKey: createPublicKey(publicKey) }
}

/** Makes a key and a certificate for 127.0.0.1 and localhost; each kind differs in exactly one way. */
export const makeCertificate = (
  kind: CertificateKind = 'self-signed',
  now = Date.now(),
): ServerCertificate => {
  const server = makeKey()
  // A name of its own per certificate: two trusted ones under one name confuse the chain search.
  const tag = randomBytes(4).toString('hex')
  const subject = `Demo ConnectWise ${tag}`
  const expired = kind === 'expired'
  const order = {
    subject,
    hosts: kind === 'wrong-name' ? ['elsewhere.example.test'] : ['localhost', '127.0.0.1'],
    from: now - (expired ? 60 : 1) * day,
    until: now + (expired ? -30 : 30) * day,
    publicKey: server.publicKey,
  }
  if (kind !== 'private-authority') {
    const cert = issue({ ...order, authority: true, issuer: subject, issuerKey: server.privateKey })
    return { key: server.pem, cert, ca: cert }
  }
  const authority = makeKey()
  const issuer = `Demo Company Proxy Authority ${tag}`
  const ca = issue({
    ...order,
    subject: issuer,
    hosts: [],
    authority: true,
    publicKey: authority.publicKey,
    issuer,
    issuerKey: authority.privateKey,
  })
  const cert = issue({ ...order, authority: false, issuer, issuerKey: authority.privateKey })
  return { key: server.pem, cert: cert + ca, ca }
}
