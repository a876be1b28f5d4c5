// Fault profiles of what public reports and recorded answers show: refusals in other words, odd pages, counts and rows.
import { forbiddenAnswer, jsonAnswer, plainText, refusalAnswer } from '../../../main/demo/answers.ts'
import {
  apiPath,
  droppedConnection,
  type Fault,
  type Next,
  onApi,
  pause,
  webPage,
  withJson,
} from './fault.ts'

const iisPage = () => webPage('404 - File or directory not found.', 404, { server: 'Microsoft-IIS/8.5' })
const firewallPage = () => webPage('Attention Required! | Cloudflare', 403, { server: 'cloudflare' })

/** Answers API requests below one path, and lets the others pass. */
const onPath =
  (path: RegExp, answer: () => Response): Fault['answer'] =>
  ({ request, api }, next) =>
    api && path.test(apiPath(request)) ? answer() : next()

const maintenance = (wait: string) => () => webPage('Scheduled maintenance', 503, { 'retry-after': wait })

type Members = Record<string, unknown>

const redirectInside: Fault['answer'] = ({ request, api }, next) => {
  const url = new URL(request.url)
  if (!api || url.pathname.endsWith('/')) return next()
  url.pathname += '/'
  return new Response(null, { status: 301, headers: { location: url.toString() } })
}

const withDate =
  (date: string): Fault['answer'] =>
  async (_, next) => {
    const response = await next()
    response.headers.set('date', date)
    return response
  }

const onInfo =
  (change: (info: Members) => Members): Fault['answer'] =>
  async ({ api }, next: Next) =>
    api ? next() : withJson(await next(), (info) => info && change({ ...info }))

/** In another charset than UTF-8, and said so. */
const latin: Fault['answer'] = async ({ api }, next) => {
  const response = await next()
  const text = await response.text()
  const headers = new Headers(response.headers)
  if (api) headers.set('content-type', 'application/json; charset=iso-8859-1')
  const escaped = text.replace(
    /[\u0100-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return new Response(api ? Buffer.from(escaped, 'latin1') : text, { status: response.status, headers })
}

export const realities = {
  'companies-empty': {
    about: 'companies are an empty list and count 0, as during a hiccup',
    answer: ({ request, api }, next) => {
      const path = apiPath(request)
      if (!api || !path.startsWith('/company/companies') || path.includes('statuses')) return next()
      return path.endsWith('/count') ? jsonAnswer({ count: 0 }) : jsonAnswer([])
    },
  },
  'board-refused': {
    about: 'the statuses of board 4 are refused, those of the others are not',
    answer: onPath(/^\/service\/boards\/4\/statuses/, forbiddenAnswer),
  },
  'html-404': {
    about: 'what is missing answers with the web page of IIS and 404',
    answer: async ({ request }, next) => {
      if (/\/(count|allnotes|info)$/.test(apiPath(request))) return iisPage()
      const response = await next()
      return response.status === 404 ? iisPage() : response
    },
  },
  blocked: {
    about: 'a firewall answers every API request with its page and 403',
    answer: onApi(firewallPage),
  },
  'blocked-members': {
    about: 'a firewall answers the list of members with its page and 403',
    answer: onPath(/^\/system\/members/, firewallPage),
  },
  maintenance: {
    about: 'every API request gets 503 with Retry-After 120',
    answer: onApi(maintenance('120')),
  },
  'maintenance-date': {
    about: 'every API request gets 503 and a date far ahead',
    answer: onApi(maintenance('Fri, 31 Dec 2100 00:00:00 GMT')),
  },
  slow: {
    about: 'every answer takes 2.5 seconds',
    answer: async ({ request }, next) => {
      await pause(2_500, request.signal)
      return next()
    },
  },
  'keys-token': {
    about: 'the keys are refused with 400 "Invalid Token"',
    answer: onApi(() => plainText('Invalid Token', 400)),
  },
  'keys-words': {
    about: 'the keys are refused with 400 "Incorrect public/private key"',
    answer: onApi(() => refusalAnswer(400, 'InvalidObject', 'Incorrect public/private key')),
  },
  'keys-500': {
    about: 'the keys are refused with 500',
    answer: onApi(() => refusalAnswer(500, 'InternalServerError', 'Username or password is incorrect')),
  },
  'info-401': {
    about: 'only system/info refuses the keys',
    answer: onPath(/^\/system\/info$/, () => refusalAnswer(401, 'ConnectWiseApi', 'UserNotAuthenticated')),
  },
  'reset-boards': {
    about: 'the connection is cut whenever boards are asked for',
    answer: onPath(/^\/service\/boards/, droppedConnection),
  },
  'wide-cookie': {
    about: 'every API request gets a 400 page about its headers',
    answer: onApi(() => webPage('400 Bad Request - Request Header Or Cookie Too Large', 400)),
  },
  deep: {
    about: 'companies are JSON nested a hundred thousand deep',
    answer: onPath(/^\/company\/companies$/, () => plainText(`${'['.repeat(1e5)}${']'.repeat(1e5)}`, 200)),
  },
  'numeric-info': {
    about: 'company info has numbers for its version and IsCloud',
    answer: onInfo((info) => ({ ...info, VersionCode: 2025.1, IsCloud: 1 })),
  },
  'not-modified': {
    about: 'every API request gets 304',
    answer: onApi(() => new Response(null, { status: 304 })),
  },
  'redirect-slash': { about: 'every address is redirected to itself with a slash', answer: redirectInside },
  captive: {
    about: 'every address answers with the sign-in page of a guest network and 511',
    answer: () => webPage('Sign in to the guest network', 511),
  },
  'retry-zero': {
    about: 'API requests 3 to 8 get 429 with Retry-After 0',
    answer: ({ api, call }, next) =>
      api && call >= 3 && call <= 8
        ? jsonAnswer({ error: 'ConnectWiseAPI', message: 'Too many requests.' }, 429, { 'retry-after': '0' })
        : next(),
  },
  'retry-forever': {
    about: 'every API request gets 429 with Retry-After 999999999',
    answer: onApi(() =>
      jsonAnswer({ error: 'ConnectWiseAPI', message: 'Too many requests.' }, 429, {
        'retry-after': '999999999',
      }),
    ),
  },
  'licence-bits': {
    about: 'system/info says of every licence that it is not active',
    answer: async ({ request }, next) =>
      apiPath(request) === '/system/info'
        ? withJson(
            await next(),
            (info) => info && { ...info, licenseBits: [{ name: 'Service', activeFlag: false }] },
          )
        : next(),
  },
  'date-far': {
    about: 'the server says that it is the year 99999',
    answer: withDate('Fri, 31 Dec 99999 23:59:59 GMT'),
  },
  'date-past': {
    about: 'the server says that it is 1970',
    answer: withDate('Thu, 01 Jan 1970 00:00:00 GMT'),
  },
  'model-2022': {
    about: 'custom fields have no screen, and no ticket is visible',
    answer: async ({ request }, next) => {
      const path = apiPath(request)
      if (path.startsWith('/service/tickets'))
        return path.endsWith('/count') ? jsonAnswer({ count: 0 }) : jsonAnswer([])
      if (!path.startsWith('/system/userdefinedfields')) return next()
      const query = new URL(request.url).searchParams
      if (/screenId/.test(`${query.get('conditions')} ${query.get('fields')}`))
        return jsonAnswer({ code: 'ApiFindCondition', message: 'screenId is not a recognized name.' }, 400)
      return withJson(await next(), (rows) =>
        Array.isArray(rows) ? rows.map((row) => ({ ...(row as Members), screenId: undefined })) : rows,
      )
    },
  },
  'latin-1': { about: 'API answers are in ISO 8859-1, and say so', answer: latin },
} satisfies Record<string, Fault>
