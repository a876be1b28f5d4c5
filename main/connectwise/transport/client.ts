// Reads one ConnectWise company. Its functions send GET and POST …/search, and there is no other way out.
import { ok, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { companyInfoUrl, originOf, resolveSite } from './address.ts'
import { type Clock, systemClock } from './clock.ts'
import { type Company, readCompanyInfo } from './company.ts'
import type { Fetch } from './exchange.ts'
import { type FailureContext, failure } from './failure.ts'
import { hasNextPage } from './linkHeader.ts'
import { createReading, type Patience, patient, type Read, type ReadOptions } from './reading.ts'
import { basicAuthorization, createMask, type Keys, trimKeys } from './secrets.ts'

export type { Fetch } from './exchange.ts'
export type { Keys } from './secrets.ts'

export type Query = Readonly<Record<string, string | number | undefined>>

export type Page = {
  rows: unknown[]
  /** Whether the `Link` header tells of a further page. */
  hasNext: boolean
  /** How long the answer was. */
  bytes: number
}

export type Client = {
  /** Finds the company and its base URLs; every read does so first. */
  connect: (options?: ReadOptions) => Promise<Result<Company>>
  /** The base URL in use, empty before the company is found. */
  baseUrl: () => string
  /** Now by this computer's clock. */
  now: () => Date
  /** Now by ConnectWise's own clock, by this computer's where it has not told. */
  serverTime: () => Date
  get: (path: string, query?: Query, options?: ReadOptions) => Promise<Result<unknown>>
  list: (path: string, query?: Query, options?: ReadOptions) => Promise<Result<Page>>
  /** Forward-only: the rows with an id above `id`, by id; `page` and `orderBy` do not apply (ConnectWise Developer Guide). */
  listAfter: (path: string, id: number, query?: Query, options?: ReadOptions) => Promise<Result<Page>>
  count: (path: string, query?: Query, options?: ReadOptions) => Promise<Result<number>>
  /** Lists with conditions too long for an address, where the collection has a `/search` route. */
  search: (path: string, body: SearchBody, query?: Query, options?: ReadOptions) => Promise<Result<Page>>
}

export type SearchBody = { conditions: string; orderBy?: string }

type ClientOptions = {
  fetch: Fetch
  keys: Keys
  /** http://127.0.0.1 is for the simulator: the command line, unpackaged runs and tests. */
  allowLoopbackHttp: boolean
  clock?: Clock
  random?: () => number
  /** How long failures are sat out before they count. */
  patience?: Patience
}

/** The model the schemas fit; without a version each endpoint answers with its newest (ConnectWise Developer Guide). */
const pinnedAccept = 'application/vnd.connectwise.com+json; version=2025.1'

/** A missing record is asked for often, a release changes rarely: company info is not read again within this time. */
const companyInfoKept = 5 * 60_000

const countSchema = z.object({ count: z.int().min(0) })

/** Makes the reader of one company. Nothing is sent before the first read. */
export function createClient(options: ClientOptions): Client {
  const { fetch, allowLoopbackHttp, clock = systemClock, random = Math.random, patience = patient } = options
  const keys = trimKeys(options.keys)
  const address = resolveSite(keys.site, allowLoopbackHttp)
  const company = `${address.ok ? address.value.host : ''}/${keys.companyId.toLowerCase()}`
  const readJson = createReading({ fetch, clock, random, patience, company })
  const mask = createMask(keys)
  const context = (what = ''): FailureContext => ({
    host: address.ok ? address.value.host : keys.site,
    companyId: keys.companyId,
    what,
    mask,
  })
  const keyHeaders = {
    Authorization: basicAuthorization(keys),
    ...(keys.clientId && { clientId: keys.clientId }),
    Accept: pinnedAccept,
  }

  let found: Promise<Result<Company>> | null = null
  let base = ''
  /** Whether `base` has answered anything but "not found". */
  let proven = false
  let checking: Promise<void> | null = null
  let checkedAt = Number.NEGATIVE_INFINITY
  let skew = 0

  async function findCompany(read: ReadOptions): Promise<Result<Company>> {
    if (!address.ok) return address
    if (keys.companyId === '') return { ok: false, error: failure('company-not-found', context()) }
    const url = companyInfoUrl(originOf(address.value), keys.companyId)
    const answer = await readJson(
      { url, headers: { Accept: 'application/json' } },
      context('company info'),
      read,
    )
    if (answer.ok) {
      noteTime(answer.value.headers)
      return readCompanyInfo(answer.value.value, address.value, context())
    }
    const { code, detail = '' } = answer.error
    // Company info needs no keys and exists on every release, so refusing it means that something else lives there.
    const foreign = code === 'not-found' || code === 'keys-rejected' || code === 'permission-missing'
    return foreign ? { ok: false, error: failure('not-connectwise', context(), { detail }) } : answer
  }

  async function connect(read: ReadOptions = {}): Promise<Result<Company>> {
    found ??= findCompany(read)
    const pending = found
    const company = await pending
    if (!company.ok && found === pending) found = null
    // Whoever asked first has cancelled, this caller has not.
    if (!company.ok && company.error.code === 'cancelled' && !read.signal?.aborted) return connect(read)
    if (company.ok && base === '') base = company.value.bases[0] ?? ''
    return company
  }

  /** Reads company info again and follows the company to its new release, which has another path. */
  async function checkRelease(before: Company, read: ReadOptions): Promise<void> {
    const again = await findCompany(read)
    checkedAt = clock.now()
    if (!again.ok || again.value.codebase === before.codebase) return
    found = Promise.resolve(again)
    base = again.value.bases[0] ?? base
  }

  /**
   * Where to try after "not found": the other base while none has worked, else the new one where the company has moved
   * meanwhile (django-connectwise reads company info again after a 404).
   */
  async function otherBase(used: string, company: Company, read: ReadOptions): Promise<string | undefined> {
    if (!proven) return company.bases.find((candidate) => candidate !== used)
    if (used === base && (checking || clock.now() - checkedAt >= companyInfoKept)) {
      checking ??= checkRelease(company, read).finally(() => {
        checking = null
      })
      await checking
    }
    return used === base ? undefined : base
  }

  type Sent = { path: string; query?: Query; searchBody?: SearchBody; headers?: Record<string, string> }

  async function send(
    { path, query = {}, searchBody, headers }: Sent,
    read: ReadOptions,
  ): Promise<Result<Read>> {
    const company = await connect(read)
    if (!company.ok) return company
    if (!/^[\x20-\x7e]*$/.test(keys.clientId)) {
      return { ok: false, error: failure('client-id-rejected', context(read.what)) }
    }
    const from = (root: string, more: Record<string, string> = {}) => {
      const url = `${root}${path}${queryText(query)}`
      const outgoing = { url, headers: { ...keyHeaders, ...headers, ...more }, searchBody }
      return readJson(outgoing, context(read.what), read)
    }
    const used = base
    let answer = await from(used)
    if (leadsNowhere(answer)) {
      const other = await otherBase(used, company.value, read)
      const second = other === undefined ? answer : await from(other)
      if (other !== undefined && !leadsNowhere(second)) {
        base = other
        answer = second
      }
    }
    // A version may be missing on a single endpoint (django-connectwise): then its newest model is read.
    if (refusesVersion(answer)) answer = await from(base, { Accept: 'application/json' })
    proven ||= answer.ok || answer.error.code === 'permission-missing'
    if (answer.ok) noteTime(answer.value.headers)
    // Cloud answers wrong keys with 404 as well, then nothing is ever found (ConnectWise Developer Guide).
    if (!answer.ok && answer.error.code === 'not-found' && !proven) {
      const { detail = '' } = answer.error
      return { ok: false, error: failure('keys-rejected', context(read.what), { detail }) }
    }
    return answer
  }

  function noteTime(headers: Headers): void {
    const told = Date.parse(headers.get('date') ?? '')
    if (!Number.isNaN(told)) skew = told - clock.now()
  }

  async function read<T>(sent: Sent, options: ReadOptions, schema: z.ZodType<T>) {
    const answer = await send(sent, options)
    if (!answer.ok) return answer
    const parsed = schema.safeParse(answer.value.value)
    if (parsed.success) return ok({ ...answer.value, value: parsed.data })
    const error = failure('answer-damaged', context(options.what), {
      detail: JSON.stringify(answer.value.value),
    })
    return { ok: false, error } as const
  }

  async function page(sent: Sent, options: ReadOptions): Promise<Result<Page>> {
    const answer = await read(sent, options, z.array(z.unknown()))
    if (!answer.ok) return answer
    const { value: rows, headers, bytes } = answer.value
    const hasNext = hasNextPage(headers.get('link'), Number(sent.query?.page ?? 1))
    return ok({ rows, hasNext, bytes })
  }

  const forwardOnly = { 'pagination-type': 'forward-only' }
  return {
    connect,
    baseUrl: () => base,
    now: () => new Date(clock.now()),
    serverTime: () => new Date(clock.now() + skew),
    get: async (path, query = {}, options = {}) => {
      const answer = await read({ path, query }, options, z.unknown())
      return answer.ok ? ok(answer.value.value) : answer
    },
    list: (path, query = {}, options = {}) => page({ path, query }, options),
    listAfter: (path, id, query = {}, options = {}) =>
      page({ path, query: { ...query, pageId: id }, headers: forwardOnly }, options),
    count: async (path, query = {}, options = {}) => {
      const answer = await read({ path: `${path}/count`, query }, options, countSchema)
      return answer.ok ? ok(answer.value.value.count) : answer
    },
    search: (path, searchBody, query = {}, options = {}) =>
      page({ path: `${path}/search`, query, searchBody }, options),
  }
}

/** Whether an answer may only mean that the path's release segment is wrong. */
const leadsNowhere = (answer: Result<unknown>): boolean =>
  !answer.ok && (answer.error.code === 'not-found' || answer.error.code === 'company-not-found')

const refusesVersion = (answer: Result<unknown>): boolean =>
  !answer.ok && /^HTTP 406|check your accept header/i.test(answer.error.detail ?? '')

/** A query with every value percent-encoded to the letter (ConnectWise Developer Guide); absent values are left out. */
export function queryText(query: Query): string {
  const encode = (text: string) =>
    encodeURIComponent(text.toWellFormed()).replace(
      /['*()!]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encode(String(value))}`],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
