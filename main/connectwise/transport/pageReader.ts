// Asks for a page the way this ConnectWise can give it: with fewer rows, unsorted, or with all members, where it refuses or fails.
import type { Failure, Reply } from '../failure/failure.ts'
import { hasNextPage } from './linkHeader.ts'
import type { Query } from './query.ts'
import { isServerFault, type ReadOptions } from './reading.ts'

export type Page = {
  rows: unknown[]
  /** Whether the `Link` header tells of a further page. */
  hasNext: boolean
  /** How long the answer was. */
  bytes: number
  /** Whether an order was wanted that this ConnectWise does not take: rows prove theirs then. */
  isUnsorted: boolean
}

export type SearchBody = { conditions: string; orderBy?: string }
export type Sent = { path: string; query?: Query; searchBody?: SearchBody; headers?: Record<string, string> }

/**
 * What a server gets done where a thousand rows are too much: too long for its own time limit (tap-mambu, pull request 14;
 * dandi-archive, issue 1137), or cut in the middle, with 200 (PSSnow, issue 67; metabase, issue 10432).
 */
const easyPage = 100
/** So many come where no number is asked for (ConnectWise Developer Guide). */
const leastPage = 25
/** So many are advised (PowerShellWarrantyReports, issue 1). Some servers give an empty list where they are asked for more. */
export const safePage = 250

/** What a request is spared of: the most rows at once, the names of members, the order. */
type Spared = { rows?: number; fields?: true; order?: true }

const orderOf = ({ query, searchBody }: Sent): string | undefined =>
  searchBody?.orderBy ?? query?.['orderBy']?.toString()

function sparedOf({ query = {}, searchBody, ...sent }: Sent, { rows, fields, order }: Spared): Sent {
  const pageSize = Math.min(Number(query['pageSize'] ?? 0), rows ?? Number.POSITIVE_INFINITY)
  return {
    ...sent,
    query: {
      ...query,
      ...(pageSize > 0 && { pageSize }),
      ...(fields && { fields: undefined }),
      ...(order && { orderBy: undefined }),
    },
    ...(searchBody && { searchBody: order ? { conditions: searchBody.conditions } : searchBody }),
  }
}

/** Fewer rows may cure it: time passed, or the answer broke off. */
const mayBeTooMuch = ({ code, reason, status }: Failure): boolean =>
  reason === 'server-timeout' ||
  reason === 'slow' ||
  status === 413 ||
  (code === 'answer-damaged' && reason !== 'too-deep') ||
  (code === 'connection-reset' && status !== null)

/** Whether a refusal may be about a part of the query. Some come in the words of a refused condition: then the name in them tells. */
const mayRefuse = ({ code, refusedName }: Failure, conditions: unknown, names: string): boolean =>
  code === 'request-refused' ||
  (code === 'condition-refused' &&
    (conditions === undefined ||
      refusedName === '' ||
      names.toLowerCase().split(/[,/ ]/).includes(refusedName.toLowerCase())))

const isFirstPage = ({ query }: Sent): boolean => Number(query?.['page'] ?? 1) === 1
const rowsOf = ({ query }: Sent): number => Number(query?.['pageSize'] ?? 0)

/**
 * The ways to ask for the same again, the likeliest first: parts of a query are no parameters of some servers
 * (nylas/sync-engine, issue 75), and more than others have room for (openaip, issue 148). Pages of another size or order
 * would not go on from the first one.
 */
function otherWays(sent: Sent, failure: Failure): Spared[] {
  const { query = {}, searchBody } = sent
  const { conditions = searchBody?.conditions, fields, page } = query
  const order = orderOf(sent)
  const isAbout = (names: string) =>
    isServerFault(failure) ? isFirstPage(sent) : mayRefuse(failure, conditions, names)
  const ways: Spared[] = []
  const mayBeLess = failure.code === 'server-error' || mayBeTooMuch(failure) || isAbout('pageSize')
  if (mayBeLess && isFirstPage(sent) && rowsOf(sent) > easyPage) ways.push({ rows: easyPage })
  if (fields !== undefined && isAbout(`fields,${fields}`)) ways.push({ fields: true })
  if (order !== undefined && page === 1 && isAbout(`orderBy ${order}`)) ways.push({ order: true })
  return ways.length > 1 ? [...ways, Object.assign({}, ...ways)] : ways
}

type Rows = { value: unknown[]; headers: Headers; bytes: number }

/** Makes what reads the pages of one client. `worksOtherwise`: whether it is answered at all; what was found out holds for it. */
export function createPageReader(
  read: (sent: Sent, options: ReadOptions) => Promise<Reply<Rows>>,
  worksOtherwise: (options: ReadOptions) => Promise<boolean>,
) {
  /** The most rows at once that this ConnectWise allows. */
  let rowsAllowed = Number.POSITIVE_INFINITY
  /** What each list is spared of. */
  const spared = new Map<string, Spared>()
  /** Whether rows have come where many were asked for. */
  let hasGivenMany = false

  /** Asks otherwise until it is answered; null where it never is. */
  async function askOtherwise(
    sent: Sent,
    failure: Failure,
    options: ReadOptions,
  ): Promise<{ way: Spared; rows: Rows } | null> {
    const ways = otherWays(sent, failure)
    // One that fails at everything is not asked in many ways.
    if (ways.length === 0 || !(mayBeTooMuch(failure) || (await worksOtherwise(options)))) return null
    for (const way of ways) {
      const other = sparedOf(sent, way)
      const answer = await read(other, isServerFault(failure) ? { ...options, faultTries: 1 } : options)
      if (answer.ok) return { way, rows: answer.value }
      // The same words again are not about what was left out; others may name the next part.
      const isSame = isServerFault(failure) || answer.error.said === failure.said
      const further = isSame ? null : await askOtherwise(other, answer.error, options)
      if (further) return { way: { ...way, ...further.way }, rows: further.rows }
    }
    return null
  }

  return async function page(asked: Sent, options: ReadOptions): Promise<Reply<Page>> {
    const { path } = asked
    const { rows = rowsAllowed, ...others } = spared.get(path) ?? {}
    const sent = sparedOf(asked, { ...others, rows: Math.min(rows, rowsAllowed) })
    const size = rowsOf(sent)
    const isFirst = isFirstPage(sent)
    const pageOf = ({ value, headers, bytes }: Rows): Reply<Page> => {
      const isUnsorted = orderOf(asked) !== undefined && spared.get(path)?.order === true
      return {
        ok: true,
        value: {
          rows: value,
          hasNext: hasNextPage(headers.get('link'), Number(sent.query?.['page'] ?? 1)),
          bytes,
          isUnsorted,
        },
      }
    }
    const answer = await read(sent, isFirst ? { ...options, faultTries: spared.size > 0 ? 1 : 2 } : options)
    if (answer.ok) {
      const gave = answer.value.value.length > 0
      hasGivenMany ||= gave && size > safePage
      if (gave || size <= safePage || !isFirst || hasGivenMany) return pageOf(answer.value)
      let [found, allowed] = [answer.value, rowsAllowed]
      // The fewest first: most lists that are empty hold nothing, and cost no further request then.
      for (const fewer of [leastPage, easyPage]) {
        const again = await read(sparedOf(sent, { rows: fewer }), options)
        if (!again.ok || again.value.value.length === 0) break
        ;[found, allowed] = [again.value, fewer]
      }
      rowsAllowed = Math.min(rowsAllowed, allowed)
      return pageOf(found)
    }
    const { error } = answer
    // Old releases refuse what newer ones cut (PSConnectWise, issue 2).
    if (error.pageLimit !== null && error.pageLimit >= 1 && error.pageLimit < size) {
      rowsAllowed = error.pageLimit
      return page(asked, options)
    }
    const other = await askOtherwise(sent, error, options)
    if (other) {
      spared.set(path, { ...spared.get(path), ...other.way })
      return pageOf(other.rows)
    }
    // Nothing it was spared of cured it, so it is not the request: that may pass.
    const patient = isServerFault(error) && isFirst ? await read(sent, options) : answer
    return patient.ok ? pageOf(patient.value) : patient
  }
}
