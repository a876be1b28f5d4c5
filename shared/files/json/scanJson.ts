// Walks JSON text once without building it: where it breaks, what is given twice, what is too deep or too much.
import type { Bounds } from '../../bounds.ts'
import { type Scalar, scanScalar, scanString, skipBlanks } from './scanScalar.ts'

/** What should stand where something else stands. */
export type WantedToken = 'value' | 'name' | 'colon' | 'comma' | 'nothing' | Exclude<Scalar['wanted'], null>

export type JsonFault =
  | { kind: 'syntax'; at: number; wanted: WantedToken }
  | { kind: 'bounds'; at: number; path: string; limit: 'depth' | 'entries' | 'containers' }

/** A member that its object has already. */
export type Twice = { path: string; name: string; at: number }

export type Scan = { fault: JsonFault | null; twice: readonly Twice[] }

/** Told of every value, by its path and where it begins. */
type Visit = (path: string, at: number) => void

/** An open list or object; kept and used again for the next one of the same depth. */
type Frame = { isList: boolean; names: Set<string>; name: string; count: number }

const open = { object: 0x7b, list: 0x5b } as const
const close = { object: 0x7d, list: 0x5d } as const
const comma = 0x2c
const colon = 0x3a
const quote = 0x22

const mostTwice = 100

const pathOf = (frames: readonly Frame[], depth: number): string =>
  frames
    .slice(0, depth)
    .reduce(
      (path, { isList, count, name }) =>
        isList ? `${path}[${count - 1}]` : path === '' ? name : `${path}.${name}`,
      '',
    )

/** The text of a name, which may be written with escapes. */
const nameAt = (text: string, from: number, end: number): string => {
  const raw = text.slice(from + 1, end - 1)
  return raw.includes('\\') ? String(JSON.parse(text.slice(from, end))) : raw
}

/** Reads the whole text in one pass, with a stack of its own: no text makes it slow or deep. */
export function scanJson(text: string, bounds: Omit<Bounds, 'bytes'>, visit?: Visit): Scan {
  const frames: Frame[] = []
  const twice: Twice[] = []
  let depth = 0
  let containers = 0
  let at = skipBlanks(text, 0)

  const broken = (wanted: WantedToken): Scan => ({ fault: { kind: 'syntax', at, wanted }, twice })
  const tooMuch = (limit: 'depth' | 'entries' | 'containers'): Scan => ({
    fault: { kind: 'bounds', at, path: pathOf(frames, limit === 'entries' ? depth - 1 : depth), limit },
    twice,
  })

  /** Opens a list or object whose sign stands at `at`. */
  const enter = (isList: boolean): void => {
    const frame = (frames[depth] ??= { isList, names: new Set(), name: '', count: 0 })
    frame.isList = isList
    frame.count = 0
    if (frame.names.size > 0) frame.names.clear()
    depth += 1
    containers += 1
    at = skipBlanks(text, at + 1)
  }

  /** Goes over `"name":` to its value; answers what is missing. */
  const passName = (frame: Frame): WantedToken | null => {
    if (text.charCodeAt(at) !== quote) return 'name'
    const { end, wanted } = scanString(text, at)
    if (wanted !== null) {
      at = end
      return wanted
    }
    frame.name = nameAt(text, at, end)
    if (frame.names.has(frame.name) && twice.length < mostTwice)
      twice.push({ path: pathOf(frames, depth), name: frame.name, at })
    frame.names.add(frame.name)
    at = skipBlanks(text, end)
    if (text.charCodeAt(at) !== colon) return 'colon'
    at = skipBlanks(text, at + 1)
    return null
  }

  for (;;) {
    const sign = text.charCodeAt(at)
    visit?.(pathOf(frames, depth), at)
    let closed = true
    if (sign === open.object || sign === open.list) {
      if (depth >= bounds.depth) return tooMuch('depth')
      if (containers >= bounds.containers) return tooMuch('containers')
      enter(sign === open.list)
      closed = text.charCodeAt(at) === (sign === open.list ? close.list : close.object)
      if (closed) {
        depth -= 1
        at += 1
      }
    } else {
      const { end, wanted } = scanScalar(text, at)
      at = end
      if (wanted !== null) return broken(wanted)
    }
    // What stands behind a value, up to where the next one begins.
    for (let first = !closed; ; first = false) {
      if (!first) at = skipBlanks(text, at)
      const frame = depth > 0 ? frames[depth - 1] : undefined
      if (!frame) return at === text.length ? { fault: null, twice } : broken('nothing')
      const next = text.charCodeAt(at)
      if (!first && next === (frame.isList ? close.list : close.object)) {
        depth -= 1
        at += 1
        continue
      }
      if (!first && next !== comma) return broken('comma')
      if (!first) at = skipBlanks(text, at + 1)
      frame.count += 1
      if (frame.count > bounds.entries) return tooMuch('entries')
      const missing = frame.isList ? null : passName(frame)
      if (missing !== null) return broken(missing)
      break
    }
  }
}
