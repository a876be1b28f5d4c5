// What ConnectWise, or something in front of it, answers instead of data: the status decides before the shape does.
import { describe, expect, it } from 'vitest'
import { failureWords, failureSentence } from '../../../../../main/connectwise/failure/failureWords.ts'
import { refusedFailure } from '../../../../../main/connectwise/failure/refusal.ts'
import { isRefusal } from '../../../../../main/connectwise/failure/spoken.ts'

const context = { host: 'psa.example.test', companyId: 'acme', what: 'members', mask: (text: string) => text }

type Extra = { known?: { company: boolean; keys: boolean }; headers?: Record<string, string>; query?: string }

/** What an answer comes to. */
function judged(status: number, body: unknown, { known, headers = {}, query = '' }: Extra = {}) {
  const answer = {
    status,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    headers: new Headers(headers),
    url: `https://psa.example.test/v2025_1/apis/3.0/system/members${query}`,
    now: Date.parse('2026-11-23T10:00:00Z'),
  }
  return refusedFailure(answer, { ...context, ...(known && { known }) })
}

describe('what ConnectWise answers', () => {
  it.each([
    [401, { code: 'Unauthorized', message: 'Invalid credentials.' }, 'keys-rejected'],
    [401, '', 'keys-rejected'],
    [401, '<html>401</html>', 'keys-rejected'],
    [400, { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' }, 'keys-rejected'],
    [400, 'Cannot route. Codebase/company is invalid', 'company-not-found'],
    [400, { code: 'BadRequest', message: 'The clientId header is required.' }, 'client-id-rejected'],
    [403, { code: 'Forbidden', message: 'Client ID is not valid.' }, 'client-id-rejected'],
    [401, { code: 'Unauthorized', message: 'Missing client id' }, 'client-id-rejected'],
    [401, 'Cannot identify the integration', 'client-id-rejected'],
    [
      403,
      { code: 'Security', message: 'You do not have security permission to perform this action.' },
      'permission-missing',
    ],
    [403, { code: 'Security', message: 'SSL is required.', errors: null }, 'ssl-required'],
    [401, { code: 'Security', message: 'SSL is required.', errors: null }, 'ssl-required'],
    [404, '<html>Not found</html>', 'web-page'],
    [502, '<html>Bad gateway</html>', 'server-error'],
    [404, { code: 'ConnectWiseApi', message: 'The endpoint does not exist.' }, 'not-found'],
    [404, { code: 'NotFound', message: 'Ticket 1 not found' }, 'not-found'],
    [405, '', 'not-found'],
    [
      400,
      { code: 'ApiFindCondition', message: 'inactiveFlag is not a recognized name.' },
      'condition-refused',
    ],
    [400, { code: 'InvalidObject', message: 'ticket object is invalid', errors: [] }, 'request-refused'],
    [
      429,
      { error: 'ConnectWiseAPI', message: 'Too many requests. Please try again in 30 seconds.' },
      'throttled',
    ],
    [429, '<html>Cloudflare</html>', 'throttled'],
    [509, '<html>Bandwidth Limit Exceeded</html>', 'throttled'],
    [200, { message: 'The system is under maintenance. Please try again later.' }, 'maintenance'],
    [404, 'Down for maintenance', 'maintenance'],
    [403, { code: 'Security', message: 'Member Maintenance is not allowed.' }, 'permission-missing'],
    [403, { message: 'Company Maintenance is switched off for this role.' }, 'call-blocked'],
    [403, { errorType: 'SecurityException', message: 'Needs permission' }, 'permission-missing'],
    [301, '', 'redirected'],
    [407, '', 'proxy-failed'],
    [500, { code: 'Error', message: 'undefined' }, 'server-error'],
    [503, '', 'server-error'],
  ])('%i %j is %s', (status, body, code) => {
    expect(judged(status, body)).toMatchObject({ code, status })
  })

  it('names the field it does not filter by, and the seconds it asks to wait', () => {
    const refused = { code: 'ApiFindCondition', message: 'inactiveFlag is not a recognized name.' }
    expect(failureSentence(judged(400, refused)).message).toBe(
      'ConnectWise does not allow filtering members by inactiveFlag.',
    )
    const busy = judged(429, '', { headers: { 'retry-after': '30' } })
    expect(failureSentence(busy).message).toContain('asked us to wait 30 s')
  })

  it('is kept as detail, cut to a sensible length', () => {
    const { detail } = failureSentence(judged(500, 'x'.repeat(100_000)))
    expect(detail).toMatch(/^HTTP 500\nxxx/)
    expect(detail?.length).toBeLessThan(5_000)
  })
})

it.each([
  [{ message: 'An error has occurred.' }, true],
  [{ error: { code: 4, detail: 'No.' } }, true],
  [{ errors: ['No.'] }, true],
  [{ code: 'Unauthorized' }, true],
  [{ errors: [], error: null }, false],
  [['One', 'Two'], false],
  [[{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }], true],
  [{ CompanyName: 'Acme', Codebase: 'v2025_1/', Message: 'Welcome back', Title: 'Acme' }, false],
  [{ Codebase: '', CompanyName: '', ErrorMessage: '' }, false],
  [{ version: 'v2025.1', isCloud: true, title: 'ConnectWise' }, false],
  [{ count: 3, message: 'ok' }, false],
  [{ id: 7, title: 'Photo of the rack', reason: 'asked for' }, false],
  [[{ id: 7, title: 'Photo of the rack' }], false],
  [[], false],
  [null, false],
])('%j in place of data is a refusal: %s', (answer, refused) => {
  expect(isRefusal(answer)).toBe(refused)
})

it.each([
  [
    200,
    '<title>Acme</title><script src="//acme.okta.com/x.js"></script><p>Sign In',
    'sign-in-page',
    'Acme Sign In',
  ],
  [200, '<title>Citrix Gateway</title>', 'sign-in-page', 'Citrix Gateway'],
  [200, '<h1>Application Blocked!</h1>', 'call-blocked', 'Application Blocked!'],
  [503, '<title>ERROR: The requested URL could not be retrieved</title>', 'proxy-failed', 'ERROR'],
  [404, "<h2>Our services aren't available right now</h2>", 'server-error', 'Our services'],
  [400, '<h1>400 The SSL certificate error</h1>', 'call-blocked', '400'],
  [423, { message: 'The account is locked' }, 'keys-rejected', 'The account'],
])('%i %j is %s', (status, body, code, said) => {
  const known = { company: true, keys: false }
  expect(judged(status, body, { known })).toMatchObject({ code, said: expect.stringContaining(said) })
})

it.each([
  ['https://login.microsoftonline.com/3f/saml2?SAMLRequest=x', true],
  ['https://acme.okta.com/app/x', true],
  ['/Account/LogOn?ReturnUrl=%2fv4_6_release', true],
  ['https://sso.example.test/', true],
  ['https://psa.example.test/v2026_1/apis/3.0/system/info', false],
  ['https://catalogin.example.test/', false],
  ['https://eu.example.test/login/companyinfo/acme', false],
])('a redirect to %s is told as one to where people sign in: %s', (location, isSignOn) => {
  const failure = judged(302, '', { headers: { location } })
  expect(failure.code).toBe('redirected')
  const { message, next } = failureSentence(failure)
  expect([message.includes('People sign in there'), next?.includes('Enter the address')]).toEqual([
    isSignOn,
    !isSignOn,
  ])
})

it.each([
  ['https://block.opendns.example.test/main?url=x', 'call-blocked'],
  ['/my.policy', 'sign-in-page'],
  ['/vpn/index.html', 'sign-in-page'],
  ['https://blocks.example.test/', 'redirected'],
  ['http://172.16.16.16:8090/ips/block/webcat?cat=26', 'call-blocked'],
  ['https://www.filter.example.test/blocked?user=x', 'call-blocked'],
  ['https://gateway.zscloud.net/auD?origurl=x', 'sign-in-page'],
  ['/wartung.html', 'maintenance'],
])('a redirect to %s is %s', (location, code) => {
  expect(judged(302, '', { headers: { location } })).toMatchObject({ code })
})

it.each([
  [403, [], 'permission-missing'],
  [403, [{ id: 4, name: 'Row' }], 'permission-missing'],
  [403, { count: 0 }, 'permission-missing'],
  [403, 'null', 'permission-missing'],
  [400, { errors: ['Invalid credentials'] }, 'keys-rejected'],
  [400, { message: ['Invalid credentials'] }, 'keys-rejected'],
  [400, ['Authentication failed'], 'keys-rejected'],
  [500, { fault: { faultstring: 'Spike arrest violation', detail: { errorcode: 'x' } } }, 'throttled'],
  [403, { Message: 'User is not authorized to perform: execute-api:Invoke' }, 'call-blocked'],
  [428, { 'sec-cp-challenge': 'true' }, 'call-blocked'],
  [500, '<h1>Compilation Error</h1>Access to the path C:\\x is denied', 'server-error'],
  [408, '<h1>408 Request Time-out</h1>', 'timeout'],
  [406, '<p>This error was generated by Mod_Security.', 'call-blocked'],
  [403, '<h1>Error 403 - This web app is stopped.', 'server-error'],
  [503, '<b>Network Error (dns_unresolved_hostname)', 'proxy-failed'],
  [200, '<script>window.awsWafCookieDomainList = []</script>', 'call-blocked'],
  [200, '<frame src="http://10.0.0.5/cgi-bin/blockpage.cgi?ws=1">', 'call-blocked'],
  [200, '<title>Log in</title><script src="https://www.google.com/recaptcha/api.js">', 'web-page'],
  [200, '<p>Our systems have detected unusual traffic from your network', 'call-blocked'],
])('%i %j of another server is %s', (status, body, code) => {
  expect(judged(status, body)).toMatchObject({ code })
})

it.each([
  [{ title: 'Refused', errors: { pageSize: ['The field pageSize must be between 1 and 250.'] } }, 250],
  [{ Message: 'Invalid.', ModelState: { pageSize: ['At most 100 rows per page'] } }, 100],
  [{ code: 'InvalidObject', message: 'Page size limit exceeded: 500' }, 500],
  [{ code: 'InvalidObject', message: 'pageSize 1000 is not allowed, error 4011' }, null],
  [{ code: 'InvalidObject', message: 'The board 250 is not there.' }, null],
])('%j allows %j rows at once', (body, limit) => {
  expect(judged(422, body, { query: '?pageSize=1000' })).toMatchObject({ pageLimit: limit })
})

it('knows a proxy by what it says in its header, whatever its language', () => {
  const page = '<h1>FEHLER: Der angeforderte URL konnte nicht geholt werden</h1>'
  const failed = { headers: { 'x-squid-error': 'ERR_CONNECT_FAIL 110' } }
  expect(judged(503, page, failed)).toMatchObject({ code: 'proxy-failed' })
  const denied = { headers: { 'x-squid-error': 'ERR_ACCESS_DENIED 0' } }
  expect(judged(403, page, denied)).toMatchObject({ code: 'call-blocked' })
})

it('has its own words for each code', () => {
  const about = { ...judged(500, 'x'), host: 'psa.example.test' }
  const sentences = Object.values(failureWords).map((words) => words(about).message)
  expect(new Set(sentences).size).toBe(sentences.length)
})
