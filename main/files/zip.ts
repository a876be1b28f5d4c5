// Reads a zip that may be hostile: every place checked, sizes bounded before and while inflating, checksums proved.
import { deflateRawSync, gunzipSync } from 'node:zlib'
import { type Parsed, refusedFile } from '../../shared/files/reading/parsed.ts'
import { asFileName } from '../../shared/text/line.ts'

/** How many entries an archive may have, and to how many bytes all of them together may unpack. */
type Limits = { entries: number; bytes: number }

export type Zip = {
  /** In the order of the archive's own list. */
  readonly names: readonly string[]
  /** Unpacks one entry, to at most `most` bytes. Errors: `file-damaged`. */
  readonly read: (name: string, most: number) => Parsed<Uint8Array>
}

type Entry = { name: string; method: number; crc: number; packed: number; size: number; at: number }

type Packed = Entry & { content: Uint8Array }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endLength = 22
const longestComment = 0xffff

/** Thrown inside only: says in one clause what is wrong. */
class Broken extends Error {}

const nothing = 'Nothing was changed. Ask for the file again.'
const damaged = (what: string): Parsed<never> =>
  refusedFile('file-damaged', `The bundle is damaged: ${what}.`, nothing)

/** Where the archive's closing record begins; it must end with the file. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endLength
  let early = false
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue
    const end = at + endLength + view.getUint16(at + 20, true)
    if (end === view.byteLength) return at
    early ||= end < view.byteLength
  }
  throw new Broken(early ? 'bytes follow after its end' : 'its end is missing')
}

function readName(bytes: Uint8Array, from: number, length: number): string {
  if (from + length > bytes.length) throw new Broken('an entry reaches beyond its end')
  const name = bytes.subarray(from, from + length)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name)
  } catch {
    // Older tools write names in the code page of their system; only what a bundle has no use for is called so.
    return new TextDecoder('windows-1252').decode(name)
  }
}

/** An entry in a clause. */
const shown = (name: string): string => `“${asFileName(name.slice(0, 100))}”`

const unix = new Set([3, 19])
const isLink = (madeBy: number, attributes: number): boolean =>
  unix.has(madeBy) && ((attributes >>> 16) & 0o170000) === 0o120000

function readEntries(bytes: Uint8Array, view: DataView, { entries: most }: Limits): Entry[] {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    throw new Broken('it is one of several parts')
  if (count > most) throw new Broken(`it has more than ${most} entries`)
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark)
      throw new Broken('its list of entries is cut')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const name = readName(bytes, at + 46, nameLength ?? 0)
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new Broken(`${shown(name)} is locked with a password of the zip`)
    if (isLink(view.getUint8(at + 5), view.getUint32(at + 38, true)))
      throw new Broken(`${shown(name)} is a link`)
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  if (at !== end) throw new Broken('its list of entries is cut')
  return entries
}

/** Each name once, and all of it together small enough; folders that some tools add are passed over. */
function check(entries: readonly Entry[], { bytes }: Limits): Entry[] {
  const files = entries.filter(({ name, size }) => !(/[\\/]$/.test(name) && size === 0))
  const seen = new Set<string>()
  for (const { name } of files) {
    if (seen.has(name.toLowerCase())) throw new Broken(`${shown(name)} is in it twice`)
    seen.add(name.toLowerCase())
  }
  if (files.reduce((sum, { size }) => sum + size, 0) > bytes)
    throw new Broken('it would unpack to more than a bundle may hold')
  return files
}

/** The packed bytes of every entry; no two of them may share a byte. */
function locate(bytes: Uint8Array, view: DataView, entries: readonly Entry[]): Packed[] {
  let free = 0
  return entries
    .toSorted((one, other) => one.at - other.at)
    .map((entry) => {
      const { name, at, packed } = entry
      if (at < free || at + 30 > bytes.length || view.getUint32(at, true) !== localMark)
        throw new Broken(`${shown(name)} is not where it should be`)
      const nameLength = view.getUint16(at + 26, true)
      if (readName(bytes, at + 30, nameLength) !== name)
        throw new Broken(`${shown(name)} has another name as well`)
      const from = at + 30 + nameLength + view.getUint16(at + 28, true)
      free = from + packed
      if (free > bytes.length) throw new Broken(`${shown(name)} is cut`)
      return { ...entry, content: bytes.subarray(from, free) }
    })
}

const gzipHead = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)

/**
 * A gzip file around the same bytes proves checksum and length while it inflates (RFC 1952, section 2.3.1); zlib's own
 * `crc32` is not there before Node 22.2.
 */
function gunzip({ method, size, crc, content }: Packed): Uint8Array {
  const end = new DataView(new ArrayBuffer(8))
  end.setUint32(0, crc, true)
  end.setUint32(4, size, true)
  const deflated = method === 8 ? content : deflateRawSync(content, { level: 0 })
  const whole = Buffer.concat([gzipHead, deflated, new Uint8Array(end.buffer)])
  return gunzipSync(whole, { maxOutputLength: Math.max(1, size) })
}

const isOtherContent = (error: unknown): boolean =>
  error instanceof Error && /incorrect (data|length) check/.test(error.message)

function inflate(entry: Packed, most: number): Uint8Array {
  const { name, method, size, content } = entry
  const other = `${shown(name)} is not what was packed`
  if (size > most) throw new Broken(`${shown(name)} would unpack to more than it may hold`)
  if (method !== 0 && method !== 8) throw new Broken(`${shown(name)} is packed in an unknown way`)
  if (method === 0 && content.length !== size) throw new Broken(other)
  let inflated: Uint8Array
  try {
    inflated = gunzip(entry)
  } catch (error) {
    throw new Broken(isOtherContent(error) ? other : `${shown(name)} cannot be unpacked`)
  }
  if (inflated.length !== size) throw new Broken(other)
  return inflated
}

/** Runs over untrusted bytes: what is wrong comes back as a sentence. */
function guarded<T>(work: () => T): Parsed<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof Broken) return damaged(error.message)
    // A place the bytes name beyond their own end.
    if (error instanceof RangeError) return damaged('its end is missing')
    throw error
  }
}

/** Opens a zip; nothing is unpacked yet. Errors: `file-damaged`, with what is wrong. */
export function openZip(bytes: Uint8Array, limits: Limits): Parsed<Zip> {
  return guarded(() => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const files = check(readEntries(bytes, view, limits), limits)
    const packed = new Map(locate(bytes, view, files).map((file) => [file.name, file]))
    return {
      names: files.map(({ name }) => name),
      read: (name, most) =>
        guarded(() => {
          const file = packed.get(name)
          if (!file) throw new Broken(`${shown(name)} is missing`)
          return inflate(file, most)
        }),
    }
  })
}
