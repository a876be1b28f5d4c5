// Reads the body of an answer: never more than sense, and in the characters it is written in.
import { bounds } from '../../../shared/bounds.ts'

type Answer = { headers: Headers; body: AsyncIterable<Uint8Array> | null }

/** The body as text, null when it is larger than any real answer. `onChunk` hears that something came. */
export async function readBody({ headers, body }: Answer, onChunk: () => void): Promise<string | null> {
  if (!body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    onChunk()
    size += chunk.byteLength
    if (size > bounds.answer.bytes) return null
    chunks.push(chunk)
  }
  return textOf(Buffer.concat(chunks), headers.get('content-type') ?? '')
}

/** Marks at the beginning of a text that say how it is written; they count more than what is said of it (Encoding Standard). */
const marks: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** JSON is UTF-8 (RFC 8259) unless the answer says otherwise; a name nobody knows says nothing. */
function textOf(bytes: Uint8Array, contentType: string): string {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1]
  const named = /charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(contentType.slice(0, 500))?.[1]
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
