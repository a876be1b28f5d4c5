// Refusals of the caller in the wordings that other people met: keys, client ID and rights, and what is none of them.
import { describe, expect, it } from 'vitest'
import { html, plain, refusal, type Script, tested } from './oddServer.ts'
import { describeRows, keyed, only, type Rows } from './rows.ts'

const keys: Rows = {
  'keys: keys-rejected': [
    ['401 in ConnectWise’s shape', keyed(refusal(401, 'Unauthorized', 'Invalid credentials.'))],
    ['401 page of IIS', keyed(html(401, '401 - Unauthorized: Access is denied due to invalid credentials.'))],
    ['401 without a word', keyed(plain(401, '')), /active/],
    [
      '401 of everything but system info, which own servers answer to anybody',
      ({ path }) =>
        path === 'company' || path === '/system/info'
          ? undefined
          : refusal(401, 'Unauthorized', 'Login failed.'),
    ],
    [
      '401 of ASP.NET',
      keyed({ status: 401, body: { Message: 'Authorization has been denied for this request.' } }),
    ],
    [
      '401 of a disabled member',
      keyed(refusal(401, 'Unauthorized', 'Member is inactive.')),
      /API member .* active/,
    ],
    ['400 in plain words', keyed(plain(400, 'Invalid Token'))],
    ['400 with JSON text', keyed({ status: 400, body: '"Invalid Token."' })],
    ['400 about the pair', keyed({ status: 400, body: { message: 'Incorrect public/private key' } })],
    ['500 about the password', keyed(refusal(500, 'Error', 'Username or password is incorrect'))],
    ['403 that says not authenticated', keyed(refusal(403, 'ConnectWiseApi', 'UserNotAuthenticated'))],
    ['200 with a refusal inside', keyed(refusal(200, 'Unauthorized', 'Login failed.'))],
    [
      'a gateway that leads nowhere',
      keyed(plain(400, 'Cannot route. Codebase/company is invalid')),
      /knows the company/,
    ],
    ['404 for everything', keyed(refusal(404, 'NotFound', 'The endpoint does not exist.'))],
    ['a drop for everything', keyed('reset')],
  ],
}

const clientIds: Rows = {
  'clientId: client-id-rejected': [
    ['400 that names it', keyed(refusal(400, 'BadRequest', 'Missing clientId header.'))],
    [
      '403 that names it',
      keyed(refusal(403, 'Forbidden', 'The client-id is not permitted to access this company')),
    ],
    ['401 that names it with a blank', keyed(refusal(401, 'Unauthorized', 'Invalid Client ID')), /vendor/],
    ['text that begins with Cannot', keyed(plain(400, 'Cannot find the integration.'))],
  ],
}

const rights: Rows = {
  'company: company-not-found': [
    [
      'a company that company info tells as missing',
      only(/^company$/, refusal(404, 'NotFound', 'Company acme not found')),
    ],
  ],
  'keys: call-blocked': [
    [
      'an address list that answers in JSON',
      keyed(refusal(403, 'Forbidden', 'Your IP address is not allowed to access this resource.')),
      /this computer/,
    ],
  ],
  'access: permission-missing': [
    [
      '403 on one list',
      only(
        /^\/system\/members$/,
        refusal(403, 'Security', 'You do not have security permission to perform this action.'),
      ),
      /may not read members/,
    ],
    [
      '401 on one list while others answer',
      only(/^\/system\/members$/, refusal(401, 'ConnectWiseApi', 'UserNotAuthenticated')),
      /may not read members/,
    ],
  ],
  'clientId: client-id-rejected': [['every 403 without a word', keyed(plain(403, ''))]],
}

describeRows('wrong keys', keys)
describeRows('a wrong client ID', clientIds)
describeRows('a refused caller', rights)

describe('what is no failure', () => {
  it.each([
    [
      'only system info answers 401',
      only(/^\/system\/info$/, refusal(401, 'ConnectWiseApi', 'UserNotAuthenticated')),
    ],
    ['only system info answers with a page', only(/^\/system\/info$/, html(403, 'Forbidden'))],
    [
      'only system info is a web page',
      only(/^\/system\/info$/, html(200, 'Welcome', 'Log on to the portal')),
    ],
    [
      'only system info is sent elsewhere',
      only(/^\/system\/info$/, { status: 302, headers: { location: 'https://portal.example.test/' } }),
    ],
    [
      'system info lists no active licence',
      only(/^\/system\/info$/, {
        body: { version: 'v1', licenseBits: [{ name: 'CRM', activeFlag: false }] },
      }),
    ],
    [
      'system info is of other kinds',
      only(/^\/system\/info$/, { body: { version: 2025.1, licenseBits: 'none' } }),
    ],
    [
      'company info is of other kinds',
      only(/^company$/, { body: { CompanyName: 7, VersionCode: 2025.1, IsCloud: 1, SiteUrl: null } }),
    ],
    [
      'the light list of boards is a page of IIS',
      only(/info\/boards$/, html(404, '404 - File or directory not found.')),
    ],
    [
      'boards drop, all others answer with the same keys',
      ({ path, turn }) => (path === '/service/boards' && turn <= 1 ? 'reset' : undefined),
    ],
  ] satisfies [string, Script][])('%s', async (_title, script) => {
    const { failing } = await tested(script)
    expect(failing).toBeUndefined()
  })
})
