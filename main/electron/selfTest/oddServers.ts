// Servers on this computer that say what real gateways do: odd answers, a certificate nobody vouches for, a wish for one of ours.
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import type { Fetch } from '../../connectwise/transport/exchange.ts'

/** Made for `nobody.example.test` and for this: a server that holds it proves nothing, and nobody is to trust it. */
const nobody = {
  key: pem(
    'PRIVATE KEY',
    'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghIpVNkxU1AhG/Oj4\n' +
      'nkRb/plvkEz5WbD2t8H+ooZWI1qhRANCAASA0cGW7ISPDKDw7ecpHyj1xM6AF1qI\n' +
      '+TUjfktyf1juMLCIy73neRsVu4Puc8FKgH7JbmdWzuMHotV3MMu1Yje7',
  ),
  cert: pem(
    'CERTIFICATE',
    'MIIBsjCCAVmgAwIBAgIUDqSjLhJg+jylIEEb37CGgU8dArswCgYIKoZIzj0EAwIw\n' +
      'HjEcMBoGA1UEAwwTbm9ib2R5LmV4YW1wbGUudGVzdDAgFw0yNjExMjYyMTUxMjha\n' +
      'GA8yMTI2MTEwMjIxNTEyOFowHjEcMBoGA1UEAwwTbm9ib2R5LmV4YW1wbGUudGVz\n' +
      'dDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIDRwZbshI8MoPDt5ykfKPXEzoAX\n' +
      'Woj5NSN+S3J/WO4wsIjLved5GxW7g+5zwUqAfsluZ1bO4wei1Xcwy7ViN7ujczBx\n' +
      'MB0GA1UdDgQWBBQdVBrmZ9GPHFPZgbj8AB06/ZDylzAfBgNVHSMEGDAWgBQdVBrm\n' +
      'Z9GPHFPZgbj8AB06/ZDylzAPBgNVHRMBAf8EBTADAQH/MB4GA1UdEQQXMBWCE25v\n' +
      'Ym9keS5leGFtcGxlLnRlc3QwCgYIKoZIzj0EAwIDRwAwRAIgX5a+nPcE2iqBtE8s\n' +
      'IIjbhDxbuNs+FqPFqhEZOySCnlACIEO3jMqgbAi6M/NtgSGvtV37qVYaL28q5wfZ\n' +
      'mAfHzXjY',
  ),
}

function pem(title: string, content: string): string {
  return `-----BEGIN ${title}-----\n${content}\n-----END ${title}-----\n`
}

/** What odd servers say, and what has to come of it: a status, or the name of an error. */
const oddAnswers: readonly (readonly [said: string, outcome: string])[] = [
  ['HTTP/1.1 999 Odd', '999'],
  ['HTTP/1.1 200 Прокси\r\nX-Gateway: шлюз', '200'],
  ['HTTP/1.1 302 Found\r\nLocation: /elsewhere', '302'],
  [
    'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"',
    'UNEXPECTED_PROXY_AUTH',
  ],
]

const fine = 'HTTP/1.1 200 OK'
const whole = (head: string): string => `${head}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`

/** How long a server of this computer may take (milliseconds). */
const patience = 5000

async function outcomeOf(network: Fetch, address: string): Promise<string> {
  try {
    const { status } = await network(new Request(address, { signal: AbortSignal.timeout(patience) }))
    return String(status)
  } catch (error) {
    return /net::ERR_(\w+)/.exec(String(error))?.[1] ?? String(error)
  }
}

async function portOf(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** The outcome of each odd answer, in their order. */
export async function askOddly(network: Fetch): Promise<{ found: string[]; wanted: string[] }> {
  const left = oddAnswers.map(([said]) => said)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(whole(left.shift() ?? fine)))
  })
  const port = await portOf(server)
  const found: string[] = []
  for (const _ of oddAnswers) found.push(await outcomeOf(network, `http://127.0.0.1:${port}/`))
  server.close()
  return { found, wanted: oddAnswers.map(([, outcome]) => outcome) }
}

/** What comes of a server with a certificate nobody vouches for; `shown` is the certificate it was shown in return. */
export async function askSecurely(network: Fetch): Promise<{ outcome: string; shown: string }> {
  let shown = 'none'
  const server = createTlsServer({ ...nobody, requestCert: true, rejectUnauthorized: false })
  server.on('secureConnection', (socket: TLSSocket) => {
    shown = socket.getPeerX509Certificate()?.subject ?? shown
    socket.on('error', () => {})
    socket.once('data', () => socket.end(whole(fine)))
  })
  server.on('tlsClientError', (_error, socket: Socket) => void socket.destroy())
  const port = await portOf(server)
  const outcome = await outcomeOf(network, `https://127.0.0.1:${port}/`)
  server.close()
  return { outcome, shown }
}
