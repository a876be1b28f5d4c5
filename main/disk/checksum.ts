// Checksums of what is stored, so that a bit that changed by itself is noticed when the file is read.
import { createHash } from 'node:crypto'

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const withSortedKeys = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(withSortedKeys)
  // Without a prototype, so that a member may be called as what every object has.
  const sorted: Record<string, unknown> = { __proto__: null }
  for (const [key, part] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    sorted[key] = withSortedKeys(part)
  return sorted
}

/** Sorted keys, so that equal content has equal text; what is undefined is not there, as in JSON. */
export const canonicalJson = (value: unknown): string => JSON.stringify(withSortedKeys(value))

type Content = Readonly<Record<string, unknown>>

/** The content with a member `sum`. */
export const withSum = (content: Content): Record<string, unknown> => ({
  ...content,
  sum: hashOf(canonicalJson(content)),
})

/** The content without its sum; undefined when they do not belong together. Files of before sums have none. */
export function checkSum({ sum, ...content }: Content): Record<string, unknown> | undefined {
  return sum === undefined || sum === hashOf(canonicalJson(content)) ? content : undefined
}
