// Reads the files that several commands take, and says in one sentence which of them cannot be used.
import { fileKinds } from '../../shared/files/fileKind.ts'
import type { Parsed } from '../../shared/files/parsed.ts'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { parseSnapshotFile } from '../../shared/files/snapshotFile.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import { indexReference } from '../../shared/reference/lookup.ts'
import type { Relationship } from '../../shared/settings/schema.ts'
import type { Io, Outcome } from './io.ts'

/** What a sample file may weigh. */
export const sampleBytes = 64 * 1024 * 1024

/** What a command got from its files: the value, or the outcome to end with. */
export type Input<T> = { ok: true; value: T } | { ok: false; outcome: Outcome }

/** What a file is called in a sentence. */
export const fileName = (path: string): string => (path === '-' ? 'Standard input' : path)

/** Ends a command because of its arguments or files. */
export const unusable = (error: string): { ok: false; outcome: Outcome } => ({
  ok: false,
  outcome: { exitCode: 2, error },
})

/** Reads a file and parses it; a failure names the file. */
export async function readInput<T>(
  io: Io,
  path: string,
  maxBytes: number,
  parse: (text: string) => Parsed<T>,
): Promise<Input<T>> {
  const text = await io.readText(path, maxBytes)
  const parsed = text.ok ? parse(text.value) : text
  return parsed.ok ? parsed : unusable(`${fileName(path)}: ${parsed.error.message}`)
}

/** The relationships of an export, in the file's order. */
export async function readRelationships(io: Io, path: string): Promise<Input<Relationship[]>> {
  const file = await readInput(
    io,
    path,
    fileKinds['syncwright.relationships'].maxBytes,
    parseRelationshipsFile,
  )
  return file.ok ? { ok: true, value: file.value.relationships } : file
}

/** The snapshot, indexed; null where none is named. */
export async function readReference(io: Io, path: string | undefined): Promise<Input<Reference | null>> {
  if (path === undefined) return { ok: true, value: null }
  const file = await readInput(io, path, fileKinds['syncwright.reference'].maxBytes, parseSnapshotFile)
  return file.ok ? { ok: true, value: indexReference(file.value) } : file
}
