// Reads the body of an answer: never more than sense, and in the characters it declares.
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
  return decoderOf(headers.get('content-type') ?? '').decode(Buffer.concat(chunks))
}

/** JSON is UTF-8 (RFC 8259) unless the answer says otherwise; a name nobody knows says nothing. */
function decoderOf(contentType: string): InstanceType<typeof TextDecoder> {
  const charset =
    /charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(contentType.slice(0, 500))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
