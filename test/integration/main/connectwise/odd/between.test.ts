// What stands between: pages of firewalls, filters, guest networks and proxies, redirects, and answers that broke on the way.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { credentials, html, plain, type Script, tested } from './oddServer.ts'
import { describeRows, keyed, only, type Rows } from './rows.ts'

const always =
  (said: ReturnType<typeof html>): Script =>
  () =>
    said
const redirect = (location: string, status = 302) => ({ status, headers: { location }, body: '' })

const blocked: Rows = {
  'company: call-blocked': [
    [
      'Cloudflare’s block of everything',
      always(
        html(403, 'Attention Required! | Cloudflare', 'Sorry, you have been blocked', {
          server: 'cloudflare',
        }),
      ),
      /cloudflare/,
    ],
    [
      'Zscaler’s policy page',
      always(
        html(200, 'Internet Security by Zscaler', 'Access to this website is denied by your company policy'),
      ),
    ],
  ],
  'keys: call-blocked': [
    [
      'an address list of IIS',
      keyed(html(403, '403 - Forbidden: Access is denied.', 'IP address rejected')),
      /this computer/,
    ],
    ['a plain word of Cloudflare', keyed(plain(403, 'error code: 1020')), /error code: 1020/],
    [
      'an AWS firewall',
      keyed({ status: 403, body: { message: 'Forbidden' } }),
      /Keys and rights are not the cause/,
    ],
    [
      'FortiGuard with 200',
      keyed(html(200, 'Web Filter Violation', 'The page you have requested has been blocked')),
    ],
    ['451', keyed(plain(451, 'Unavailable'))],
  ],
  'access: call-blocked': [
    [
      'one list behind a rule',
      only(
        /companies$/,
        html(403, 'Request Rejected', 'The requested URL was rejected. Your support ID is: 42'),
      ),
      /the call for companies/,
    ],
  ],
}
const signIn: Rows = {
  'company: sign-in-page': [
    ['511 without a word', always(plain(511, ''))],
    [
      'a hotel',
      always(html(200, 'Welcome', 'Please accept the terms to connect to the guest Wi-Fi')),
      /Sign in to this network first/,
    ],
    [
      'FortiGate’s script',
      always({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><body><script>window.location="http://192.0.2.1:1000/fgtauth?0a1b";</script></body></html>',
      }),
    ],
    [
      'a page that sends on by itself',
      always({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><head><meta http-equiv="refresh" content="0; url=http://portal.example.test/hotspot"></head></html>',
      }),
    ],
    [
      'FortiGate’s form',
      always(html(200, 'Firewall Authentication', 'Please enter your credentials to continue')),
    ],
    ['a company’s sign-on before the API', keyed(html(200, 'Sign in to your account'))],
  ],
}
const pages: Rows = {
  'company: web-page': [
    ['the page of a window host', always(html(200, 'ConnectWise Manage', 'Log in'))],
    ['another server’s 404 page', always(html(404, 'Not Found'))],
  ],
  'company: not-connectwise': [
    ['another server’s JSON', only(/^company$/, { body: { status: 'UP' } })],
    ['404 at company info', only(/^company$/, plain(404, ''))],
  ],
  'company: company-not-found': [['an unknown company', only(/^company$/, { body: 'null' })]],
}
const redirects: Rows = {
  'company: redirected': [
    [
      'to another host',
      always(redirect('https://sso.example.test/login?SAMLRequest=x')),
      /on to https:\/\/sso\.example\.test\./,
    ],
    ['to another path of the host', keyed(redirect('/login')), /127\.0\.0\.1:\d+\/login/],
    ['304', keyed({ status: 304 }), /304/],
    ['300 without a place', keyed(plain(300, '')), /300/],
    ['round and round', keyed(redirect('?x=1'))],
  ],
  'company: proxy-failed': [['proxy login', always(plain(407, ''))]],
}
const damaged: Rows = {
  'access: answer-damaged': [
    [
      'a list nested 200 deep',
      only(/companies$/, { body: '['.repeat(200) + ']'.repeat(200) }),
      /companies is nested deeper/,
    ],
    [
      'one member nested deep',
      only(/priorities$/, { body: `[{"id":1,"name":${'{"a":'.repeat(90)}1${'}'.repeat(90)}}]` }),
      /priorities/,
    ],
    ['text cut off', only(/sources$/, { body: '[{"id":1,"na' }), /sources/],
    ['an object for a list', only(/members$/, { body: { id: 1 } }), /members/],
    ['204', only(/workRoles$/, { status: 204 })],
    [
      'a packed answer that does not unpack',
      only(/companies$/, {
        headers: { 'content-encoding': 'gzip' },
        bytes: Buffer.concat([gzipSync('[]').subarray(0, 8), Buffer.from('rubbish')]),
      }),
    ],
    [
      'headers larger than any',
      only(/companies$/, { headers: { 'x-much': 'x'.repeat(20_000) }, body: '[]' }),
      /companies/,
    ],
  ],
  'access: connection-reset': [['a drop of one list', only(/companies$/, 'reset'), /companies/]],
}

describeRows('a firewall or filter', blocked)
describeRows('a network or account that wants a person first', signIn)
describeRows('a page or another server', pages)
describeRows('a redirect', redirects)
describeRows('an answer gone wrong', damaged)

describe('a redirect that spells the same address otherwise', () => {
  it('is followed once, with what was asked for', async () => {
    const { failing, asked } = await tested(({ url, path }) =>
      /\/\?|\/$/.test(url) || path === 'company' ? undefined : redirect(`${url.split('?')[0]}/`, 301),
    )
    expect(failing).toBeUndefined()
    expect(asked.some(({ url }) => url.includes('/service/boards/?') && url.includes('pageSize=1'))).toBe(
      true,
    )
  })
})

describe('keys', () => {
  it.each([
    ['publicKey', ''],
    ['privateKey', '  '],
  ])('are not sent where %s is blank', async (name, value) => {
    const { failing, asked } = await tested(() => undefined, { [name]: value })
    expect(failing).toMatchObject({ stage: 'keys', code: 'key-needed' })
    expect(asked.map(({ path }) => path)).toEqual(['company'])
  })

  it.each([
    'stranger.example.test',
    'https://127.0.0.1:9',
    'api-na.myconnectwise.net:8443',
    ' '.repeat(150_000),
    7,
  ])('stay with the entered host where company info names %s', async (SiteUrl) => {
    const { failing, asked, result } = await tested(({ path }) =>
      path === 'company' ? { body: { CompanyName: 'Acme', Codebase: 'v1/', SiteUrl } } : undefined,
    )
    expect(failing).toBeUndefined()
    expect(asked.length).toBeGreaterThan(10)
    const isHost = typeof SiteUrl === 'string' && SiteUrl.trim() !== ''
    expect(result.otherSite).toBe(
      isHost ? new URL(SiteUrl.replace(/^(?!https)/, 'https://')).host : undefined,
    )
  })

  it('are not in any word, whatever an answer repeats', async () => {
    const { privateKey, publicKey } = credentials
    const header = Buffer.from(`${credentials.companyId}+${publicKey}:${privateKey}`).toString('base64')
    const leaks = [
      privateKey,
      publicKey,
      header,
      privateKey.split('').join(' '),
      Buffer.from(privateKey).toString('hex'),
    ]
    for (const leak of leaks) {
      const { all } = await tested(keyed(plain(500, `Unhandled: ${leak} `)))
      expect(all).not.toContain(leak)
    }
    const named = await tested(
      only(/^company$/, { body: { CompanyName: `Acme ${privateKey}`, Codebase: 'v1/' } }),
    )
    expect(named.all).not.toContain(privateKey)
    const plainKey = 'sR8dK3pW6jB0hYcQ'
    const places = { CompanyName: 'Acme', Codebase: `${plainKey}/`, SiteUrl: `${plainKey}.example.test` }
    const led = await tested(only(/^company$/, { body: places }), { privateKey: plainKey })
    expect(led.failing).toBeUndefined()
    expect(led.all.toLowerCase()).not.toContain(plainKey.toLowerCase())
  })
})
