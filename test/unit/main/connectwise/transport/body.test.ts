// A body is read in the characters it declares, and never beyond what any real answer has.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bodyText, readBody } from '../../../../../main/connectwise/transport/body.ts'
import { isTooDeep, parseHarmlessJson } from '../../../../../main/connectwise/failure/json.ts'

const read = async (bytes: Uint8Array<ArrayBuffer>, contentType?: string) => {
  const { body, headers } = new Response(bytes, {
    headers: contentType ? { 'content-type': contentType } : {},
  })
  const came = await readBody(body, () => {})
  return came && bodyText(came, headers)
}
const bytesOf = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))

describe('a body', () => {
  it.each([
    ['Élodie', 'utf8', undefined],
    ['Élodie', 'utf8', 'application/json'],
    ['Élodie', 'latin1', 'application/json; charset=iso-8859-1'],
    ['Müller', 'latin1', 'application/json; Charset="Windows-1252"'],
    ['Zoë', 'utf16le', 'application/json;charset=utf-16le'],
    ['[{"name":"Zoë"}]', 'utf16le', 'application/json'],
    ['{"name":"Zoë"}', 'utf8', 'application/json; charset=utf-16'],
    ['Élodie', 'utf8', 'application/json; charset=nonsense'],
    ['Élodie', 'utf8', `application/json; charset${' '.repeat(100_000)}`],
  ] as const)('%s in %s, declared as %s, is read', async (text, encoding, contentType) => {
    expect(await read(bytesOf(text, encoding), contentType)).toBe(text)
  })

  it('is unpacked where a proxy took away what says that it is packed', async () => {
    expect(await read(new Uint8Array(gzipSync('[{"name":"Élodie"}]')))).toBe('[{"name":"Élodie"}]')
    expect(await read(new Uint8Array(gzipSync('[]').subarray(0, 12)))).not.toBe('[]')
    expect(await read(new Uint8Array(gzipSync(new Uint8Array(65 * 1024 * 1024))))).toBeNull()
  })

  it('above 64 MB is not kept', async () => {
    const chunk = new Uint8Array(1024 * 1024)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1
        controller.enqueue(chunk)
      },
    })
    expect(await readBody(endless, () => {})).toBeNull()
    expect(sent).toBeLessThan(70)
  })
})

describe('JSON', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  it('is read to 64 levels and no deeper', () => {
    expect(parseHarmlessJson(nested(64))).toBeDefined()
    expect(parseHarmlessJson(nested(65))).toBeUndefined()
    expect(isTooDeep('{"a":'.repeat(100_000))).toBe(true)
  })

  it('may hold any number of brackets side by side and inside texts', () => {
    const text = JSON.stringify([
      { name: '['.repeat(1000) },
      ...Array.from({ length: 1000 }, () => ['\\"[[']),
    ])
    expect(parseHarmlessJson(text)).toHaveLength(1001)
  })
})
