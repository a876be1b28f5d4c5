// Builds `conditions` texts that cannot be broken by what is put into them. Always exact camelCase names, always UTC.
// Grammar: ConnectWise Developer Guide.

/** A text literal. Escaping a quote is not documented, so the other kind is used, and where both occur one is dropped. */
export function quotedText(text: string): string {
  if (!text.includes('"')) return `"${text}"`
  return text.includes("'") ? `"${text.replaceAll('"', '')}"` : `'${text}'`
}

/** A date literal: square brackets, UTC, no fractions (some servers read other spellings as local time). */
export const dateLiteral = (date: Date): string => `[${date.toISOString().slice(0, 19)}Z]`

export const whereEquals = (field: string, value: string | number | boolean): string =>
  `${field}=${typeof value === 'string' ? quotedText(value) : String(value)}`

/** Strictly after: `>=` on dates returned nothing on one self-hosted site (seen in other clients, unverified). */
export const whereAfter = (field: string, date: Date): string => `${field}>${dateLiteral(date)}`

export const atMost = (field: string, id: number): string => `${field}<=${id}`

/** One of some ids; what is not a whole number is left out. */
export const whereOneOf = (field: string, ids: readonly number[]): string =>
  `${field} in (${ids.filter((id) => Number.isSafeInteger(id)).join(',')})`

export const whereOneOfTexts = (field: string, texts: readonly string[]): string =>
  `${field} in (${texts.map(quotedText).join(',')})`

/** All of the given conditions; absent ones are left out. Undefined when nothing is left. */
export function allOf(...conditions: (string | undefined)[]): string | undefined {
  const given = conditions.filter((condition) => condition !== undefined && condition !== '')
  return given.length === 0 ? undefined : given.join(' and ')
}

/** Any of the given conditions, in parentheses: precedence of mixed `and`/`or` is not documented. */
export const anyOf = (...conditions: string[]): string => `(${conditions.join(' or ')})`
