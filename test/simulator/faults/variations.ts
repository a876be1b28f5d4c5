// Fault profiles of servers that differ: releases, missing endpoints, odd rows, data that moves while it is read.
import { badConditionAnswer, forbiddenAnswer, noEndpoint } from '../../../main/demo/answers.ts'
import { listEndpoints } from '../../../main/demo/lists.ts'
import { nextId } from '../../../main/demo/model/storedRows.ts'
import { apiPath, type Fault, type Incoming, withJson } from './fault.ts'

/** How often rows move during walks before the server comes to rest. */
const shifts = 3

const isCompanyPage = ({ request }: Incoming) =>
  apiPath(request) === '/company/companies' && !new URL(request.url).searchParams.has('childConditions')

// Removing an early row pulls every later one a place forward: a walk by page number then misses one.
const shiftRows: Fault['answer'] = async (incoming, next) => {
  const response = await next()
  const { companies } = incoming.state.world
  if (isCompanyPage(incoming) && incoming.traffic.shifted < shifts) {
    const first = companies.rows[0]
    if (first) companies.remove(first.id)
    const id = nextId(companies)
    companies.add({
      id,
      identifier: `Arrived${id}`,
      name: `Arrived ${id}`,
      deletedFlag: false,
      types: [],
      _info: {},
    })
    incoming.traffic.shifted++
  }
  return response
}

/** The release changes with the fourth API request: the old folder is gone, company info names the new one. */
const changeCodebase: Fault['answer'] = ({ request, api, call, state, traffic }, next) => {
  if (api && call >= 4 && traffic.former.length === 0) {
    traffic.former.push(state.codebase)
    state.codebase = 'v2025_2'
  }
  const [, folder = ''] = new URL(request.url).pathname.split('/')
  return traffic.former.includes(folder) ? noEndpoint() : next()
}

const withoutHeader =
  (name: string): Fault['answer'] =>
  async (_, next) => {
    const response = await next()
    response.headers.delete(name)
    return response
  }

/** Changes the rows of every list on their way out. */
export const withRows =
  (change: (rows: unknown[]) => unknown[]): Fault['answer'] =>
  async ({ api }, next) =>
    api ? withJson(await next(), (body) => (Array.isArray(body) ? change(body) : body)) : next()

type Members = Record<string, unknown>

/** Pickers' rows with only id and name: a setting of some sites (seen in other clients, unverified). */
const sparse = (row: Members): Members => ({ id: row.id, name: row.name ?? row.caption ?? row.summary })

/** A newer model: unknown members, and nulls where a value was. */
const odd = (row: Members): Members => ({
  ...row,
  ...('defaultFlag' in row && { defaultFlag: null }),
  newInThisVersion: { code: 7 },
  aiSummary: null,
})

/** The same request with other query parameters. */
export const withQuery = (request: Request, change: (query: URLSearchParams) => void): Request => {
  const url = new URL(request.url)
  change(url.searchParams)
  return new Request(url, request)
}

/** Endpoints refuse names that are not filterable; here none is. */
const refuseConditions: Fault['answer'] = async ({ request, api }, next) => {
  const search = request.method === 'POST' ? await request.clone().text() : ''
  const asked =
    new URL(request.url).searchParams.get('conditions') ?? /"conditions":\s*"(.+?)"/.exec(search)?.[1]
  const name = /[A-Za-z_][\w/]*/.exec(asked ?? '')?.[0]
  return api && name ? badConditionAnswer(`${name} is not a recognized name.`) : next()
}

const pathPattern = (path: string) => new RegExp(`^${path.toLowerCase().replace(':parent', '\\d+')}$`)

const refuseFields: Fault['answer'] = ({ request, state }, next) => {
  const fields = new URL(request.url).searchParams.get('fields') ?? ''
  const endpoint = listEndpoints.find(({ path }) => pathPattern(path).test(apiPath(request)))
  const parent = Number(/\/(\d+)\//.exec(apiPath(request))?.[1] ?? 0)
  const members = endpoint?.rows(state.world, parent)?.model.members
  const stranger = fields
    .split(',')
    .map((field) => field.split('/')[0]?.trim() ?? '')
    .find((name) => name !== '' && members && !Object.hasOwn(members, name))
  return stranger === undefined ? next() : badConditionAnswer(`${stranger} is not a recognized name.`)
}

/** `/system/info` answers without keys there: it alone proves nothing. */
const selfHosted: Fault['answer'] = async ({ request, state, api }, next) => {
  if (!api)
    return withJson(await next(), (info) => info && { ...info, Codebase: 'v4_6_release/', IsCloud: false })
  if (apiPath(request) !== '/system/info') return next()
  const [full] = state.accounts
  const { companyId = '', publicKey = '', privateKey = '', clientId = '' } = full?.credentials ?? {}
  const headers = new Headers(request.headers)
  headers.set(
    'authorization',
    `Basic ${Buffer.from(`${companyId}+${publicKey}:${privateKey}`).toString('base64')}`,
  )
  headers.set('clientid', clientId)
  return withJson(
    await next(new Request(request, { headers })),
    (info) => info && { ...info, isCloud: false },
  )
}

export const variations = {
  'page-shift': { about: 'companies are added and removed between the pages of a walk', answer: shiftRows },
  'codebase-change': {
    about: 'the release folder changes with the fourth API request',
    answer: changeCodebase,
  },
  'on-premise': { about: 'company info and system/info describe a self-hosted server', answer: selfHosted },
  'no-site-url': {
    about: 'company info has no SiteUrl',
    answer: async ({ api }, next) =>
      api ? next() : withJson(await next(), (info) => info && { ...info, SiteUrl: undefined }),
  },
  'no-link-header': { about: 'lists come without a Link header', answer: withoutHeader('link') },
  'page-ignored': {
    about: 'every page is the first one',
    answer: ({ request }, next) => next(withQuery(request, (query) => query.delete('page'))),
  },
  'conditions-refused': {
    about: 'every condition is refused with ApiFindCondition',
    answer: refuseConditions,
  },
  'fields-strict': { about: 'unknown names in fields get 400', answer: refuseFields },
  'duplicate-rows': {
    about: 'the first row of every list comes twice',
    answer: withRows((rows) => [...rows.slice(0, 1), ...rows]),
  },
  'sparse-rows': {
    about: 'rows hold only id and name',
    answer: withRows((rows) => rows.map(asMembers(sparse))),
  },
  'odd-rows': {
    about: 'rows hold unknown members and nulls',
    answer: withRows((rows) => rows.map(asMembers(odd))),
  },
  'no-all-notes': {
    about: 'allNotes does not exist, as on old versions',
    answer: ({ request }, next) => (apiPath(request).endsWith('/allnotes') ? noEndpoint() : next()),
  },
  'no-my-security': {
    about: 'mySecurity is refused with 403',
    answer: ({ request }, next) =>
      apiPath(request).startsWith('/system/mysecurity') ? forbiddenAnswer() : next(),
  },
} satisfies Record<string, Fault>

function asMembers(change: (row: Members) => Members): (row: unknown) => unknown {
  return (row) => (typeof row === 'object' && row !== null ? change({ ...row }) : row)
}
