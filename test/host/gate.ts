// Decides who may speak to the host: who opened it with the one-time token, on the right host, from the right origin.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

type Asked = { method: string; url: string; headers: IncomingHttpHeaders }
export type Admission = { allowed: true; cookie: string | null } | { allowed: false; why: string }

const same = (left: string, right: string) => {
  const [one, other] = [Buffer.from(left), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

const refused = (why: string): Admission => ({ allowed: false, why })

/**
 * The gate of one host. `token` goes into the address that is printed. The cookie opens the page, which is the same for
 * everybody; browsers send it to every port of this computer, so it proves nothing more (RFC 6265, section 8.5). Calls
 * need the key of the page: it stands in the one page the token opens, is kept in the storage of that origin, and is
 * never sent but where the page opens its socket.
 */
export const createGate = (port: number) => {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const token = randomBytes(32).toString('hex')
  const secret = randomBytes(32).toString('hex')
  const pageKey = randomBytes(32).toString('hex')
  // Cookies are shared by all ports of a host name, so two hosts need two names.
  const cookieName = `syncwright-${port}`
  let tokenSpent = false

  const hasCookie = (headers: IncomingHttpHeaders) =>
    (headers.cookie ?? '').split('; ').some((pair) => same(pair, `${cookieName}=${secret}`))

  /** A plain request: `cookie` is the header to set when the token has just been spent. */
  const admit = ({ method, url, headers }: Asked): Admission => {
    if (headers.host !== host) return refused('This host answers to its own address only.')
    if (headers.origin !== undefined && headers.origin !== origin)
      return refused('Requests of other pages are not answered.')
    if (hasCookie(headers)) return { allowed: true, cookie: null }
    const given = URL.parse(url, origin)?.searchParams.get('token')
    if (method !== 'GET' || given === undefined || given === null)
      return refused('Open the address that was printed at start; it carries a one-time token.')
    if (tokenSpent || !same(given, token))
      return refused('This token is spent or wrong. Start the app again for a new address.')
    tokenSpent = true
    return { allowed: true, cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/` }
  }

  /** A WebSocket upgrade: the browser always names an origin, so a missing one is refused too. The key comes as its protocol. */
  const admitUpgrade = (asked: Asked): Admission =>
    asked.headers.origin === origin &&
    hasCookie(asked.headers) &&
    same(asked.headers['sec-websocket-protocol'] ?? '', pageKey)
      ? admit(asked)
      : refused('Only the page of this host may connect.')

  return { admit, admitUpgrade, pageKey, url: `${origin}/?token=${token}` }
}
