// From text to JSON, for every file of the product: bounded while it is read, and told by place and cause where it is none.
import type { Bounds } from '../../bounds.ts'
import { asLine } from '../../text/line.ts'
import { type FileProblem, type Parsed, invalidFile, refusedFile } from '../reading/parsed.ts'
import { placeOf } from '../text/place.ts'
import { faultText } from './jsonFault.ts'
import { type JsonFault, scanJson, type Twice } from './scanJson.ts'
import { formatCount } from '../../text/counts.ts'

const title = 'JSON file'
const bringAnother = 'Nothing was changed. Choose another file, or export this one again.'

const limitWords: Record<Extract<JsonFault, { kind: 'bounds' }>['limit'], (bounds: Bounds) => string> = {
  depth: ({ depth }) => `Nested deeper than ${depth} levels.`,
  entries: ({ entries }) => `Holds more than ${formatCount(entries)} entries.`,
  containers: ({ containers }) => `More than ${formatCount(containers)} lists and objects in one file.`,
}

/** Names of members are foreign text, of any length. */
const shownPath = (path: string): string => asLine(path.length > 80 ? `${path.slice(0, 80)}…` : path)

const refusal = (text: string, fault: JsonFault, limits: Bounds): Parsed<never> =>
  fault.kind === 'syntax'
    ? refusedFile('file-damaged', `The file is not JSON: ${faultText({ text, ...fault })}.`, bringAnother)
    : invalidFile(title, [{ path: shownPath(fault.path), message: limitWords[fault.limit](limits) }])

const twiceProblem = (text: string, { path, name, at }: Twice): FileProblem => ({
  path: shownPath(path),
  message: `The member “${asLine(name.slice(0, 100))}” is given twice, again in line ${placeOf(text, at).line}.`,
})

/** Reads JSON text, with or without a byte order mark. Errors name line, column and cause; a member given twice is one. */
export function parseJson(text: string, limits: Bounds): Parsed<unknown> {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (json.trim() === '') return refusedFile('file-damaged', 'The file is empty.', bringAnother)
  const { fault, twice } = scanJson(json, limits)
  if (fault) return refusal(json, fault, limits)
  if (twice.length > 0)
    return invalidFile(
      title,
      twice.map((each) => twiceProblem(json, each)),
    )
  const value: unknown = JSON.parse(json)
  return { ok: true, value }
}
