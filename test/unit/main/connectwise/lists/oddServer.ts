// A ConnectWise with lists of a few rows that pages, counts and names its rows in odd ways.
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import { type RefreshOptions, refreshReference } from '../../../../../main/connectwise/reference/refresh.ts'
import type { Snapshot } from '../../../../../shared/reference/collections.ts'
import { type Asked, createFakeClock, createPeer, json, keys } from '../fakes.ts'

type Row = Record<string, unknown>

/** `rows`: what the whole list holds; `asked`: what the request wants. */
type Paged = { path: string; rows: Row[]; page: number; size: number; shown: Row[]; asked: Asked }

export type Odd = {
  /** Lists by path; those not named hold what a small company has. */
  lists?: Record<string, Row[]>
  /** The most rows a page holds, whatever is asked for. */
  cap?: number | ((page: number, path: string) => number)
  /** The Link header of a page; null for none. */
  link?: (paged: Paged) => string | null
  /** What `/count` says, in place of the truth. */
  count?: (real: number, path: string) => unknown
  /** Whether rows can be asked for from an id on. */
  forwardOnly?: boolean
  /** Whether `page` is heeded. */
  pages?: boolean
  /** Answers in place of everything else. */
  answer?: (asked: Asked, turn: number) => Response | Promise<Response> | undefined
  /** Changes a page on its way out. */
  change?: (shown: Row[], paged: Paged) => Row[]
}

export const named = (count: number, from = 1): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: from + index,
    name: `Row ${from + index}`,
    identifier: `row${from + index}`,
    deletedFlag: false,
  }))

const usual = (): Record<string, Row[]> => ({
  '/company/companies': named(1300),
  '/company/companies/statuses': named(2),
  '/service/boards': named(3),
  '/service/boards/1/statuses': named(4, 10),
  '/service/boards/2/statuses': named(4, 20),
  '/service/boards/3/statuses': named(4, 30),
  '/service/priorities': named(4),
  '/service/sources': named(4),
  '/system/members': named(30),
  '/time/workRoles': named(5),
  '/system/userDefinedFields': [
    { id: 28, caption: 'Sync to partner', fieldTypeIdentifier: 'Checkbox', screenId: 'sr100' },
  ],
  '/service/tickets': [],
})

/** The full path of a page of a list, as `Link` carries it. */
const address = ({ path, size }: Paged, page: number): string =>
  `<https://psa.example.test/v2025_1/apis/3.0${path}?pageSize=${size}&page=${page}>`

export const linkOf =
  (rel: string) =>
  (paged: Paged): string | null =>
    paged.page * paged.size < paged.rows.length ? `${address(paged, paged.page + 1)}; ${rel}` : null

export const lastOnly = (paged: Paged): string =>
  `${address(paged, Math.ceil(paged.rows.length / paged.size))}; rel="last"`

/** The path of a request below the API's base. */
export const pathOf = ({ path }: Asked): string => path.split('/apis/3.0')[1] ?? ''

export function oddServer(odd: Odd = {}) {
  const lists = { ...usual(), ...odd.lists }
  const peer = createPeer((asked, turn) => {
    const given = odd.answer?.(asked, turn)
    if (given) return given
    const path = pathOf(asked)
    const list = path.replace(/\/count$/, '')
    const rows = lists[list]
    if (!rows) return json({ code: 'NotFound', message: 'The endpoint does not exist.' }, { status: 404 })
    const conditions = asked.query.get('conditions') ?? ''
    const most = /id<=(\d+)/.exec(conditions)?.[1]
    const wanted = conditions.includes('lastUpdated')
      ? []
      : rows.filter(({ id }) => most === undefined || Number(id) <= Number(most))
    if (path.endsWith('/count')) {
      const said = odd.count ? odd.count(wanted.length, list) : wanted.length
      return said instanceof Response ? said : json({ count: said })
    }
    if (asked.query.get('orderBy') === 'id desc') return json(rows.slice(-1))
    const page = odd.pages === false ? 1 : Number(asked.query.get('page') ?? 1)
    const cap = typeof odd.cap === 'function' ? odd.cap(page, list) : (odd.cap ?? 1000)
    const size = Math.min(Number(asked.query.get('pageSize') ?? 25), cap)
    const after = odd.forwardOnly === false ? null : asked.query.get('pageId')
    const shown =
      after === null
        ? wanted.slice((page - 1) * size, page * size)
        : wanted
            .filter(({ id }) => Number(id) > Number(after))
            .toSorted((one, other) => Number(one['id']) - Number(other['id']))
            .slice(0, size)
    const paged = { path: list, rows: wanted, page, size, shown, asked }
    const link = after === null ? odd.link?.(paged) : null
    return json(odd.change ? odd.change(shown, paged) : shown, { headers: link ? { link } : {} })
  })
  const clock = createFakeClock()
  const refresh = (
    previous: Snapshot | null = null,
    more: Partial<Pick<RefreshOptions, 'notes' | 'take' | 'isFile' | 'signal'>> = {},
  ) =>
    refreshReference({
      client: createClient({ fetch: peer.fetch, keys, allowLoopbackHttp: false, clock, random: () => 0 }),
      connection: { name: 'Odd', environment: 'sandbox', site: keys.site, companyId: keys.companyId },
      previous,
      signal: new AbortController().signal,
      onProgress: () => {},
      ...more,
    })
  return {
    lists,
    clock,
    log: peer.log,
    refresh,
    /** A refresh that has to come to something. */
    read: async (...of: Parameters<typeof refresh>) => {
      const read = refresh(...of)
      await clock.advance(1_800_000)
      const result = await read
      if (!result.ok) throw new Error(result.error.message)
      return result.value
    },
    /** How many requests went to a list and its count. */
    asked: (list: string) => peer.log.filter((each) => pathOf(each).replace(/\/count$/, '') === list).length,
  }
}
