// Reads the files that several commands take, and says in one sentence which of them cannot be used.
import { decodeText } from '../../../shared/files/text/decodeText.ts'
import { type LineOf, linesOf } from '../../../shared/files/json/linesOf.ts'
import { fileKinds } from '../../../shared/files/fileKind.ts'
import { type Parsed, refusedFile } from '../../../shared/files/reading/parsed.ts'
import { parseRelationshipsFile } from '../../../shared/files/relationshipsFile.ts'
import { parseSnapshotFile } from '../../../shared/files/snapshotFile.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { type Reference, indexReference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { AppError } from '../../../shared/result.ts'
import { isBundle, openBundle, type OpenedBundle } from '../../files/openBundle.ts'
import type { Io } from '../terminal/io.ts'
import { type CommandInput, unusableInput } from '../terminal/outcome.ts'

/** What a file is called in a sentence. */
export const fileName = (path: string): string =>
  path === '-' ? 'Standard input' : path || 'A file without a name'

/** What a file is called in a report. */
export const fileLabel = (path: string): string => (path === '-' ? 'stdin' : path)

const bundleInstead = refusedFile(
  'file-foreign',
  'The file is a field bundle; `syncwright export` takes the relationships out of it.',
  'Take them out first.',
)

/** Ends a command because of a file, which the sentence names. */
export const unusableFile = (
  path: string,
  { error }: { error: AppError },
): ReturnType<typeof unusableInput> => unusableInput(`${fileName(path)}: ${error.message}`)

/** Reads a file and parses it; a failure names the file. */
export async function readInput<T>(
  io: Io,
  path: string,
  maxBytes: number,
  parse: (text: string) => Parsed<T>,
): Promise<CommandInput<T>> {
  const bytes = await io.readBytes(path, maxBytes)
  const text = !bytes.ok ? bytes : isBundle(bytes.value) ? bundleInstead : decodeText(bytes.value)
  const parsed = text.ok ? parse(text.value) : text
  return parsed.ok ? { ok: true, value: sayNotices(io, path, parsed) } : unusableFile(path, parsed)
}

/** Says what was left out of a file. */
export function sayNotices<T>(io: Io, path: string, parsed: Extract<Parsed<T>, { ok: true }>): T {
  for (const notice of parsed.notices ?? []) io.say(`${fileName(path)}: ${notice}`)
  return parsed.value
}

/** The relationships of an export in the file's order, and where they stand in it. */
export type RelationshipLines = { relationships: Relationship[]; lineOf: LineOf }

/** Reads an export so that what is said of it can name its line. */
export const readRelationshipLines = (io: Io, path: string): Promise<CommandInput<RelationshipLines>> =>
  readInput(io, path, fileKinds['syncwright.relationships'].bounds.bytes, (text) => {
    const file = parseRelationshipsFile(text)
    if (!file.ok) return file
    let lineOf: LineOf | null = null
    return {
      ...file,
      value: {
        relationships: file.value.relationships,
        lineOf: (place) => (lineOf ??= linesOf(text))(place),
      },
    }
  })

/** The relationships of an export, in the file's order. */
export async function readRelationships(io: Io, path: string): Promise<CommandInput<Relationship[]>> {
  const file = await readRelationshipLines(io, path)
  return file.ok ? { ok: true, value: file.value.relationships } : file
}

/** All of them, or the one of the id; there is at least one. */
export function relationshipsNamed(
  relationships: readonly Relationship[],
  id: string | undefined,
  path: string,
): CommandInput<readonly Relationship[]> {
  const named = relationships.filter((each) => id === undefined || each.id === id)
  if (named.length > 0) return { ok: true, value: named }
  return relationships.length === 0
    ? unusableInput(`${fileName(path)} holds no relationship.`)
    : unusableInput(`${fileName(path)} holds no such relationship; it holds ${idsOf(relationships)}.`)
}

/** Their ids, for a sentence. */
export const idsOf = (relationships: readonly Relationship[]): string =>
  relationships.map(({ id }) => id).join(', ')

export const readSnapshot = (io: Io, path: string): Promise<CommandInput<Snapshot>> =>
  readInput(io, path, fileKinds['syncwright.reference'].bounds.bytes, parseSnapshotFile)

/** The snapshot, indexed; null where none is named. */
export async function readReference(
  io: Io,
  path: string | undefined,
): Promise<CommandInput<Reference | null>> {
  if (path === undefined) return { ok: true, value: null }
  const file = await readSnapshot(io, path)
  return file.ok ? { ok: true, value: indexReference(file.value) } : file
}

/** The passphrase of a locked bundle comes from the environment, never from an argument. */
const variable = 'SYNCWRIGHT_PASSPHRASE'

/** Opens the bytes of a field bundle, with the passphrase of the environment. */
export async function parseBundle(io: Io, bytes: Uint8Array): Promise<Parsed<OpenedBundle>> {
  const bundle = await openBundle(bytes, io.env[variable] || null)
  if (bundle.ok || bundle.error.code !== 'passphrase-needed') return bundle
  return refusedFile(
    'passphrase-needed',
    `The bundle is locked; its passphrase is read from ${variable}, which is not set.`,
    'Set it and try again.',
  )
}

/** A relationships export, or everything a field bundle holds. */
export async function readExportOrBundle(
  io: Io,
  path: string,
): Promise<CommandInput<Pick<OpenedBundle, 'relationships' | 'snapshots' | 'samples' | 'exportedAt'>>> {
  const bytes = await io.readBytes(path, fileKinds['syncwright.bundle'].bounds.bytes)
  if (!bytes.ok) return unusableFile(path, bytes)
  if (isBundle(bytes.value)) {
    const bundle = await parseBundle(io, bytes.value)
    return bundle.ok ? { ok: true, value: sayNotices(io, path, bundle) } : unusableFile(path, bundle)
  }
  const text = decodeText(bytes.value)
  const file = text.ok ? parseRelationshipsFile(text.value) : text
  if (!file.ok) return unusableFile(path, file)
  const { relationships, exportedAt } = sayNotices(io, path, file)
  return { ok: true, value: { relationships, snapshots: [], samples: [], exportedAt } }
}
