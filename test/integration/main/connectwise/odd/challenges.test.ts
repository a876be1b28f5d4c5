// Pages that want a browser, redirects of guest networks and maintenance, and refusals before ConnectWise is asked, as public reports show them.
import { describe, expect, it } from 'vitest'
import { html, plain, refusal, type Said, type Script, tested } from './oddServer.ts'
import { describeRows, keyed, only, type Rows } from './rows.ts'

const always =
  (said: Said): Script =>
  () =>
    said
const json = (status: number, body: unknown): Said => ({ status, body })
const redirect = (location: string, status = 302): Said => ({ status, headers: { location }, body: '' })
const page = (body: string): Said => ({ status: 200, headers: { 'content-type': 'text/html' }, body })

const challenges: Rows = {
  'keys: call-blocked': [
    [
      'Cloudflare’s check at 503',
      keyed(html(503, 'Just a moment...', 'Checking your browser before accessing psa.example.test.')),
      /this computer/,
    ],
    [
      'Imperva’s frame at 200',
      keyed(
        page(
          '<html><head><META NAME="ROBOTS" CONTENT="NOINDEX"></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9"></iframe></body></html>',
        ),
      ),
    ],
    [
      'Imperva’s pardon',
      keyed(page('<html><head><noscript><title>Pardon Our Interruption</title></noscript></head></html>')),
      /Pardon Our Interruption/,
    ],
    [
      'a filter that blocks with 503',
      keyed(
        html(503, 'Web Page Blocked', 'Access to the web page you were trying to visit has been blocked'),
      ),
      /Web Page Blocked/,
    ],
    [
      'a filter that blocks with 404',
      keyed(html(404, 'Notice', 'This page has been blocked by your administrator')),
    ],
    [
      'an allow list in other words',
      keyed(refusal(401, 'Unauthorized', 'Your IP is not in the allow list.')),
      /this computer/,
    ],
    [
      'Windows authentication of an IIS',
      keyed(html(401, '401 - Unauthorized', '', { 'www-authenticate': 'Negotiate, NTLM' })),
      /login of its own.*Keys and rights are not the cause/,
    ],
    [
      'Windows authentication before http.sys',
      keyed({
        ...json(401, { title: 'Unauthorized', status: 401 }),
        headers: { 'www-authenticate': 'NTLM' },
      }),
    ],
    [
      'a gateway that wants a key of its own',
      keyed({
        ...json(401, { message: 'No API key found in request' }),
        headers: { 'www-authenticate': 'Key realm="gateway"' },
      }),
      /login of its own/,
    ],
    ['an address that is named', keyed(json(403, { message: 'Access from 203.0.113.9 is not allowed' }))],
  ],
  'company: call-blocked': [
    [
      'Cloudflare’s check at 403 before anything',
      always(html(403, 'Just a moment...', 'Enable JavaScript and cookies to continue')),
    ],
    [
      'a server that wants a certificate',
      always(html(400, '400 No required SSL certificate was sent', 'nginx')),
      /wants a certificate of this computer/,
    ],
    ['a refused company info', only(/^company$/, refusal(403, 'Forbidden', 'No.'))],
  ],
  'keys: server-error': [
    [
      'Cloudflare’s own error of the server behind it',
      keyed(html(502, 'psa | 502: Bad gateway', 'Ray ID: 8f1')),
    ],
  ],
}

const places: Rows = {
  'company: sign-in-page': [
    [
      'FortiGate’s portal',
      always(redirect('http://192.168.1.99:1000/fgtauth?0a1b')),
      /192\.168\.1\.99.*Sign in to this network first/,
    ],
    ['a guest network', always(redirect('http://10.0.0.1:8880/guest/s/default/?ap=1'))],
    ['a splash page of the cloud', always(redirect('https://n1.network-auth.com/splash/?mac=1'))],
    ['a company’s web gateway', always(redirect('https://gateway.zscaler.net/auD?origurl=', 307))],
  ],
  'company: redirected': [
    [
      'a sign-on of the account',
      keyed(redirect('https://login.example.test/oauth2')),
      /login\.example\.test/,
    ],
  ],
  'keys: maintenance': [['a page about maintenance', keyed(redirect('/maintenance.html'))]],
  'company: maintenance': [
    ['a notice elsewhere', always(redirect('https://status.example.test/outage', 303))],
  ],
}

const words: Rows = {
  'company: not-connectwise': [
    [
      'a login of the proxy’s own',
      only(/^company$/, html(401, '401 Authorization Required', 'nginx')),
      /a login of its own/,
    ],
    [
      'Windows authentication before company info',
      always(plain(401, '', { 'www-authenticate': 'Negotiate' })),
      /a login of its own/,
    ],
  ],
  'company: company-not-found': [
    ['company info of nobody', only(/^company$/, json(200, { CompanyName: null, Codebase: null }))],
    ['company info as a word', only(/^company$/, plain(200, 'Company not found'))],
    ['company info as an error', only(/^company$/, json(200, { error: 'Company not found' }))],
  ],
  'keys: throttled': [
    [
      'a call volume that is used up',
      keyed(json(403, { statusCode: 403, message: 'Out of call volume quota.' })),
    ],
  ],
  'keys: keys-rejected': [
    [
      'ConnectWise’s own words where IIS offers another login too',
      keyed({ ...refusal(401, 'Unauthorized', 'Invalid.'), headers: { 'www-authenticate': 'Negotiate' } }),
    ],
    [
      'a page that offers the login of keys among others',
      keyed(html(401, '401', '', { 'www-authenticate': 'Negotiate, Basic realm="psa"' })),
    ],
    [
      'a code that is a number',
      keyed(json(401, { code: 401, message: 'Your API key has expired' })),
      /“Your API key has expired”/,
    ],
  ],
  'keys: server-error': [
    [
      'the server’s own database',
      keyed(refusal(500, 'InternalServerError', "Login failed for user 'cwapp'.")),
      /Login failed for user/,
    ],
  ],
  'access: request-refused': [
    [
      'ASP.NET with 200 in place of a list',
      only(/companies$/, json(200, { Message: 'An error has occurred.' })),
      /companies: “An error has occurred”\./,
    ],
  ],
  'access: web-page': [
    [
      'XML in place of one list',
      only(/companies$/, { status: 200, body: '<ArrayOfCompany><Company/></ArrayOfCompany>' }),
      /^The call for companies .*(?!na, eu)/,
    ],
  ],
  'access: timeout': [['silence of one list', only(/^\/system\/members$/, 'silence'), /asked for members/]],
  'clientId: client-id-rejected': [
    [
      'an integration nobody registered',
      keyed(refusal(401, 'Unauthorized', 'The integration identifier is not registered.')),
    ],
  ],
}

describeRows('a page that wants a browser, or a filter', challenges)
describeRows('a redirect to', places)
describeRows('an answer in other words', words)

describe('company info', () => {
  const info = '{"CompanyName":"Acmé Übung","Codebase":"v1/apis/3.0/"}'
  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${info}`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${info}`, 'utf16le')],
    ['the characters of Windows, unsaid', Buffer.from(info, 'latin1')],
  ])('is read in %s', async (_title, bytes) => {
    const { failing, result } = await tested(({ path }) => (path === 'company' ? { bytes } : undefined))
    expect(failing).toBeUndefined()
    expect(result.stages.find(({ stage }) => stage === 'company')?.message).toContain('Acmé Übung')
    expect(result.baseUrl).toMatch(/\/v1\/apis\/3\.0$/)
  })
})
