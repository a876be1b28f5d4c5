// A private key with the destinations it may be sent to, as one text: what the keystore encrypts, so that nobody outside can widen it.
import { destinationOf } from '../../../shared/connection/destination.ts'
import { z } from '../../../shared/zod.ts'

/** `destinations` is null in keys that were stored before keys had any. */
export type BoundKey = { readonly key: string; readonly destinations: readonly string[] | null }

const contentSchema = z.strictObject({ key: z.string(), destinations: z.array(z.string()) })

/** Begins every bound key; one that a person types has a single line. */
const mark = 'syncwright-key\n'

/** A key is entered for a handful of names of one server; beyond that the oldest go. */
const mostDestinations = 16

export const packKey = ({ key, destinations }: BoundKey): string =>
  destinations === null ? key : `${mark}${JSON.stringify({ key, destinations })}`

/** Undefined for a text that begins as a bound key does and is none. */
export function unpackKey(text: string): BoundKey | undefined {
  if (!text.startsWith(mark)) return { key: text, destinations: null }
  try {
    return contentSchema.parse(JSON.parse(text.slice(mark.length)))
  } catch {
    return undefined
  }
}

/** The key for a site, and for every site it was entered for before. */
export function bindKey(key: string, site: string, known: readonly BoundKey[]): BoundKey {
  const before = known.filter((each) => each.key === key).flatMap(({ destinations }) => destinations ?? [])
  const entered = destinationOf(site)
  const all = new Set([...(entered === null ? [] : [entered]), ...before])
  return { key, destinations: [...all].slice(0, mostDestinations) }
}

/** Whether a key with these destinations may be sent to a site. */
export function fitsSite(destinations: readonly string[] | null, site: string): boolean {
  const destination = destinationOf(site)
  return destination !== null && destinations !== null && destinations.includes(destination)
}
