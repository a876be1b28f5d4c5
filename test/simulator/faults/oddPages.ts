// Fault profiles of lists that page, count and name their rows in odd ways.
import { jsonAnswer } from '../../../main/demo/answers.ts'
import { apiPath, type Fault } from './fault.ts'
import { withQuery, withRows } from './variations.ts'

const onCounts =
  (count: unknown): Fault['answer'] =>
  ({ request, api }, next) =>
    api && apiPath(request).endsWith('/count') ? jsonAnswer({ count }) : next()

/** The answer to a list with fewer rows than it was asked for, and what `Link` says then. */
const capped =
  (cap: number, link: (target: string, page: number, last: number) => string | null): Fault['answer'] =>
  async ({ request, api }, next) => {
    const asked = new URL(request.url)
    const size = Number(asked.searchParams.get('pageSize') ?? 25)
    if (!api || size <= cap) return next()
    const response = await next(withQuery(request, (query) => query.set('pageSize', String(cap))))
    const pages = /page=(\d+)>; rel="last"/.exec(response.headers.get('link') ?? '')?.[1]
    const page = Number(asked.searchParams.get('page') ?? 1)
    asked.searchParams.delete('page')
    asked.searchParams.append('page', String(page + 1))
    const told = pages === undefined ? null : link(asked.toString(), page, Number(pages))
    response.headers.delete('link')
    if (told) response.headers.set('link', told)
    return response
  }

type Members = Record<string, unknown>
const withIds = (change: (id: unknown) => unknown) =>
  withRows((rows) => rows.map((row) => ({ ...(row as Members), id: change((row as Members).id) })))

const lastLink = (target: string, page: number, last: number) =>
  `<${target.replace(`page=${page + 1}`, `page=${last}`)}>; rel="last"`

/** Dates in conditions are taken for the server's own time, ten hours behind. */
const localZone: Fault['answer'] = ({ request }, next) =>
  next(
    withQuery(request, (query) => {
      const conditions = query.get('conditions')
      if (conditions)
        query.set(
          'conditions',
          conditions.replace(
            /\[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z\]/g,
            (_whole, time) =>
              `[${new Date(Date.parse(`${time}Z`) + 36_000_000).toISOString().slice(0, 19)}Z]`,
          ),
        )
    }),
  )

export const oddPages = {
  'count-huge': { about: 'every count is 2147483647', answer: onCounts(2_147_483_647) },
  'count-low': { about: 'every count is 3', answer: onCounts(3) },
  'count-negative': { about: 'every count is -1', answer: onCounts(-1) },
  'count-text': { about: 'every count is a text', answer: onCounts('many') },
  'cap-25': { about: 'pages hold 25 rows at most, without a Link header', answer: capped(25, () => null) },
  'cap-50': { about: 'pages hold 50 rows at most, without a Link header', answer: capped(50, () => null) },
  'cap-250': { about: 'pages hold 250 rows at most, without a Link header', answer: capped(250, () => null) },
  'link-quotes': {
    about: "pages hold 50 rows at most, Link says rel='prefetch next'",
    answer: capped(50, (target, page, last) =>
      page < last ? `<${target}>; title="more"; REL = 'prefetch next'` : null,
    ),
  },
  'link-last': {
    about: 'pages hold 50 rows at most, Link names only the last one',
    answer: capped(50, lastLink),
  },
  'text-ids': { about: 'ids are texts', answer: withIds(String) },
  'null-ids': {
    about: 'every tenth id is null',
    answer: withIds((id) => (Number(id) % 10 === 0 ? null : id)),
  },
  'local-zone': { about: 'dates in conditions are read in a zone ten hours behind', answer: localZone },
} satisfies Record<string, Fault>
