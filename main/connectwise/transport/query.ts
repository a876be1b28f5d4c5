// The query of an address, as ConnectWise takes it.
import type { Failure } from '../failure/failure.ts'
import { replaceEach } from '../../../shared/text/replaceEach.ts'

export type Query = Readonly<Record<string, string | number | undefined>>

/** A query with every value percent-encoded to the letter (ConnectWise Developer Guide); absent values are left out. */
export function queryText(query: Query): string {
  const encode = (text: string) =>
    replaceEach(
      encodeURIComponent(text.toWellFormed()),
      /['*()!]+/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encode(String(value))}`],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

const names = (list: string | number | undefined, name: string): boolean =>
  String(list ?? '')
    .toLowerCase()
    .split(/[^\w/]+/)
    .includes(name.toLowerCase())

/** Whether a list is refused for what was to be shown of it: most sites leave out what they do not know, some refuse it (seen in other clients). */
export function refusesFields({ status, refusedName, said }: Failure, query: Query): boolean {
  const { fields, conditions, orderBy } = query
  if (fields === undefined || status === null || status < 400 || status >= 500) return false
  if (refusedName === '')
    return /\bfields?\b (parameter|query|is|are|not)|\b(parameter|query) '?fields?\b/i.test(said)
  return names(fields, refusedName) && !names(conditions, refusedName) && !names(orderBy, refusedName)
}
