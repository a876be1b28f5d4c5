// Decides who may speak to the host: the holder of the one-time token or of its cookie, on the right host, from the right origin.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

type Asked = { method: string; url: string; headers: IncomingHttpHeaders }
export type Admission = { allowed: true; cookie: string | null } | { allowed: false; why: string }

const same = (left: string, right: string) => {
  const [one, other] = [Buffer.from(left), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

const refused = (why: string): Admission => ({ allowed: false, why })

/** The gate of one host. `token` goes into the address that is printed; the cookie is another secret and never printed. */
export const createGate = (port: number) => {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const token = randomBytes(32).toString('hex')
  const secret = randomBytes(32).toString('hex')
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

  /** A WebSocket upgrade: the browser always names an origin, so a missing one is refused too. */
  const admitUpgrade = (asked: Asked): Admission =>
    asked.headers.origin === origin && hasCookie(asked.headers)
      ? admit(asked)
      : refused('Only the page of this host may connect.')

  return { admit, admitUpgrade, url: `${origin}/?token=${token}` }
}
