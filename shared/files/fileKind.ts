// Which kind of file a JSON document is: its kind and version, checked and migrated before its content is read.
import { isRecord } from './json/isRecord.ts'
import { type Bounds, bounds, sayMegabytes } from '../bounds.ts'
import { parseJson } from './json/parseJson.ts'
import { type Parsed, invalidFile, refusedFile, withNotices } from './reading/parsed.ts'
import { cleanSites } from './siteFacts.ts'
import { snapshotVersion } from '../reference/collections.ts'
import { bundleVersion } from './bundle.ts'
import { relationshipsVersion } from './exportRelationships.ts'

/** Raises a document from one version to the next. */
type Migration = (document: Record<string, unknown>) => Record<string, unknown>

type KindRules = {
  title: string
  bounds: Bounds
  /** The version written today. */
  version: number
  /** The steps from version 1 to today's, in order: one fewer than `version`. */
  migrations: readonly Migration[]
}

export const fileKinds = {
  'syncwright.relationships': {
    title: 'relationships export',
    bounds: bounds.files.relationships,
    version: relationshipsVersion,
    migrations: [],
  },
  'syncwright.reference': {
    title: 'reference snapshot',
    bounds: bounds.files.reference,
    version: snapshotVersion,
    migrations: [],
  },
  'syncwright.bundle': {
    title: 'field bundle',
    bounds: bounds.files.bundle,
    version: bundleVersion,
    migrations: [],
  },
} as const satisfies Record<string, KindRules>

export type FileKind = keyof typeof fileKinds

/** The largest file of any kind, in bytes. */
export const largestFile = Math.max(...Object.values(fileKinds).map(({ bounds: { bytes } }) => bytes))

const isFileKind = (kind: unknown): kind is FileKind =>
  typeof kind === 'string' && Object.hasOwn(fileKinds, kind)

/** The kind a document names; null when it is none of ours. */
export const kindOf = (value: unknown): FileKind | null =>
  isRecord(value) && isFileKind(value['kind']) ? value['kind'] : null

const chooseAnother = 'Nothing was changed. Choose another file.'

/** A file that is no file of ours, or not the one that is expected here. */
export function foreignFile(value: unknown, expected: string): Parsed<never> {
  const kind = kindOf(value)
  const message = kind
    ? `The file is a ${fileKinds[kind].title}, not a ${expected}.`
    : `The file is not a ${expected} of Syncwright.`
  return refusedFile('file-foreign', message, chooseAnother)
}

/** Said of a file that is refused by its size alone. */
export const tooLargeFile = (kind: FileKind): Parsed<never> =>
  refusedFile(
    'file-too-large',
    `The file is larger than a ${fileKinds[kind].title} may be (${sayMegabytes(fileKinds[kind].bounds.bytes)}).`,
    chooseAnother,
  )

/** Raises an older document to today's version; refuses a newer one and one without a version. */
function migrate(kind: FileKind, document: Record<string, unknown>): Parsed<Record<string, unknown>> {
  const { title, version: known, migrations }: KindRules = fileKinds[kind]
  const { version } = document
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return invalidFile(title, [{ path: 'version', message: 'Expected a whole number from 1.' }])
  if (version > known)
    return refusedFile(
      'file-too-new',
      `The file has version ${version}; this Syncwright reads ${title}s up to version ${known}.`,
      'Update Syncwright, or export the file again from the older version.',
    )
  const steps = migrations.slice(version - 1)
  return { ok: true, value: steps.reduce((older, step) => step(older), document) }
}

/**
 * Checks a parsed document that has to be of one kind, and raises it to today's version. The address of its schema, which
 * editors want at the top, is no part of the content.
 */
export function openDocument(kind: FileKind, value: unknown): Parsed<Record<string, unknown>> {
  if (kindOf(value) !== kind || !isRecord(value)) return foreignFile(value, fileKinds[kind].title)
  const content = Object.entries(value).filter(([name]) => name !== '$schema')
  const document = migrate(kind, Object.fromEntries(content))
  if (!document.ok) return document
  const { problems, notices } = cleanSites(document.value)
  return problems.length > 0
    ? invalidFile(fileKinds[kind].title, [...problems])
    : withNotices(document, notices)
}

/** Reads the text of a file that has to be of one kind. */
export function openFile<T>(kind: FileKind, text: string, read: (document: unknown) => Parsed<T>): Parsed<T> {
  if (text.length > fileKinds[kind].bounds.bytes) return tooLargeFile(kind)
  const json = parseJson(text, fileKinds[kind].bounds)
  return json.ok ? read(json.value) : json
}
