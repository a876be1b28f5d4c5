// The way into the demo ConnectWise: company info, codebase, keys, client ID, then the API's routes.
import { Hono } from 'hono'
import { createRole, type RoleChanges } from './roleRights.ts'
import {
  cannotRoute,
  jsonAnswer,
  noClientId,
  noEndpoint,
  noMethod,
  refusalAnswer,
  unauthorizedAnswer,
} from './answers.ts'
import { mountDocuments } from './documents.ts'
import { type Env, mountReads } from './reads.ts'
import type { Account, State } from './state.ts'

type Answer = (request: Request) => Promise<Response>

/** What a simulator puts around the demo from outside. */
export type Extension = {
  /** Registers further routes. */
  routes?: (api: Hono<Env>, state: State) => void
  /** Answers in place of the demo, or around it. */
  around?: (request: Request, next: Answer) => Response | Promise<Response>
  /** What the role of the full key pair loses for the moment. */
  lost?: () => RoleChanges
}

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
  if (!state.accounts.some(({ credentials }) => credentials.companyId === companyId)) return jsonAnswer(null)
  return jsonAnswer({
    CompanyName: 'Northwind IT Services',
    Codebase: `${state.codebase}/`,
    VersionCode: 'v2025.1',
    VersionNumber: 'v4.6.47174',
    CompanyID: companyId,
    IsCloud: true,
    SiteUrl: url.host,
  })
}

const basic = (request: Request): string => {
  const header = request.headers.get('authorization') ?? ''
  return /^basic /i.test(header) ? Buffer.from(header.slice(6), 'base64').toString('utf8') : ''
}

/** Whose keys a request carries. */
export const findAccount = (state: State, request: Request): Account | undefined => {
  const given = basic(request)
  return state.accounts.find(
    ({ credentials }) =>
      given === `${credentials.companyId}+${credentials.publicKey}:${credentials.privateKey}`,
  )
}

export const hasClientId = (account: Account, request: Request): boolean =>
  request.headers.get('clientid') === account.credentials.clientId

/** The real server's paths are in any case and with any number of slashes (seen with other clients, 2024-26). */
const plainPath = (path: string): string => path.replace(/\/{2,}/g, '/').toLowerCase()

/** The demo as one function from request to response. */
export const createGateway = (state: State, extension: Extension): Answer => {
  // A slash at the end of a path is meant by nobody.
  const api = new Hono<Env>({ strict: false })
  mountReads(api, state)
  mountDocuments(api, state)
  extension.routes?.(api, state)
  const app = new Hono<Env>({ strict: false }).route('/:codebase/apis/3.0', api)
  app.notFound(({ req }) => {
    const others = methods.filter((method) => app.router.match(method, req.path)[0].length > 0)
    return others.length > 0 ? noMethod(req.method, others) : noEndpoint()
  })
  app.onError(() => refusalAnswer(500, 'InternalServerError', 'An error occurred.'))

  const core: Answer = async (request) => {
    const url = new URL(request.url)
    if (url.protocol === 'http:' && !loopback.has(url.hostname))
      return refusalAnswer(403, 'Security', 'SSL is required.')
    if (url.pathname.toLowerCase().startsWith('/login/companyinfo/')) return companyInfo(state, url)
    const [, folder = '', path = ''] = /^\/([^/]+)\/apis\/3\.0(\/.*)?$/i.exec(url.pathname) ?? []
    const known = ['v4_6_release', state.codebase.toLowerCase()].includes(folder.toLowerCase())
    if (!known || path.includes('/apis/3.0')) return cannotRoute()
    const account = findAccount(state, request)
    if (!account) return unauthorizedAnswer()
    if (!hasClientId(account, request)) return noClientId()
    const lost = account === state.accounts[0] ? extension.lost?.() : {}
    const role = createRole(account.member, { ...account.changes, ...lost })
    const plain = `/${folder}/apis/3.0${plainPath(path)}`
    const inner = new URL(url)
    inner.pathname = plain
    const asked = plain === url.pathname ? request : new Request(inner, request)
    return app.fetch(asked, { caller: { member: account.member, role } })
  }
  const { around } = extension
  return around ? async (request) => around(request, core) : core
}
