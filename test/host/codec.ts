// Turns values into text and back as Electron's IPC would: JSON plus tags for what JSON has no word for. Runs on both sides.

const tag = '$host'
type Tagged = { [tag]: string; v: unknown }

const typedArrays = {
  Uint8Array,
  Uint8ClampedArray,
  Uint16Array,
  Uint32Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Float32Array,
  Float64Array,
}
const errorTypes = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const tagged = (type: string, v: unknown): Tagged => ({ [tag]: type, v })

const refuse = (): never => {
  throw new TypeError('An object could not be cloned.')
}

const toBase64 = (bytes: Uint8Array) => {
  let text = ''
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  }
  return btoa(text)
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

const packNumber = (value: number) =>
  Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : tagged('number', Object.is(value, -0) ? '-0' : String(value))

const packObject = (value: object): unknown => {
  if (Array.isArray(value)) return value.map(pack)
  if (value instanceof Date) return tagged('date', packNumber(value.getTime()))
  if (value instanceof RegExp) return tagged('regexp', [value.source, value.flags])
  if (value instanceof Map)
    return tagged(
      'map',
      [...value].map(([key, item]) => [pack(key), pack(item)]),
    )
  if (value instanceof Set) return tagged('set', [...value].map(pack))
  if (value instanceof Error)
    return tagged('error', { name: value.name, message: value.message, stack: value.stack ?? '' })
  if (value instanceof ArrayBuffer) return tagged('buffer', toBase64(new Uint8Array(value)))
  if (ArrayBuffer.isView(value)) {
    const name = Object.entries(typedArrays).find(([, type]) => value instanceof type)?.[0] ?? refuse()
    return tagged(name, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)))
  }
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return refuse()
  const entries = Object.entries(value).map(([key, item]) => [key, pack(item)] as const)
  // Through entries where an own key could be mistaken for a tag or for the prototype.
  return entries.some(([key]) => key === tag || key === '__proto__')
    ? tagged('object', entries)
    : Object.fromEntries(entries)
}

function pack(value: unknown): unknown {
  switch (typeof value) {
    case 'undefined':
      return tagged('undefined', null)
    case 'bigint':
      return tagged('bigint', String(value))
    case 'number':
      return packNumber(value)
    case 'function':
    case 'symbol':
      return refuse()
    case 'object':
      return value === null ? null : packObject(value)
    default:
      return value
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const pairs = (value: unknown) =>
  list(value).map((pair) => [unpack(list(pair)[0]), unpack(list(pair)[1])] as const)

const unpackError = (value: unknown) => {
  const { name, message, stack } = isRecord(value) ? value : {}
  const type = Object.entries(errorTypes).find(([known]) => known === name)?.[1] ?? Error
  return Object.assign(new type(String(message)), { stack: String(stack) })
}

const unpackBytes = (type: string, value: unknown) => {
  const { buffer } = fromBase64(String(value))
  const array = Object.entries(typedArrays).find(([name]) => name === type)?.[1]
  if (array) return new array(buffer)
  return type === 'buffer' ? buffer : refuse()
}

const unpackTagged = ({ [tag]: type, v }: Tagged): unknown => {
  switch (type) {
    case 'undefined':
      return undefined
    case 'bigint':
      return BigInt(String(v))
    case 'number':
      return Number(v)
    case 'date':
      return new Date(Number(unpack(v)))
    case 'regexp':
      return new RegExp(String(list(v)[0]), String(list(v)[1]))
    case 'map':
      return new Map(pairs(v))
    case 'set':
      return new Set(list(v).map(unpack))
    case 'error':
      return unpackError(v)
    case 'object':
      return Object.fromEntries(pairs(v))
    default:
      return unpackBytes(type, v)
  }
}

const isTagged = (value: Record<string, unknown>): value is Tagged => typeof value[tag] === 'string'

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack)
  if (!isRecord(value)) return value
  if (isTagged(value)) return unpackTagged(value)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)] as const))
}

/** Text of a value; throws `An object could not be cloned.` where Electron does (functions, symbols, promises). */
export const encode = (value: unknown): string => JSON.stringify(pack(value))

/** The value of a text made by `encode`. Most texts hold no tag: walking through a thousand rows of them would hold up the page. */
export const decode = (text: string): unknown => {
  const value: unknown = JSON.parse(text)
  return text.includes(tag) ? unpack(value) : value
}
