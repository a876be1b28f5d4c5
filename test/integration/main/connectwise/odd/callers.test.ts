// Refusals of the caller in the wordings that other people met: keys, client ID and rights, and what is none of them.
import { describe, expect, it } from 'vitest'
import { html, plain, refusal, type Script, tested } from './oddServer.ts'
import { describeRows, keyed, only, type Row } from './rows.ts'

const keys: Row[] = [
  [
    '401 in ConnectWise’s shape',
    keyed(refusal(401, 'Unauthorized', 'Invalid credentials.')),
    'keys',
    'keys-rejected',
  ],
  [
    '401 page of IIS',
    keyed(html(401, '401 - Unauthorized: Access is denied due to invalid credentials.')),
    'keys',
    'keys-rejected',
  ],
  ['401 without a word', keyed(plain(401, '')), 'keys', 'keys-rejected', /active/],
  [
    '401 of ASP.NET',
    keyed({ status: 401, body: { Message: 'Authorization has been denied for this request.' } }),
    'keys',
    'keys-rejected',
  ],
  [
    '401 of a disabled member',
    keyed(refusal(401, 'Unauthorized', 'Member is inactive.')),
    'keys',
    'keys-rejected',
    /API member .* active/,
  ],
  ['400 in plain words', keyed(plain(400, 'Invalid Token')), 'keys', 'keys-rejected'],
  ['400 with JSON text', keyed({ status: 400, body: '"Invalid Token."' }), 'keys', 'keys-rejected'],
  [
    '400 about the pair',
    keyed({ status: 400, body: { message: 'Incorrect public/private key' } }),
    'keys',
    'keys-rejected',
  ],
  [
    '500 about the password',
    keyed(refusal(500, 'Error', 'Username or password is incorrect')),
    'keys',
    'keys-rejected',
  ],
  [
    '403 that says not authenticated',
    keyed(refusal(403, 'ConnectWiseApi', 'UserNotAuthenticated')),
    'keys',
    'keys-rejected',
  ],
  [
    '200 with a refusal inside',
    keyed(refusal(200, 'Unauthorized', 'Login failed.')),
    'keys',
    'keys-rejected',
  ],
  [
    'a gateway that leads nowhere',
    keyed(plain(400, 'Cannot route. Codebase/company is invalid')),
    'keys',
    'keys-rejected',
    /knows the company/,
  ],
  [
    '404 for everything',
    keyed(refusal(404, 'NotFound', 'The endpoint does not exist.')),
    'keys',
    'keys-rejected',
  ],
  ['a drop for everything', keyed('reset'), 'keys', 'keys-rejected'],
]

const clientIds: Row[] = [
  [
    '400 that names it',
    keyed(refusal(400, 'BadRequest', 'Missing clientId header.')),
    'clientId',
    'client-id-rejected',
  ],
  [
    '403 that names it',
    keyed(refusal(403, 'Forbidden', 'The client-id is not permitted to access this company')),
    'clientId',
    'client-id-rejected',
  ],
  [
    '401 that names it with a blank',
    keyed(refusal(401, 'Unauthorized', 'Invalid Client ID')),
    'clientId',
    'client-id-rejected',
    /vendor/,
  ],
  [
    'text that begins with Cannot',
    keyed(plain(400, 'Cannot find the integration.')),
    'clientId',
    'client-id-rejected',
  ],
]

const rights: Row[] = [
  [
    'a company that company info tells as missing',
    only(/^company$/, refusal(404, 'NotFound', 'Company acme not found')),
    'company',
    'company-not-found',
  ],
  [
    'an address list that answers in JSON',
    keyed(refusal(403, 'Forbidden', 'Your IP address is not allowed to access this resource.')),
    'keys',
    'call-blocked',
    /this computer/,
  ],
  [
    '403 on one list',
    only(
      /^\/system\/members$/,
      refusal(403, 'Security', 'You do not have security permission to perform this action.'),
    ),
    'access',
    'permission-missing',
    /may not read members/,
  ],
  [
    '401 on one list while others answer',
    only(/^\/system\/members$/, refusal(401, 'ConnectWiseApi', 'UserNotAuthenticated')),
    'access',
    'permission-missing',
    /may not read members/,
  ],
  ['every 403 without a word', keyed(plain(403, '')), 'clientId', 'client-id-rejected'],
]

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
