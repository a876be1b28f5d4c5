// From bytes to JSON: every file is untrusted, so encoding and form are checked before anything looks inside.
import type { Parsed } from './parsed.ts'
import { refused } from './parsed.ts'

const bringAnother = 'Nothing was changed. Choose another file, or export this one again.'

/** Reads UTF-8, with or without a byte order mark; anything else is refused. */
export function decodeText(bytes: Uint8Array): Parsed<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return refused(
      'file-damaged',
      'The file is not UTF-8 text: it is damaged or of another kind.',
      bringAnother,
    )
  }
}

/** Reads JSON text, with or without a byte order mark. */
export function parseJson(text: string): Parsed<unknown> {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (json.trim() === '') return refused('file-damaged', 'The file is empty.', bringAnother)
  try {
    const value: unknown = JSON.parse(json)
    return { ok: true, value }
  } catch {
    return refused('file-damaged', 'The file is not JSON: it is damaged or of another kind.', bringAnother)
  }
}

/**
 * Whether JSON is nested deeper or holds a longer list than any honest file: deep enough exhausts the stack of whatever
 * walks it later. Walks with a list of its own instead of the stack.
 */
export function isOutOfBounds(root: unknown, limits: { depth: number; listLength: number }): boolean {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) return true
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      if (Array.isArray(value) && value.length > limits.listLength) return true
      for (const part of Object.values(value)) next.push(part)
    }
    level = next
  }
  return false
}
