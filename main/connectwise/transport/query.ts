// The query of an address, as ConnectWise takes it.
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
