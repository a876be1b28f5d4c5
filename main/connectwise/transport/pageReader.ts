// Asks for a page the way this ConnectWise can give it: with fewer rows, or with all their members, where it refuses or fails.
import type { Failure, Reply } from '../failure/failure.ts'
import { hasNextPage } from './linkHeader.ts'
import type { Query } from './query.ts'
import type { ReadOptions } from './reading.ts'

export type Page = {
  rows: unknown[]
  /** Whether the `Link` header tells of a further page. */
  hasNext: boolean
  /** How long the answer was. */
  bytes: number
}

export type SearchBody = { conditions: string; orderBy?: string }
export type Sent = { path: string; query?: Query; searchBody?: SearchBody; headers?: Record<string, string> }

/**
 * What a server gets done where a thousand rows are too much: too long for its own time limit (tap-mambu, pull request 14;
 * dandi-archive, issue 1137), or cut in the middle, with 200 (PSSnow, issue 67; metabase, issue 10432).
 */
const easyPage = 100
/** Fewer rows may cure it: time passed, or the answer broke off. */
const mayBeTooMuch = ({ code, reason, status }: Failure): boolean =>
  reason === 'server-timeout' ||
  reason === 'slow' ||
  status === 413 ||
  (code === 'answer-damaged' && reason !== 'too-deep') ||
  (code === 'connection-reset' && status !== null)

/** Whether a refusal may be about a part of the query. Some come in the words of a refused condition: then the name in them tells. */
const mayRefuse = ({ code, refusedName }: Failure, { conditions }: Query, names: string): boolean =>
  code === 'request-refused' ||
  (code === 'condition-refused' &&
    (conditions === undefined ||
      refusedName === '' ||
      names.toLowerCase().split(/[,/ ]/).includes(refusedName.toLowerCase())))

/** Sorting is more than some servers have room for (openaip, issue 148), and no parameter of others (nylas/sync-engine, issue 75). */
export const mayRefuseOrder = (failure: Failure, query: Query): boolean =>
  query.orderBy !== undefined &&
  (failure.status === 500 || mayRefuse(failure, query, `orderBy ${query.orderBy}`))

type Rows = { value: unknown[]; headers: Headers; bytes: number }

/** Makes what reads the pages of one client. `worksOtherwise`: whether it is answered at all; what was found out holds for it. */
export function createPageReader(
  read: (sent: Sent, options: ReadOptions) => Promise<Reply<Rows>>,
  worksOtherwise: (options: ReadOptions) => Promise<boolean>,
) {
  /** The most rows at once that this ConnectWise allows, and that each list of it gets done. */
  let rowsAllowed = Number.POSITIVE_INFINITY
  const rowsDone = new Map<string, number>()
  /** Lists whose rows come with all their members alone. */
  const unnamed = new Set<string>()

  /** A server that fails may have had too much where it answers to these keys otherwise. */
  const fewerMayDo = async (failure: Failure, options: ReadOptions): Promise<boolean> =>
    mayBeTooMuch(failure) || (failure.code === 'server-error' && (await worksOtherwise(options)))

  return async function page(asked: Sent, options: ReadOptions): Promise<Reply<Page>> {
    const { path } = asked
    const pageSize = Math.min(
      Number(asked.query?.pageSize ?? 0),
      rowsAllowed,
      rowsDone.get(path) ?? rowsAllowed,
    )
    const query: Query = {
      ...asked.query,
      ...(pageSize > 0 && { pageSize }),
      ...(unnamed.has(path) && { fields: undefined }),
    }
    const answer = await read({ ...asked, query }, options)
    if (answer.ok) {
      const { value: rows, headers, bytes } = answer.value
      return {
        ok: true,
        value: { rows, hasNext: hasNextPage(headers.get('link'), Number(query.page ?? 1)), bytes },
      }
    }
    const { error } = answer
    // Old releases refuse what newer ones cut (PSConnectWise, issue 2). Pages of another size would begin elsewhere.
    const isFirst = Number(query.page ?? 1) === 1
    if (error.pageLimit !== null && error.pageLimit >= 1 && error.pageLimit < pageSize)
      rowsAllowed = error.pageLimit
    else if (query.fields !== undefined && mayRefuse(error, query, `fields,${query.fields}`)) {
      unnamed.add(path)
      const whole = await page(asked, options)
      if (!whole.ok) unnamed.delete(path)
      return whole
    } else if (pageSize > easyPage && isFirst && (await fewerMayDo(error, options)))
      rowsDone.set(path, easyPage)
    else return answer
    return page(asked, options)
  }
}
