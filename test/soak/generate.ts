// Makes inputs from a channel's schema: right ones, and the same with one thing wrong.
import type { Random } from '../../main/demo/world/random.ts'

/** The part of JSON Schema that the contract's inputs use. */
export type JsonSchema = {
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  pattern?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

type Options = {
  random: Random
  /** Texts worth trying under a name, such as ids that exist. */
  known: (name: string) => readonly string[]
}

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  '\u202Etxt.exe',
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '=HYPERLINK("http://example.test")',
  '{"kind":"syncwright.relationships","version":1}',
  '\uD800',
  '👩‍👩‍👧',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object in which `__proto__` is a name like any other. */
const objectOf = (entries: (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries)

function text(schema: JsonSchema, name: string, { random, known }: Options): string {
  if (schema.format === 'date-time') return '2026-11-23T10:00:00Z'
  const candidates = known(name)
  const chosen =
    candidates.length > 0 && random.chance(0.7) ? random.pick(candidates) : random.pick(hostileTexts)
  const long = chosen.slice(0, schema.maxLength ?? chosen.length)
  return long.trim().length < (schema.minLength ?? 0) ||
    (schema.pattern && !new RegExp(schema.pattern).test(long))
    ? 'text'
    : long
}

/** A value that fits the schema. */
export function fitting(schema: JsonSchema, name: string, options: Options): unknown {
  const { random } = options
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fitting(random.pick(choices), name, options)
  if ('const' in schema) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type
  switch (type) {
    case 'object':
      return objectOf(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) || random.chance(0.5))
          .map(([key, inner]) => [key, fitting(inner, key, options)] as const),
      )
    case 'array': {
      const least = schema.minItems ?? 0
      const count = random.int(least, Math.min(schema.maxItems ?? 4, least + 4))
      return Array.from({ length: count }, () => fitting(schema.items ?? {}, name, options))
    }
    case 'string':
      return text(schema, name, options)
    case 'integer':
    case 'number':
      return random.pick([
        schema.minimum ?? -1,
        schema.maximum ?? 2 ** 31,
        random.int(Math.max(schema.minimum ?? 0, 0), 500),
      ])
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    default:
      return random.pick([null, 1, 'any', {}, []])
  }
}

/** What no schema of the contract takes in place of anything. */
const wrongValues: readonly (() => unknown)[] = [
  () => Number.NaN,
  () => 10n,
  () => new Map(),
  () => new Date(Number.NaN),
  () => () => {},
]

/** The same input with one thing wrong: a member too many, one missing, or a value of a kind that fits nowhere. */
export function broken(schema: JsonSchema, value: unknown, random: Random): unknown {
  if (!isObject(value)) return random.pick(wrongValues)()
  const required = (schema.required ?? []).filter((key) => key in value)
  const way = random.pick(['more', 'less', 'deeper', 'wrong'])
  if (way === 'less' && required.length > 0) {
    const gone = random.pick(required)
    return objectOf(Object.entries(value).filter(([key]) => key !== gone))
  }
  const strict = required.filter((key) => {
    const inner = schema.properties?.[key]
    return inner?.type === 'object' && inner.additionalProperties === false
  })
  if (way === 'deeper' && strict.length > 0) {
    const key = random.pick(strict)
    return { ...value, [key]: broken(schema.properties?.[key] ?? {}, value[key], random) }
  }
  if (way === 'wrong' && required.length > 0)
    return { ...value, [random.pick(required)]: random.pick(wrongValues)() }
  return objectOf([
    ...Object.entries(value),
    [random.pick(['extra', '__proto__', 'callID', 'privatekey']), 1],
  ])
}

/** Something that has nothing to do with any schema. */
export const anything = (random: Random, depth = 0): unknown =>
  random.pick<() => unknown>([
    () => undefined,
    () => null,
    () => random.next() * 1e9,
    () => random.pick(hostileTexts),
    () => random.chance(0.5),
    () => new Uint8Array(random.int(0, 1000)),
    () => random.pick(wrongValues)(),
    () => Array.from({ length: random.int(0, 5) }, () => (depth > 3 ? 0 : anything(random, depth + 1))),
    () =>
      objectOf(
        Array.from({ length: random.int(1, 5) }, () => [
          random.pick(['id', 'callId', 'target', '__proto__', 'x']),
          depth > 3 ? 0 : anything(random, depth + 1),
        ]),
      ),
  ])()
