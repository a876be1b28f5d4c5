// The query of an address, as ConnectWise takes it.

export type Query = Readonly<Record<string, string | number | undefined>>

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
