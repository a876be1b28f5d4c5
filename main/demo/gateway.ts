// The way into the demo ConnectWise: company info, codebase, keys, client ID, active faults, then the API's routes.
import { Hono } from 'hono'
import { createRole, type RoleChanges } from './access.ts'
import { cannotRoute, json, noEndpoint, noMethod, refusal } from './answers.ts'
import { mountDocuments } from './documents.ts'
import { faultCatalogue } from './faults/catalogue.ts'
import type { Fault, Incoming } from './faults/fault.ts'
import { type Env, mountReads } from './reads.ts'
import type { Account, State } from './state.ts'
import { mountWrites } from './writes/routes.ts'

const methods = ['GET', 'POST', 'PATCH']
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** A part of a path as it was meant; what no encoder wrote stays as it is. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Discovery, open to everybody; `null` for a company this host does not know (ConnectWise Developer Guide). */
const companyInfo = (state: State, url: URL) => {
  const companyId = decoded(url.pathname.split('/')[3] ?? '')
  if (!state.accounts.some(({ credentials }) => credentials.companyId === companyId)) return json(null)
  const onPremise = state.faults.has('on-premise')
  return json({
    CompanyName: 'Northwind IT Services',
    Codebase: onPremise ? 'v4_6_release/' : `${state.codebase}/`,
    VersionCode: 'v2025.1',
    VersionNumber: 'v4.6.47174',
    CompanyID: companyId,
    IsCloud: !onPremise,
    ...(state.faults.has('no-site-url') ? {} : { SiteUrl: url.host }),
  })
}

const basic = (request: Request): string => {
  const header = request.headers.get('authorization') ?? ''
  return /^basic /i.test(header) ? Buffer.from(header.slice(6), 'base64').toString('utf8') : ''
}

const findAccount = (state: State, request: Request): Account | undefined => {
  const given = basic(request)
  return state.accounts.find(
    ({ credentials }) =>
      given === `${credentials.companyId}+${credentials.publicKey}:${credentials.privateKey}`,
  )
}

/** What the account's role loses, by its own setting and by active faults; those are about the full key pair only. */
const changesOf = (state: State, account: Account): RoleChanges => {
  const faults = account === state.accounts[0] ? [...state.faults] : []
  const lost = faults.map((name): Fault => faultCatalogue[name]).map((fault) => fault.role ?? {})
  return Object.assign({}, account.changes, ...lost)
}

const authenticate = (
  state: State,
  incoming: Incoming,
  path: string,
): Account | Response | Promise<Response> => {
  const account = findAccount(state, incoming.request)
  const next = async () => noEndpoint()
  const wrong = (fault: Fault) => fault.answer?.(incoming, next) ?? next()
  // Reported to answer without keys on self-hosted sites: it alone proves nothing.
  const open = state.faults.has('on-premise') && path === '/system/info' ? state.accounts[0] : undefined
  if (!account) return open ?? wrong(faultCatalogue[state.onWrongKeys])
  return incoming.request.headers.get('clientid') === account.credentials.clientId
    ? account
    : (open ?? wrong(faultCatalogue[state.onWrongClientId]))
}

/** The demo without its request log: one function from request to response. */
export const createGateway = (state: State) => {
  // A slash at the end of a path is meant by nobody.
  const api = new Hono<Env>({ strict: false })
  mountReads(api, state)
  mountDocuments(api, state)
  mountWrites(api, state)
  const app = new Hono<Env>({ strict: false }).route('/:codebase/apis/3.0', api)
  app.notFound(({ req }) => {
    const others = methods.filter((method) => app.router.match(method, req.path)[0].length > 0)
    return others.length > 0 ? noMethod(req.method, others) : noEndpoint()
  })
  app.onError(() => refusal(500, 'InternalServerError', 'An error occurred.'))

  const core = async (incoming: Incoming): Promise<Response> => {
    const { request } = incoming
    const url = new URL(request.url)
    if (url.protocol === 'http:' && !loopback.has(url.hostname))
      return refusal(403, 'Security', 'SSL is required.')
    if (url.pathname.startsWith('/login/companyinfo/')) return companyInfo(state, url)
    const [, folder, path = ''] = /^\/([^/]+)\/apis\/3\.0(\/.*)?$/.exec(url.pathname) ?? []
    if (folder !== undefined && state.formerCodebases.includes(folder)) return noEndpoint()
    const known = folder === 'v4_6_release' || folder === state.codebase
    if (!known || path.includes('/apis/3.0')) return cannotRoute()
    const account = await authenticate(state, incoming, path)
    if (account instanceof Response) return account
    const role = createRole(account.member, changesOf(state, account))
    return app.fetch(request, { caller: { member: account.member, role } })
  }

  return (request: Request): Promise<Response> => {
    const apiRequest = !new URL(request.url).pathname.startsWith('/login/companyinfo/')
    if (apiRequest) state.calls++
    const incoming: Incoming = { request, state, api: apiRequest, call: state.calls }
    const chain = [...state.faults]
      .map((name): Fault => faultCatalogue[name])
      .reduce(
        (next, { answer }) => (answer ? async () => answer(incoming, next) : next),
        () => core(incoming),
      )
    return chain()
  }
}
