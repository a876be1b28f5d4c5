// Refusals that are nobody's fault: a request in the wrong form, a server in trouble, maintenance, patience asked for.
import { html, plain, refusal } from './oddServer.ts'
import { describeRows, keyed, only, type Rows } from './rows.ts'

const requests: Rows = {
  'keys: request-refused': [
    [
      'wide headers of nginx',
      keyed(html(400, '400 Request Header Or Cookie Too Large', '<center>nginx</center>')),
      /Request Header Or Cookie Too Large/,
    ],
    [
      'a dangerous path of ASP.NET',
      keyed(html(400, 'A potentially dangerous Request.Path value was detected from the client (:).')),
      /potentially dangerous/,
    ],
    ['431', keyed(plain(431, 'Request Header Fields Too Large')), /Fields Too Large/],
    [
      '405 of ASP.NET, though 404 may mean the keys',
      keyed(refusal(405, 'MethodNotAllowed', 'The requested resource does not support GET.')),
      /does not support GET/,
    ],
    ['any other 400', keyed(refusal(400, 'BadRequest', 'The request is invalid.')), /The request is invalid/],
  ],
  'access: request-refused': [
    ['414 of a proxy on one list', only(/companies$/, html(414, 'URI Too Long')), /companies: “URI Too Long/],
  ],
  'none: ok': [
    [
      'a condition about a client ID is no client ID',
      only(/priorities$/, refusal(400, 'ApiFindCondition', 'clientId is not a recognized name.')),
    ],
  ],
}

const servers: Rows = {
  'keys: server-error': [
    [
      '500 of its own',
      keyed(refusal(500, 'InternalServerError', 'Object reference not set to an instance of an object.')),
      /Object reference/,
    ],
    [
      '500 whose query took too long',
      keyed(refusal(500, 'Error', 'Timeout expired. The timeout period elapsed.')),
      /Narrow to boards or a shorter period/,
    ],
    [
      '503 page without a time',
      keyed(html(503, 'Service Unavailable', 'HTTP Error 503. The service is unavailable.')),
    ],
    ['Cloudflare’s 521', keyed(html(521, 'acme | 521: Web server is down')), /Web server is down/],
  ],
  'access: server-error': [
    ['504 page', only(/tickets$/, html(504, '504 Gateway Time-out')), /Narrow to boards/],
  ],
  'keys: maintenance': [
    ['503 with seconds', keyed(plain(503, '', { 'retry-after': '90' })), /in 90 s/],
    ['503 with minutes', keyed(html(503, 'Upgrade', '', { 'retry-after': '1800' })), /in 30 minutes/],
    [
      '503 with a date',
      keyed(plain(503, '{}', { 'retry-after': new Date(Date.now() + 4 * 3600_000).toUTCString() })),
      /in 4 hours/,
    ],
    ['503 page in words', keyed(html(503, 'We are performing scheduled maintenance'))],
  ],
  'company: maintenance': [
    [
      'maintenance page with 200 at company info',
      ({ path }) => (path === 'company' ? html(200, 'Down for maintenance') : undefined),
    ],
  ],
  'keys: throttled': [
    ['429 with a far time', keyed(plain(429, '', { 'retry-after': '999999999' })), /a day or longer/],
    ['429 that counts backwards', keyed(plain(429, '', { 'retry-after': '-7' }))],
    [
      '503 about too many requests',
      keyed(refusal(503, 'Error', 'Too many requests. Please try again in 40 seconds.')),
      /40 s/,
    ],
  ],
}

describeRows('a refused request', requests)
describeRows('a server in trouble', servers)
