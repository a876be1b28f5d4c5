// Lists: filter, sort, page, project, and the Link header, as every list endpoint of ConnectWise does it.
import { badConditionAnswer, jsonAnswer } from './answers.ts'
import { compileChild, compileCondition, compileCustom, fieldOf } from './conditions/match.ts'
import { ConditionError, parseConditions } from './conditions/parse.ts'
import type { Model } from './model/kinds.ts'
import { projection } from './project.ts'
import type { Collection, Json, StoredRow } from './model/storedRows.ts'

/** What a list is asked for; `search` bodies and query strings end up the same. */
export type DemoFilter = {
  conditions: string
  childConditions: string
  customFieldConditions: string
  orderBy: string
}

export type DemoListOptions = {
  /** Only rows this role may see. */
  visible?: { name: string; test: (row: StoredRow) => boolean }
}

const defaultPageSize = 25
const maxPageSize = 1_000
/** Filtered and sorted rows kept per collection, so that the pages of one walk share the work. */
const remembered = 12

/** The filter of a query string; parameter names are taken in the two spellings clients use. */
export const filterOf = (query: URLSearchParams): DemoFilter => ({
  conditions: query.get('conditions') ?? '',
  childConditions: query.get('childConditions') ?? query.get('childconditions') ?? '',
  customFieldConditions: query.get('customFieldConditions') ?? query.get('customfieldconditions') ?? '',
  orderBy: query.get('orderBy') ?? query.get('orderby') ?? '',
})

const testsOf = (filter: DemoFilter, model: Model): ((row: StoredRow) => boolean)[] => [
  ...(filter.conditions.trim()
    ? [compileCondition(parseConditions(filter.conditions), fieldOf(model), true)]
    : []),
  ...(filter.childConditions.trim() ? [compileChild(parseConditions(filter.childConditions), model)] : []),
  ...(filter.customFieldConditions.trim()
    ? [compileCustom(parseConditions(filter.customFieldConditions), model)]
    : []),
]

const sortKey = (value: Json | undefined): string | number => {
  if (typeof value === 'string') return value.toLowerCase()
  return typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : ''
}

/** Undefined when the rows are in order already: ascending ids are how they are kept. Every part is checked. */
const comparison = (
  orderBy: string,
  model: Model,
): ((one: StoredRow, other: StoredRow) => number) | undefined => {
  const parts = orderBy
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const keys = parts.map((part) => {
    const [path = '', direction = 'asc', ...rest] = part.split(/\s+/)
    if (rest.length > 0 || !/^(asc|desc)$/i.test(direction))
      throw new ConditionError(`${part} is not a valid orderBy.`)
    const { kind, read } = fieldOf(model)(path)
    if (kind.type === 'reference') throw new ConditionError(`${path} is not a recognized name.`)
    return { read, sign: direction.toLowerCase() === 'desc' ? -1 : 1 }
  })
  if (parts.length === 0 || /^id(\s+asc)?$/i.test(parts[0] ?? '')) return undefined
  return (one, other) => {
    for (const { read, sign } of keys) {
      const [left, right] = [sortKey(read(one)), sortKey(read(other))]
      if (left < right) return -sign
      if (left > right) return sign
    }
    return one.id - other.id
  }
}

type Memory = { version: number; results: Map<string, StoredRow[]> }
const memories = new WeakMap<Collection, Memory>()

/** Rows that match, in order. Throws `ConditionError`. Rows of an unfiltered list are the collection's own. */
export const matchingRows = (
  collection: Collection,
  filter: DemoFilter,
  visible?: DemoListOptions['visible'],
): StoredRow[] => {
  const tests = [...testsOf(filter, collection.model), ...(visible ? [visible.test] : [])]
  const compare = comparison(filter.orderBy, collection.model)
  if (tests.length === 0 && !compare) return collection.rows
  const key = JSON.stringify([filter, visible?.name])
  let memory = memories.get(collection)
  if (memory?.version !== collection.version) memory = { version: collection.version, results: new Map() }
  memories.set(collection, memory)
  const known = memory.results.get(key)
  if (known) return known
  const rows =
    tests.length === 0
      ? [...collection.rows]
      : collection.rows.filter((row) => tests.every((test) => test(row)))
  if (compare) rows.sort(compare)
  if (memory.results.size >= remembered) memory.results.clear()
  memory.results.set(key, rows)
  return rows
}

const positive = (value: string | null, otherwise: number) => {
  const number = Number(value)
  return value !== null && Number.isInteger(number) && number > 0 ? number : otherwise
}

/** The request's address with another page, which comes last (recorded in 2024). */
const pageUrl = (url: URL, name: string, value: number) => {
  const target = new URL(url)
  target.searchParams.delete(name)
  target.searchParams.append(name, String(value))
  return target.toString()
}

const link = (parts: [string, string][]): Record<string, string> =>
  parts.length === 0 ? {} : { link: parts.map(([target, rel]) => `<${target}>; rel="${rel}"`).join(', ') }

/** Forward-only: rows after `pageId` by id; the Link header is always there and empty at the end (ConnectWise Developer Guide). */
const forwardPage = (rows: StoredRow[], url: URL, pageSize: number) => {
  const after = positive(url.searchParams.get('pageId'), 0)
  let start = rows.findIndex((row) => row.id > after)
  if (start < 0) start = rows.length
  const page = rows.slice(start, start + pageSize)
  const last = page.at(-1)
  const more = last !== undefined && start + pageSize < rows.length
  return { page, headers: more ? link([[pageUrl(url, 'pageId', last.id), 'next']]) : { link: '' } }
}

/** Navigable: `first`, `prev`, `next`, `last`, each only where there is one; no header on a single page. */
const navigablePage = (rows: StoredRow[], url: URL, pageSize: number) => {
  const number = positive(url.searchParams.get('page'), 1)
  const last = Math.max(1, Math.ceil(rows.length / pageSize))
  const parts: [string, string][] = []
  if (number < last)
    parts.push([pageUrl(url, 'page', number + 1), 'next'], [pageUrl(url, 'page', last), 'last'])
  if (number > 1) {
    const before = Math.min(number - 1, last)
    parts.push([pageUrl(url, 'page', before), 'prev'], [pageUrl(url, 'page', 1), 'first'])
  }
  return { page: rows.slice((number - 1) * pageSize, number * pageSize), headers: link(parts) }
}

/** Runs a list's work and turns a refused filter into its 400 answer. */
const guarded = (answer: () => Response): Response => {
  try {
    return answer()
  } catch (error) {
    if (error instanceof ConditionError) return badConditionAnswer(error.message)
    throw error
  }
}

/** The answer to a list request: a bare array with paging headers. */
export const listAnswer = (
  request: Request,
  collection: Collection,
  filter: DemoFilter,
  options: DemoListOptions = {},
): Response =>
  guarded(() => {
    const url = new URL(request.url)
    const fields = url.searchParams.get('fields')
    const forward = request.headers.get('pagination-type')?.toLowerCase() === 'forward-only'
    if (forward && filter.orderBy.trim())
      return badConditionAnswer('orderBy is not supported with forward-only pagination.')
    const rows = matchingRows(collection, filter, options.visible)
    const pageSize = Math.min(positive(url.searchParams.get('pageSize'), defaultPageSize), maxPageSize)
    const { page, headers } = forward ? forwardPage(rows, url, pageSize) : navigablePage(rows, url, pageSize)
    const project = projection(fields)
    return jsonAnswer(page.map(project), 200, headers)
  })

/** The answer to `/count`: `{ count }` under the same filters. */
export const countAnswer = (
  collection: Collection,
  filter: DemoFilter,
  options: DemoListOptions = {},
): Response =>
  guarded(() => {
    return jsonAnswer({ count: matchingRows(collection, filter, options.visible).length })
  })
