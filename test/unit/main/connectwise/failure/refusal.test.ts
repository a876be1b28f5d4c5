// What ConnectWise, or something in front of it, answers instead of data: the status decides before the shape does.
import { describe, expect, it } from 'vitest'
import { failureWords, failureSentence } from '../../../../../main/connectwise/failure/failureWords.ts'
import { refusedFailure } from '../../../../../main/connectwise/failure/refusal.ts'
import { isRefusal } from '../../../../../main/connectwise/failure/spoken.ts'

const context = { host: 'psa.example.test', companyId: 'acme', what: 'members', mask: (text: string) => text }

type Extra = { known?: { company: boolean; keys: boolean }; headers?: Record<string, string> }

/** What an answer comes to. */
function judged(status: number, body: unknown, { known, headers = {} }: Extra = {}) {
  const answer = {
    status,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    headers: new Headers(headers),
    url: 'https://psa.example.test/v2025_1/apis/3.0/system/members',
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
  ['https://block.opendns.example.test/main?url=x', 'call-blocked'],
  ['/my.policy', 'sign-in-page'],
  ['/vpn/index.html', 'sign-in-page'],
  ['https://blocks.example.test/', 'redirected'],
])('a redirect to %s is %s', (location, code) => {
  expect(judged(302, '', { headers: { location } })).toMatchObject({ code })
})

it('has its own words for each code', () => {
  const about = { ...judged(500, 'x'), host: 'psa.example.test' }
  const sentences = Object.values(failureWords).map((words) => words(about).message)
  expect(new Set(sentences).size).toBe(sentences.length)
})
