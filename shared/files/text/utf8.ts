// Which bytes are UTF-8 and which are not, by the table of well-formed sequences (Unicode, table 3-7).

export type Utf8 = {
  /** How many characters of more than one byte there are. */
  multiByte: number
  /** Where each byte stands that belongs to no character. */
  bad: readonly number[]
}

const isBetween = (byte: number | undefined, least: number, most: number): boolean =>
  byte !== undefined && byte >= least && byte <= most
const isTail = (byte: number | undefined): boolean => isBetween(byte, 0x80, 0xbf)

/** The length of the character at `at`, 0 when there is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const second = bytes[at + 1]
  if (first < 0x80) return 1
  if (isBetween(first, 0xc2, 0xdf)) return isTail(second) ? 2 : 0
  if (isBetween(first, 0xe0, 0xef)) {
    const fits = isBetween(second, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf)
    return fits && isTail(bytes[at + 2]) ? 3 : 0
  }
  if (!isBetween(first, 0xf0, 0xf4)) return 0
  const fits = isBetween(second, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf)
  return fits && isTail(bytes[at + 2]) && isTail(bytes[at + 3]) ? 4 : 0
}

/** Looks at every byte once; stops after so many bad ones. */
export function scanUtf8(bytes: Uint8Array, mostBad = Number.POSITIVE_INFINITY): Utf8 {
  const bad: number[] = []
  let multiByte = 0
  for (let at = 0; at < bytes.length && bad.length < mostBad; ) {
    const length = lengthAt(bytes, at)
    if (length === 0) bad.push(at)
    if (length > 1) multiByte += 1
    at += length || 1
  }
  return { multiByte, bad }
}
