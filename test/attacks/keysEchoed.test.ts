// Attacks by a server that repeats the keys it was sent: as names of records, in errors, in every encoding, split and turned.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createMask } from '../../main/mask/mask.ts'
import { createRedactor } from '../../main/log/redaction.ts'
import { type App, startApp, valuesFor } from '../integration/main/handlers/app.ts'
import { temporaryFolder } from '../integration/main/store/fixtures.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { canaryKey, filesBelow, hits } from '../support/secrets.ts'
import { join } from 'node:path'

const bytesOf = (text: string): string[] =>
  [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'))
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const mapped = (text: string, write: (hex: string) => string): string => bytesOf(text).map(write).join('')
function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups
    .map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(group.padEnd(5, '0'), 2)))
    .join('')
}

/** How a server may write a key. */
const encodings: Readonly<Record<string, (key: string) => string>> = {
  plain: (key) => key,
  'upper case': (key) => key.toUpperCase(),
  'inside words': (key) => `Board${key}end`,
  'percent-encoded': (key) => encodeURIComponent(key),
  'percent-encoded twice': (key) => encodeURIComponent(encodeURIComponent(`${key}%`)),
  'percent signs throughout': (key) => mapped(key, (hex) => `%${hex}`),
  base64: base64,
  'base64 inside base64': (key) => base64(`xy${key}z`),
  'base64 twice': (key) => base64(base64(key)),
  'base64 for addresses': (key) => Buffer.from(`a${key}`).toString('base64url'),
  'base64 with line ends': (key) =>
    base64(key)
      .match(/.{1,8}/g)
      ?.join('\r\n') ?? '',
  'a login of HTTP': (key) => `Basic ${base64(`acme+public:${key}`)}`,
  base32: base32,
  'base32 in small letters': (key) => base32(`x${key}`).toLowerCase(),
  hex: (key) => bytesOf(key).join(''),
  'hex with colons': (key) => bytesOf(key).join(':'),
  'hex numbers': (key) =>
    bytesOf(key)
      .map((hex) => `0x${hex}`)
      .join(', '),
  'escapes of a script': (key) => mapped(key, (hex) => `\\x${hex}`),
  'escapes of JSON': (key) => mapped(key, (hex) => `\\u00${hex}`),
  'octal escapes': (key) =>
    [...Buffer.from(key)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  'codes in a list': (key) => [...Buffer.from(key)].join(', '),
  'numbers of a web page': (key) => [...Buffer.from(key)].map((byte) => `&#${byte};`).join(''),
  'hex numbers of a web page': (key) => mapped(key, (hex) => `&#x${hex};`),
  'quoted-printable': (key) => mapped(key, (hex) => `=${hex.toUpperCase()}`),
  'UTF-16': (key) => Buffer.from(key, 'utf16le').toString('latin1'),
  'escapes of old scripts': (key) => mapped(key, (hex) => `%u00${hex}`),
  'UTF-16 in hex': (key) => Buffer.from(key, 'utf16le').toString('hex'),
  'hex inside base64': (key) => base64(bytesOf(key).join('')),
  'base64 inside hex': (key) => bytesOf(base64(key)).join(''),
  'base64 backwards': (key) => base64(key).split('').reverse().join(''),
  'letters in their wide form': (key) =>
    key.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'UTF-16 in base64': (key) => Buffer.from(key, 'utf16le').toString('base64'),
  'wide letters between blanks': (key) => key.split('').join(' '),
  backwards: (key) => key.split('').reverse().join(''),
  'split by line ends': (key) => key.match(/.{1,6}/g)?.join('\n') ?? '',
  'split by invisible signs': (key) => key.match(/.{1,3}/g)?.join('\u200b') ?? '',
  'glued in a script': (key) => key.match(/.{1,7}/g)?.join('" + "') ?? '',
  'over the members of an object': (key) => JSON.stringify({ a: key.slice(0, 20), b: 7, c: key.slice(20) }),
  'over the rows of a list': (key) =>
    JSON.stringify((key.match(/.{1,9}/g) ?? []).map((part, id) => ({ id, name: part }))),
  'in five pieces of a sentence': (key) =>
    `It begins with ${(key.match(/.{1,11}/g) ?? []).join(', the next part of it is ')}.`,
  'in many rows with other members': (key) =>
    JSON.stringify(
      (key.match(/.{1,8}/g) ?? []).map((part, id) => ({ id, summary: 'Ticket', name: part, flag: true })),
    ),
  'letters thirteen further on': (key) =>
    key.replace(/[a-z]/gi, (sign) => {
      const place = 'abcdefghijklmnopqrstuvwxyz'.indexOf(sign.toLowerCase())
      return 'nopqrstuvwxyzabcdefghijklm'.charAt(place)
    }),
  bits: (key) => [...Buffer.from(key)].map((byte) => byte.toString(2).padStart(8, '0')).join(' '),
  'octal numbers': (key) => [...Buffer.from(key)].map((byte) => byte.toString(8).padStart(3, '0')).join(','),
  'packed and in base64': (key) => gzipSync(key).toString('base64'),
  'packed with other words': (key) => gzipSync(`Authorization of this call: ${key}`).toString('base64'),
  'over lines of a log': (key) => (key.match(/.{1,9}/g) ?? []).join('\n    '),
}

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: false } as const

/** A ConnectWise whose boards, and whose errors for other lists, hold these texts, one each. */
function echoing(privateKey: string, texts: readonly string[]) {
  const demo = createSimulator({ size: 'small' })
  demo.credentials.privateKey = privateKey
  let told = 0
  const next = (): string => texts[(told += 1) % texts.length] ?? ''
  return {
    ...demo,
    fetch: async (request: Request) => {
      const { pathname } = new URL(request.url)
      const text = next()
      if (pathname.endsWith('/members'))
        return Response.json(
          { code: 'Odd', message: `Near ${text}`, errors: [{ message: text }] },
          { status: 400 },
        )
      if (/\/(workRoles|userDefinedFields)$/.test(pathname))
        return new Response(`<title>${text}</title><p>${text}`, { status: 400 })
      if (!pathname.endsWith('/boards')) return demo.fetch(request)
      const rows = texts.map((name, index) => ({ id: index + 1, name, [name.slice(0, 60)]: name }))
      return Response.json(rows)
    },
  }
}

/** Everything that left the app or stayed behind. */
const everything = (app: App, ...folders: string[]): Record<string, string> => ({
  ...filesBelow(app.folder, ...folders),
  ...Object.fromEntries(app.answers.map((answer, index) => [`answer ${index}`, answer])),
  progress: JSON.stringify(app.progress),
  log: app.log.join('\n'),
})

async function work(app: App, exports: string) {
  const { privateKey } = app.demo.credentials
  const values = valuesFor(app.demo)
  const { id } = await app.value('connections:save', { id: null, values, privateKey })
  const target = { connectionId: id, overrideOf: null }
  const { name: _name, environment: _environment, ...credentials } = values
  await app.call('connections:test', {
    callId: 't',
    credentials,
    privateKey: null,
    target,
    needs,
    look: true,
  })
  await app.call('reference:refresh', { callId: 'r', target })
  await app.call('files:exportReference', { connectionId: id })
  await app.call('app:diagnostics', {})
  return everything(app, exports)
}

test('a key that is repeated in every encoding is in no file, answer or line of the log, nor readable as it was written', async () => {
  const key = canaryKey()
  const exports = temporaryFolder()
  let count = 0
  const savePath = () => join(exports, `written ${(count += 1)}`)
  const written = Object.values(encodings).map((encode) => encode(key))
  const app = startApp({ demo: echoing(key, written), savePath })
  const places = await work(app, exports)
  expect(app.answers.join('')).toContain('not shown: it repeats a key')
  expect(hits(key, places)).toEqual([])
  const found = Object.entries(places).flatMap(([place, content]) =>
    Object.entries(encodings)
      .filter(
        ([, encode]) =>
          content.includes(encode(key)) || content.includes(JSON.stringify(encode(key)).slice(1, -1)),
      )
      .map(([name]) => `${place}: ${name}`),
  )
  expect(found).toEqual([])
})

test.each(Object.entries(encodings))(
  'a key that is repeated %s is in no line of the log and no sentence',
  (_name, encode) => {
    const key = canaryKey()
    const { hide, redact } = createRedactor()
    hide(key)
    const written = encode(key)
    const lines = [
      redact(`Answer: ${written}`),
      redact(new Error(written)),
      redact({ deep: [written] }),
      createMask([key])(`Error near "${written}" in line 3`),
      JSON.stringify(createMask([key]).value([{ name: written }], JSON.stringify([{ name: written }]))),
    ]
    for (const line of lines) {
      expect(line).not.toContain(written)
      expect(hits(key, { line })).toEqual([])
    }
  },
)

describe('a key that is a word damages no sentence of ours', () => {
  /** Sentences of the app about the same ConnectWise; what is masked is the server's. */
  async function sentences(privateKey: string): Promise<string[]> {
    const app = startApp({ demo: echoing(privateKey, ['a board']) })
    await work(app, temporaryFolder())
    return (
      app.answers
        .join('\n')
        .match(/"(?:message|next|notices)":"[^"]*"/g)
        ?.toSorted() ?? []
    )
  }

  test.each(['masked', 'permission', 'ConnectWise', 'keys'])('such as %j', async (word) => {
    const own = (all: string[]) => all.map((sentence) => sentence.replaceAll(/“[^”]*”/g, '“”'))
    expect(own(await sentences(word))).toEqual(own(await sentences(canaryKey())))
  })

  test('and words of the server that only look like it stay', () => {
    const mask = createMask(['permission'])
    expect(mask('You need the right permissive mission.')).toBe('You need the right permissive mission.')
    expect(mask('Permission denied')).toBe('[masked] denied')
  })
})

test('a key of 4 kB is found nowhere, however it is repeated', async () => {
  const key = Array.from({ length: 80 }, () => canaryKey())
    .join('')
    .slice(0, 4000)
  const written = Object.values(encodings).map((encode) => encode(key))
  const app = startApp({ demo: echoing(key, written) })
  expect(hits(key.slice(200, 260), await work(app, temporaryFolder()))).toEqual([])
})
