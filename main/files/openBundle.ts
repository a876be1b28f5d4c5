// Opens a field bundle, whoever made it: bounded, every entry known, proved and valid before any of it is used.
import { createHash } from 'node:crypto'
import {
  type BundleCredentials,
  bundleCredentialsSchema,
  bundleKind,
  entryNames,
  type Manifest,
  manifestSchema,
} from '../../shared/files/bundle.ts'
import { bounds } from '../../shared/bounds.ts'
import { parseJson } from '../../shared/files/json/parseJson.ts'
import { decodeText } from '../../shared/files/text/decodeText.ts'
import { foreignBytes, isZip, zippedDocument } from '../../shared/files/text/foreignBytes.ts'
import { fileKinds, openDocument, tooLargeFile } from '../../shared/files/fileKind.ts'
import { invalidFile, type Parsed, refusedFile, withNotices } from '../../shared/files/reading/parsed.ts'
import { problemsOf } from '../../shared/files/reading/problems.ts'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { largestSample } from '../../shared/files/sample/openSample.ts'
import { readOwnTickets } from '../../shared/files/sample/ownTickets.ts'
import { parseSnapshotFile } from '../../shared/files/snapshotFile.ts'
import type { z } from '../../shared/zod.ts'
import { bundleEntries, type BundleEntries, shownName } from './bundleEntries.ts'
import type { BundleContent, BundledSample } from './packBundle.ts'
import { isSealed, unsealBundle } from './seal.ts'
import { openZip, type Zip } from './zip.ts'

export type OpenedBundle = BundleContent & {
  /** When its relationships were exported. */
  exportedAt: string
}

const { title } = fileKinds[bundleKind]
const askAgain = 'Nothing was changed. Ask for the file again.'
const chooseAnother = 'Nothing was changed. Choose another file.'

const referenceName = /^references\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.reference\.json$/
const sampleName = /^samples\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.json$/
const fixedNames: readonly string[] = Object.values(entryNames)

/** Whether bytes look like a bundle, locked or not. */
export const isBundle = (bytes: Uint8Array): boolean =>
  isSealed(bytes) || (isZip(bytes) && zippedDocument(bytes) === null)

/** Runs a step on every item, in order, until one fails; what they left out is said together. */
function each<Item, Value>(items: readonly Item[], step: (item: Item) => Parsed<Value>): Parsed<Value[]> {
  const values: Value[] = []
  const notices: string[] = []
  for (const item of items) {
    const value = step(item)
    if (!value.ok) return value
    values.push(value.value)
    notices.push(...(value.notices ?? []))
  }
  return withNotices({ ok: true, value: values }, notices)
}

/** Says which entry a failure or a notice is about. */
const within = <Value>(name: string, parsed: Parsed<Value>): Parsed<Value> =>
  parsed.ok
    ? { ...parsed, notices: (parsed.notices ?? []).map((notice) => `${name}, ${notice}`) }
    : {
        ...parsed,
        error: { ...parsed.error, message: `The bundle's ${name}: ${parsed.error.message}` },
      }

/** An open zip with the parts that were found in it. */
type Bundle = { zip: Zip; entries: BundleEntries }

const readBytes = ({ zip, entries }: Bundle, name: string, most: number): Parsed<Uint8Array> =>
  zip.read(entries.get(name) ?? name, most)

function readText(bundle: Bundle, name: string, most: number): Parsed<string> {
  const bytes = readBytes(bundle, name, most)
  return bytes.ok ? decodeText(bytes.value) : bytes
}

function readJson<Schema extends z.ZodType>(
  bundle: Bundle,
  name: string,
  schema: Schema,
): Parsed<z.output<Schema>> {
  const text = readText(bundle, name, bounds.zip.manifest)
  const json = text.ok ? parseJson(text.value, bounds.files.bundle) : text
  if (!json.ok) return json
  const parsed = schema.safeParse(json.value)
  return parsed.success
    ? { ok: true, value: parsed.data }
    : invalidFile(title, problemsOf(parsed.error, json.value))
}

function readManifest(bundle: Bundle): Parsed<Manifest> {
  const text = readText(bundle, entryNames.manifest, bounds.zip.manifest)
  const json = text.ok ? parseJson(text.value, bounds.files.bundle) : text
  // The version comes first: a newer one may hold what this one does not know.
  const document = json.ok ? openDocument(bundleKind, json.value) : json
  if (!document.ok) return document
  const manifest = manifestSchema.safeParse(document.value)
  return manifest.success
    ? { ok: true, value: manifest.data }
    : invalidFile(title, problemsOf(manifest.error, document.value))
}

/** The entries that are used: those the list names, else those whose names belong in a bundle. */
function usedEntries(entries: BundleEntries, { files }: Manifest): { used: string[]; passed: string[] } {
  const listed = files && new Set(files.map(({ path }) => path))
  const isUsed = (name: string): boolean =>
    name === entryNames.manifest || (isKnown(name) && (listed?.has(name) ?? true))
  const names = [...entries.keys()]
  return { used: names.filter(isUsed), passed: names.filter((name) => !isUsed(name)) }
}

const isKnown = (name: string): boolean =>
  fixedNames.includes(name) || referenceName.test(name) || sampleName.test(name)

/** What the list names is there, once, and as it was when the list was written. */
function checkList(bundle: Bundle, { files = [] }: Manifest): Parsed<null[]> {
  const twice = files.find(({ path }, index) => files.findIndex((other) => other.path === path) !== index)
  if (twice)
    return refusedFile('file-damaged', `The bundle's list names ${shownName(twice.path)} twice.`, askAgain)
  return each(files, ({ path, sha256 }): Parsed<null> => {
    if (!bundle.entries.has(path))
      return refusedFile(
        'file-damaged',
        `The bundle's list names ${shownName(path)}, which is not in it.`,
        askAgain,
      )
    const bytes = readBytes(bundle, path, bounds.zip.bytes)
    if (!bytes.ok) return bytes
    return createHash('sha256').update(bytes.value).digest('hex') === sha256
      ? { ok: true, value: null }
      : refusedFile(
          'file-damaged',
          `The bundle's ${shownName(path)} was changed after the bundle was written.`,
          askAgain,
        )
  })
}

function readSample(bundle: Bundle, path: string, { samples = [] }: Manifest): Parsed<BundledSample> {
  const text = readText(bundle, path, largestSample)
  const tickets = text.ok ? readOwnTickets(text.value) : text
  if (!tickets.ok) return within(path, tickets)
  const described = samples.find((sample) => sample.path === path)
  const name = described?.name ?? path.slice('samples/'.length, -'.json'.length)
  return { ok: true, value: { name, connection: described?.connection ?? null, tickets: tickets.value } }
}

function readCredentials(bundle: Bundle, wasSealed: boolean): Parsed<BundleCredentials | null> {
  if (!bundle.entries.has(entryNames.credentials)) return { ok: true, value: null }
  return wasSealed
    ? readJson(bundle, entryNames.credentials, bundleCredentialsSchema)
    : refusedFile(
        'file-invalid',
        'The bundle carries credentials that are not locked with a passphrase, so it is refused.',
        'Change these keys in ConnectWise: whoever has the file can read them.',
      )
}

function readContent(zip: Zip, wasSealed: boolean): Parsed<OpenedBundle> {
  const entries = bundleEntries(zip)
  if (!entries.ok) return entries
  const bundle: Bundle = { zip, entries: entries.value }
  const manifest = readManifest(bundle)
  if (!manifest.ok) return manifest
  const listed = checkList(bundle, manifest.value)
  if (!listed.ok) return listed
  const { used, passed } = usedEntries(entries.value, manifest.value)
  const { relationships } = entryNames
  if (!used.includes(relationships))
    return refusedFile('file-damaged', 'The bundle holds no relationships file.', askAgain)
  const text = readText(bundle, relationships, fileKinds['syncwright.relationships'].bounds.bytes)
  const file = within(relationships, text.ok ? parseRelationshipsFile(text.value) : text)
  if (!file.ok) return file
  const snapshots = each(
    used.filter((name) => referenceName.test(name)),
    (name) => {
      const snapshot = readText(bundle, name, fileKinds['syncwright.reference'].bounds.bytes)
      return within(name, snapshot.ok ? parseSnapshotFile(snapshot.value) : snapshot)
    },
  )
  if (!snapshots.ok) return snapshots
  const samples = each(
    used.filter((name) => sampleName.test(name)),
    (name) => readSample(bundle, name, manifest.value),
  )
  if (!samples.ok) return samples
  const credentials = readCredentials(bundle, wasSealed)
  if (!credentials.ok) return credentials
  const unknown = passed.map(
    (name) => `${shownName(entries.value.get(name) ?? name)} is no part of the bundle and was passed over.`,
  )
  return withNotices(
    {
      ok: true,
      value: {
        exportedAt: file.value.exportedAt,
        relationships: file.value.relationships,
        snapshots: snapshots.value,
        samples: samples.value,
        credentials: credentials.value,
      },
    },
    [manifest, file, snapshots].flatMap(({ notices = [] }) => notices).concat(unknown),
  )
}

/** Reads the bytes of a `*.syncwright-bundle`. Errors: `passphrase-needed`, `passphrase-wrong` and those of files. */
export async function openBundle(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<Parsed<OpenedBundle>> {
  if (bytes.length > bounds.files.bundle.bytes) return tooLargeFile(bundleKind)
  const wasSealed = isSealed(bytes)
  if (wasSealed && passphrase === null)
    return refusedFile(
      'passphrase-needed',
      'The bundle is locked with a passphrase.',
      'Enter the passphrase it was made with.',
    )
  const opened: Parsed<Uint8Array> =
    wasSealed && passphrase !== null ? await unsealBundle(bytes, passphrase) : { ok: true, value: bytes }
  if (!opened.ok) return opened
  const is = isZip(opened.value) ? zippedDocument(opened.value) : foreignBytes(opened.value)
  if (is) return refusedFile('file-foreign', `The file is ${is}.`, chooseAnother)
  const zip = openZip(opened.value, bounds.zip)
  return zip.ok ? readContent(zip.value, wasSealed) : zip
}
