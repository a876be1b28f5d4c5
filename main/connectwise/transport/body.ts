// Reads the body of an answer: never more than sense, and as the text it is where somebody looks at it.
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { bounds } from '../../../shared/bounds.ts'

/** The body, null when it is larger than any real answer. `onChunk` hears that something came. */
export async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  onChunk: () => void,
): Promise<Uint8Array | null> {
  if (!body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    onChunk()
    size += chunk.byteLength
    if (size > bounds.answer.bytes) return null
    chunks.push(chunk)
  }
  return unpacked(Buffer.concat(chunks))
}

const unzip = promisify(gunzip)

/**
 * Proxies take the header away that says that an answer is packed (modelcontextprotocol/typescript-sdk, pull request 2436).
 * No text begins with these bytes. Null where it is too large; what does not unpack stays as it came.
 */
async function unpacked(bytes: Buffer): Promise<Buffer | null> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await unzip(bytes, { maxOutputLength: bounds.answer.bytes })
  } catch (error) {
    return error instanceof RangeError ? null : bytes
  }
}

/** Marks at the beginning of a text that say how it is written; they count more than what is said of it (Encoding Standard). */
const marks: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** The first signs of JSON and of a page are ASCII, so that their zeros tell UTF-16 and its order (RFC 4627, section 3). */
const zerosOf = ([first, second]: Uint8Array): string | undefined =>
  second === 0 ? 'utf-16le' : first === 0 ? 'utf-16be' : undefined

/**
 * A body in the characters it is written in. JSON is UTF-8 (RFC 8259) unless the answer says otherwise; a name nobody knows,
 * or that cannot be, says nothing.
 */
export function bodyText(bytes: Uint8Array, headers: Headers): string {
  const contentType = headers.get('content-type') ?? ''
  const marked =
    marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1] ?? zerosOf(bytes)
  const named = /charset\s{0,9}=\s{0,9}["']?(?!utf-?16)([\w:.-]{1,40})/i.exec(contentType.slice(0, 500))?.[1]
  const text = decoderOf(marked ?? named).decode(bytes)
  // What is no UTF-8 at all is the character set of Windows, whatever is said: IIS sends it where an application forgets.
  return text.includes('\ufffd') && !marked && !beyondAscii.test(text) ? windows.decode(bytes) : text
}

const windows = new TextDecoder('windows-1252')
/** A sign that only comes out of bytes that fit each other. */
const beyondAscii = /[^\0-\x7f\ufffd]/

function decoderOf(charset = 'utf-8'): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
