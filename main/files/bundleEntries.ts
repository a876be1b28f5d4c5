// Which entry of a zip is which part of a bundle: what people's tools add and change is passed over, what leads out is refused.
import { entryNames } from '../../shared/files/bundle.ts'
import { asFileName } from '../../shared/text/line.ts'
import { type Parsed, refusedFile } from '../../shared/files/reading/parsed.ts'
import type { Zip } from './zip.ts'

/** The entries of a bundle by their published names, each with its name in the zip. */
export type BundleEntries = ReadonlyMap<string, string>

const askAgain = 'Nothing was changed. Ask for the file again.'

/** What systems leave in folders, and macOS beside each file. */
const leftovers = new Set(['.ds_store', 'thumbs.db', 'desktop.ini'])
const isLeftover = (name: string): boolean => {
  const segments = name.toLowerCase().split('/')
  const last = segments.at(-1) ?? ''
  return segments.includes('__macosx') || leftovers.has(last) || last.startsWith('._')
}

/** An entry's name as people see it in a sentence. */
export const shownName = (name: string): string => `“${asFileName(name.slice(0, 100))}”`

/** Some tools part folders with backslashes, or begin each name with `./`. */
const plainName = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .split('/')
    .filter(
      (segment, index, segments) =>
        segment !== '.' && (segment !== '' || index === 0 || index === segments.length - 1),
    )
    .join('/')

const leadsOut = (name: string): boolean =>
  name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..') || name.includes('\0')

const isManifest = (name: string): boolean =>
  name === entryNames.manifest || name.endsWith(`/${entryNames.manifest}`)

/** The folder that wraps everything, with its stroke; empty without one. Null where there is no manifest. */
function wrapperOf(names: readonly string[]): string | null {
  const [manifest] = names.filter(isManifest).toSorted((one, other) => one.length - other.length)
  const wrapper = manifest?.slice(0, -entryNames.manifest.length)
  return wrapper === undefined || wrapper.split('/').length > 2 ? null : wrapper
}

/** Finds the parts. Errors name the entry: a path that leads out, a second manifest, a name given twice. */
export function bundleEntries({ names }: Zip): Parsed<BundleEntries> {
  const out = names.find((name) => leadsOut(plainName(name)))
  if (out !== undefined)
    return refusedFile(
      'file-invalid',
      `The bundle holds ${shownName(out)}, whose path leads out of it.`,
      askAgain,
    )
  const files = names
    .map((name) => [plainName(name), name] as const)
    .filter(([plain]) => !plain.endsWith('/') && !isLeftover(plain))
  const plainNames = files.map(([plain]) => plain)
  const wrapper = wrapperOf(plainNames)
  if (wrapper === null)
    return refusedFile(
      'file-foreign',
      'The file is a zip, and not a field bundle of Syncwright: it has no manifest.json.',
      'Nothing was changed. Unpack it, and take the files that are in it.',
    )
  const second = plainNames.find((name) => isManifest(name) && name !== `${wrapper}${entryNames.manifest}`)
  if (second !== undefined)
    return refusedFile('file-invalid', `The bundle holds a second manifest, ${shownName(second)}.`, askAgain)
  const entries = new Map<string, string>()
  const seen = new Set<string>()
  for (const [plain, name] of files) {
    // What lies beside the wrapping folder keeps its name and is nothing of the bundle.
    const inside = plain.startsWith(wrapper) ? plain.slice(wrapper.length) : `../${plain}`
    if (seen.has(inside.toLowerCase()))
      return refusedFile('file-damaged', `The bundle holds ${shownName(name)} twice.`, askAgain)
    seen.add(inside.toLowerCase())
    entries.set(inside, name)
  }
  return { ok: true, value: entries }
}
