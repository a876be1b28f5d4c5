// Hostile files by the thousand, the same ones every time: honest files spoiled in all the ways a file can be.
import { deflateRawSync } from 'node:zlib'
import { entries, zipOf } from './bundles.ts'
import { exportText, snapshotText } from './files.ts'

export type HostileFile = { title: string; name: string; bytes: Uint8Array }

/** Mulberry32: a small generator whose sequence depends on the seed alone. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

type Pick = (below: number) => number
type Spoil = (honest: Uint8Array, pick: Pick) => Uint8Array

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
const from = <Item>(items: readonly Item[], pick: Pick): Item => {
  const item = items[pick(items.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}

/** Replaces one value, found by its place among all `: …` of the text. */
function withValue(honest: Uint8Array, pick: Pick, value: string): Uint8Array {
  const text = decode(honest)
  const places = [...text.matchAll(/: ("[^"]*"|-?\d+|true|false|null)/g)]
  if (places.length === 0) return encode(`${text}${value}`)
  const { index, 1: found = '' } = from(places, pick)
  return encode(`${text.slice(0, index + 2)}${value}${text.slice(index + 2 + found.length)}`)
}

const numbers = ['1e999', '-1', '2147483648', '9007199254740993', '0.5', `1${'0'.repeat(400)}`, '-0', 'NaN']
const prototypes = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
const paths = [
  '../../evil.json',
  '/etc/passwd',
  'C:\\evil',
  '\\\\host\\share',
  '..\\evil',
  'a/../../b',
  '\u0000',
]
const texts = ['\\u0000', '\\ud800', '\\u202e', '<script>', '%00', '${x}', '\\n\\n', '="x"']

const spoilers: readonly [title: string, spoil: Spoil][] = [
  ['cut', (honest, pick) => honest.subarray(0, pick(honest.length))],
  [
    'bits flipped',
    (honest, pick) => {
      const bytes = Uint8Array.from(honest)
      for (let flips = 1 + pick(8); flips > 0; flips -= 1) {
        const at = pick(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8))
      }
      return bytes
    },
  ],
  [
    'a part doubled',
    (honest, pick) => {
      const at = pick(honest.length)
      return Buffer.concat([honest.subarray(0, at), honest.subarray(pick(at + 1))])
    },
  ],
  ['a huge number', (honest, pick) => withValue(honest, pick, from(numbers, pick))],
  [
    'deep nesting',
    (honest, pick) => {
      const depth = 100 + pick(200_000)
      return withValue(honest, pick, `${'['.repeat(depth)}${pick(2) === 0 ? ']'.repeat(depth) : ''}`)
    },
  ],
  [
    'deep objects',
    (honest, pick) => {
      const depth = 10 + pick(20_000)
      return withValue(honest, pick, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
    },
  ],
  [
    'a prototype key',
    (honest, pick) =>
      withValue(honest, pick, `{"${from(prototypes, pick)}":{"polluted":true},"id":1,"name":"x"}`),
  ],
  [
    'a prototype key beside',
    (honest, pick) => encode(decode(honest).replace('{', `{"${from(prototypes, pick)}":{"polluted":true},`)),
  ],
  ['a path', (honest, pick) => withValue(honest, pick, JSON.stringify(from(paths, pick)))],
  ['odd text', (honest, pick) => withValue(honest, pick, `"${from(texts, pick)}"`)],
  ['a long text', (honest, pick) => withValue(honest, pick, `"${'x'.repeat(1000 * (1 + pick(300)))}"`)],
  ['many of them', (honest, pick) => withValue(honest, pick, `[${'{},'.repeat(1 + pick(30_000))}{}]`)],
  [
    'invalid UTF-8',
    (honest, pick) => {
      const bytes = Uint8Array.from(honest)
      bytes[pick(bytes.length)] = from([0xff, 0xc0, 0x80, 0xed, 0xf8], pick)
      return bytes
    },
  ],
  ['noise', (_honest, pick) => Uint8Array.from({ length: pick(4000) }, () => pick(256))],
  [
    'a wrong start',
    (honest, pick) => Buffer.concat([Uint8Array.from({ length: 1 + pick(8) }, () => pick(256)), honest]),
  ],
  [
    'another type',
    (honest, pick) =>
      withValue(honest, pick, from(['null', '[]', '{}', '""', 'true', '[null]', '[[]]'], pick)),
  ],
]

/** Ways to spoil the zip itself, beside spoiling what is in it. */
const zips: readonly [title: string, make: (pick: Pick) => Uint8Array][] = [
  [
    'zip: an entry outside',
    (pick) =>
      zipOf(
        entries({ [`${from(['../', '/', 'samples/../../', 'C:/', '\\'], pick)}evil${pick(9)}.json`]: '[]' }),
      ),
  ],
  [
    'zip: too many entries',
    (pick) =>
      zipOf(
        entries(
          Object.fromEntries(
            Array.from({ length: 2001 + pick(50) }, (_, index) => [`samples/${index}.json`, '[]']),
          ),
        ),
      ),
  ],
  [
    'zip: a bomb',
    (pick) => {
      const honest = zipOf(entries())
      const bomb = deflateRawSync(new Uint8Array(5_000_000 + pick(5_000_000)))
      const at = 30 + 'manifest.json'.length
      return Buffer.concat([honest.subarray(0, at), bomb, honest.subarray(at)])
    },
  ],
  [
    'zip: a lie about a size',
    (pick) => {
      const bytes = Buffer.from(zipOf(entries()))
      const at = bytes.indexOf('PK\u0001\u0002')
      bytes.writeUInt32LE(pick(4_294_967_295), at + from([16, 20, 24, 42], pick))
      return bytes
    },
  ],
  ['zip: in a zip', () => zipOf(entries({ 'samples/nested.json': zipOf(entries()) }))],
  [
    'zip: a spoiled part',
    (pick) => {
      const parts = entries()
      const name = from(Object.keys(parts), pick)
      const part = parts[name] ?? ''
      const [, spoil] = from(spoilers, pick)
      return zipOf({ ...parts, [name]: spoil(typeof part === 'string' ? encode(part) : part, pick) })
    },
  ],
  [
    'age: a head and noise',
    (pick) =>
      encode(
        `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} ${19 + pick(40)}\n${'B'.repeat(43)}\n--- x\n`,
      ),
  ],
]

const honest: readonly [name: string, bytes: Uint8Array][] = [
  ['a.syncwright.json', encode(exportText())],
  ['a.reference.json', encode(snapshotText())],
  ['a.syncwright-bundle', zipOf(entries())],
]

/** The hostile file of a number: every kind comes again every few numbers, each time spoiled elsewhere. */
export function hostileFile(number: number): HostileFile {
  const pick = random(number)
  if (number % 4 === 3) {
    const [title, make] = zips[Math.floor(number / 4) % zips.length] ?? ['', () => new Uint8Array()]
    return { title, name: `${number}.syncwright-bundle`, bytes: make(pick) }
  }
  const [kind, bytes] = honest[number % honest.length] ?? ['', new Uint8Array()]
  const [title, spoil] = from(spoilers, pick)
  return { title, name: `${number}-${kind}`, bytes: spoil(bytes, pick) }
}
