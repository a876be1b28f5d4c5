// Reads one ConnectWise company. Its functions send GET and POST …/search, and there is no other way out.
import { z } from '../../../shared/zod.ts'
import { failedReply, type FailureContext, type KnownToWork, type Reply } from '../failure/failure.ts'
import { keysMayGoTo, resolveSite } from './address.ts'
import { createBase } from './base.ts'
import { type Clock, systemClock } from './clock.ts'
import type { CompanyInfo } from './company.ts'
import { createKeyEvidence } from './evidence.ts'
import type { Fetch, Outgoing } from './exchange.ts'
import { createPageReader, type Page, type SearchBody, type Sent } from './pageReader.ts'
import { type Query, queryText } from './query.ts'
import {
  backgroundPatience,
  createReading,
  type Patience,
  type Read,
  type ReadJson,
  type ReadOptions,
} from './reading.ts'
import { basicAuthorization, type Keys, maskOf, trimKeys } from './secrets.ts'
import { createVersions } from './versions.ts'

export type { Fetch } from './exchange.ts'
export type { Keys } from './secrets.ts'
export type { Page } from './pageReader.ts'
export { type Query, queryText } from './query.ts'

export type Client = {
  /** Finds the company and its base URLs; every read does so first. */
  connect: (options?: ReadOptions) => Promise<Reply<CompanyInfo>>
  /** The base URL in use, empty before the company is found. */
  baseUrl: () => string
  /** Whether any call with these keys is answered; asks some small ones where nothing was yet. */
  keysWork: (options?: ReadOptions) => Promise<boolean>
  /** Now by this computer's clock. */
  now: () => Date
  /** Now by ConnectWise's own clock where that can be believed, else by this computer's. */
  serverTime: () => Date
  /** Milliseconds ConnectWise's clock is ahead of this computer's. */
  clockSkew: () => number
  get: (path: string, query?: Query, options?: ReadOptions) => Promise<Reply<unknown>>
  list: (path: string, query?: Query, options?: ReadOptions) => Promise<Reply<Page>>
  /** Forward-only: the rows with an id above `id`, by id; `page` and `orderBy` do not apply (ConnectWise Developer Guide). */
  listAfter: (path: string, id: number, query?: Query, options?: ReadOptions) => Promise<Reply<Page>>
  count: (path: string, query?: Query, options?: ReadOptions) => Promise<Reply<number>>
  /** Lists with conditions too long for an address, where the collection has a `/search` route. */
  search: (path: string, body: SearchBody, query?: Query, options?: ReadOptions) => Promise<Reply<Page>>
}

export type ClientOptions = {
  fetch: Fetch
  keys: Keys
  /** http://127.0.0.1 is for the simulator: the command line, unpackaged runs and tests. */
  allowLoopbackHttp: boolean
  /** Whether a host may be asked at all, told right before each request; without it every one may. */
  siteAllowed?: ((url: URL) => boolean) | undefined
  clock?: Clock
  random?: () => number
  /** How long failures are sat out before they count. */
  patience?: Patience
}

/** The rows themselves are judged one by one, by whoever asked. */
const listSchema = z.custom<unknown[]>(Array.isArray)
const countSchema = z.object({ count: z.int().min(0) })

/** Beyond this a `Date` header is an error of the server and no time. */
const believedSkew = 24 * 3600_000

type ContextOf = (what?: string) => FailureContext

/** Sends with the keys of one company, in the newest version of the API that is not refused. */
function createSender(keys: Keys, readJson: ReadJson, context: ContextOf) {
  const versions = createVersions()
  const keyHeaders = {
    Authorization: basicAuthorization(keys),
    ...(keys.clientId && { clientId: keys.clientId }),
  }
  return async function sendTo(root: string, sent: Sent, read: ReadOptions): Promise<Reply<Read>> {
    const { path, query = {}, searchBody, headers } = sent
    const accept = versions.accept(path)
    const outgoing: Outgoing = {
      url: `${root}${path}${queryText(query)}`,
      headers: { ...keyHeaders, ...headers, Accept: accept },
      searchBody,
    }
    const answer = await readJson(outgoing, context(read.what), read)
    if (answer.ok) versions.worked()
    const mayStepDown = !answer.ok && answer.error.refusesVersion && versions.stepDown(path, accept)
    return mayStepDown ? sendTo(root, sent, read) : answer
  }
}

/** Makes the reader of one company. Nothing is sent before the first read. */
export function createClient(options: ClientOptions): Client {
  const {
    fetch,
    allowLoopbackHttp,
    clock = systemClock,
    random = Math.random,
    patience = backgroundPatience,
  } = options
  const keys = trimKeys(options.keys)
  const address = resolveSite(keys.site, allowLoopbackHttp)
  const mask = maskOf(keys)
  const known: KnownToWork = { company: false, keys: false }
  let skew = 0

  const readJson = createReading({
    fetch,
    clock,
    random,
    patience,
    company: `${address.ok ? address.value.host : ''}/${keys.companyId.toLowerCase()}`,
    mayAsk: ({ url, headers }) =>
      (options.siteAllowed?.(new URL(url)) ?? true) &&
      (headers.Authorization === undefined || (address.ok && keysMayGoTo(address.value, url))),
  })
  const context: ContextOf = (what = '') => ({
    host: address.ok ? address.value.host : keys.site,
    companyId: keys.companyId,
    what,
    // As it is when an answer comes, which may be long after its turn in the line was asked for.
    known,
    mask,
  })
  const noteTime = (headers: Headers): void => {
    const told = Date.parse(headers.get('date') ?? '')
    if (!Number.isNaN(told)) skew = told - clock.now()
  }
  const sendTo = createSender(keys, readJson, context)
  const base = createBase({ address, companyId: keys.companyId, readJson, context, known, noteTime, clock })
  const evidence = createKeyEvidence({
    known,
    clock,
    ask: (path, read) => sendTo(base.url(), { path, query: { pageSize: 1 } }, read),
  })

  async function send(sent: Sent, read: ReadOptions): Promise<Reply<Read>> {
    const company = await base.connect(read)
    if (!company.ok) return company
    if (!/^[\x20-\x7e]*$/.test(keys.clientId)) return failedReply('client-id-rejected', context(read.what))
    const answer = await base.tryEach(company.value, (root) => sendTo(root, sent, read), read)
    if (answer.ok) noteTime(answer.value.headers)
    return evidence.judge(sent.path, answer, read)
  }

  async function keysWork(read: ReadOptions): Promise<boolean> {
    const company = await base.connect(read)
    return company.ok && evidence.work(read)
  }

  async function read<T>(sent: Sent, options: ReadOptions, schema: z.ZodType<T>) {
    const answer = await send(sent, options)
    if (!answer.ok) return answer
    const { value, headers, text } = answer.value
    const parsed = schema.safeParse(mask.value(value, text))
    if (parsed.success)
      return { ok: true, value: { value: parsed.data, headers, bytes: text.length } } as const
    return failedReply('answer-damaged', context(options.what), { status: 200, answer: text })
  }

  const page = createPageReader((sent, options) => read(sent, options, listSchema), keysWork)
  const forwardOnly = { 'pagination-type': 'forward-only' }
  return {
    connect: base.connect,
    baseUrl: base.url,
    keysWork: (options = {}) => keysWork(options),
    now: () => new Date(clock.now()),
    serverTime: () => new Date(clock.now() + (Math.abs(skew) <= believedSkew ? skew : 0)),
    clockSkew: () => skew,
    get: async (path, query = {}, options = {}) => {
      const answer = await read({ path, query }, options, z.unknown())
      return answer.ok ? { ok: true, value: answer.value.value } : answer
    },
    list: (path, query = {}, options = {}) => page({ path, query }, options),
    listAfter: (path, id, query = {}, options = {}) =>
      page({ path, query: { ...query, pageId: id }, headers: forwardOnly }, options),
    count: async (path, query = {}, options = {}) => {
      const answer = await read({ path: `${path}/count`, query }, options, countSchema)
      return answer.ok ? { ok: true, value: answer.value.value.count } : answer
    },
    search: (path, searchBody, query = {}, options = {}) =>
      page({ path: `${path}/search`, query, searchBody }, options),
  }
}
