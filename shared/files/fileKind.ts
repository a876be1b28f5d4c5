// Which kind of file a JSON document is: its kind and version, checked and migrated before its content is read.
import { parseJson } from './readDocument.ts'
import type { Parsed } from './parsed.ts'
import { invalid, refused } from './parsed.ts'

/** Raises a document from one version to the next. */
type Migration = (document: Record<string, unknown>) => Record<string, unknown>

type KindRules = {
  title: string
  /** Honest files stay far below; the limit keeps a hostile one from filling the memory. */
  maxBytes: number
  /** The version written today. */
  version: number
  /** The steps from version 1 to today's, in order: one fewer than `version`. */
  migrations: readonly Migration[]
}

const megabyte = 1_000_000

export const fileKinds = {
  'syncwright.relationships': {
    title: 'relationships export',
    maxBytes: 16 * megabyte,
    version: 1,
    migrations: [],
  },
  'syncwright.reference': {
    title: 'reference snapshot',
    maxBytes: 128 * megabyte,
    version: 1,
    migrations: [],
  },
  'syncwright.bundle': {
    title: 'field bundle',
    maxBytes: 64 * megabyte,
    version: 1,
    migrations: [],
  },
} as const satisfies Record<string, KindRules>

export type FileKind = keyof typeof fileKinds

/** The largest file of any kind, in bytes. */
export const largestFile = Math.max(...Object.values(fileKinds).map(({ maxBytes }) => maxBytes))

const isFileKind = (kind: unknown): kind is FileKind =>
  typeof kind === 'string' && Object.hasOwn(fileKinds, kind)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The kind a document names; null when it is none of ours. */
export const kindOf = (value: unknown): FileKind | null =>
  isObject(value) && isFileKind(value['kind']) ? value['kind'] : null

const chooseAnother = 'Nothing was changed. Choose another file.'

/** A file that is no file of ours, or not the one that is expected here. */
export function foreign(value: unknown, expected: string): Parsed<never> {
  const kind = kindOf(value)
  const message = kind
    ? `The file is a ${fileKinds[kind].title}, not a ${expected}.`
    : `The file is not a ${expected} of Syncwright.`
  return refused('file-foreign', message, chooseAnother)
}

const tooLarge = ({ title, maxBytes }: KindRules): Parsed<never> =>
  refused(
    'file-too-large',
    `The file is larger than a ${title} may be (${maxBytes / megabyte} MB).`,
    chooseAnother,
  )

/** Raises an older document to today's version; refuses a newer one and one without a version. */
function migrate(kind: FileKind, document: Record<string, unknown>): Parsed<Record<string, unknown>> {
  const { title, version: known, migrations }: KindRules = fileKinds[kind]
  const { version } = document
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return invalid(title, [{ path: 'version', message: 'Expected a whole number from 1.' }])
  if (version > known)
    return refused(
      'file-too-new',
      `The file has version ${version}; this Syncwright reads ${title}s up to version ${known}.`,
      'Update Syncwright, or export the file again from the older version.',
    )
  const steps = migrations.slice(version - 1)
  return { ok: true, value: steps.reduce((older, step) => step(older), document) }
}

/** Checks a parsed document that has to be of one kind, and raises it to today's version. */
export const openDocument = (kind: FileKind, value: unknown): Parsed<Record<string, unknown>> =>
  kindOf(value) === kind && isObject(value) ? migrate(kind, value) : foreign(value, fileKinds[kind].title)

/** Reads the text of a file that has to be of one kind. */
export function openFile<T>(kind: FileKind, text: string, read: (document: unknown) => Parsed<T>): Parsed<T> {
  if (text.length > fileKinds[kind].maxBytes) return tooLarge(fileKinds[kind])
  const json = parseJson(text)
  return json.ok ? read(json.value) : json
}
