// The checksum of a zip's entries (CRC-32 as in ISO 3309).
import * as zlib from 'node:zlib'

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The CRC-32 of bytes, as an unsigned number. Indexed, because an iterator takes four times as long. */
export function computeCrc32(bytes: Uint8Array): number {
  let value = -1
  for (let at = 0; at < bytes.length; at += 1)
    value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  return ~value >>> 0
}

/** Node's own, which it has from 22.2 on; the command line runs on every 22. */
export const crc32: (bytes: Uint8Array) => number = 'crc32' in zlib ? zlib.crc32 : computeCrc32
