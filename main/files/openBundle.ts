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
import { bounds } from '../../shared/files/bounds.ts'
import { parseJson } from '../../shared/files/json/parseJson.ts'
import { decodeText } from '../../shared/files/text/decodeText.ts'
import { fileKinds, openDocument, tooLarge } from '../../shared/files/fileKind.ts'
import { invalid, type Parsed, refused } from '../../shared/files/parsed.ts'
import { problemsOf } from '../../shared/files/problems.ts'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { largestSample } from '../../shared/files/sample/openSample.ts'
import { readOwnTickets } from '../../shared/files/sample/ownTickets.ts'
import { parseSnapshotFile } from '../../shared/files/snapshotFile.ts'
import type { z } from '../../shared/zod.ts'
import type { BundleContent, BundledSample } from './packBundle.ts'
import { isSealed, unseal } from './seal.ts'
import { openZip, type Zip } from './zip.ts'

export type OpenedBundle = BundleContent & {
  /** When its relationships were exported. */
  exportedAt: string
}

const megabyte = 1_000_000
const limits = { entries: 2000, bytes: 400 * megabyte }
const mostManifest = 4 * megabyte

const { title } = fileKinds[bundleKind]
const askAgain = 'Nothing was changed. Ask for the file again.'

const referenceName = /^references\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.reference\.json$/
const sampleName = /^samples\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.json$/
const fixedNames: readonly string[] = Object.values(entryNames)

/** Whether bytes look like a bundle, locked or not. */
export const isBundle = (bytes: Uint8Array): boolean =>
  isSealed(bytes) || (bytes[0] === 0x50 && bytes[1] === 0x4b)

/** Runs a step on every item, in order, until one fails. */
function each<Item, Value>(items: readonly Item[], step: (item: Item) => Parsed<Value>): Parsed<Value[]> {
  const values: Value[] = []
  for (const item of items) {
    const value = step(item)
    if (!value.ok) return value
    values.push(value.value)
  }
  return { ok: true, value: values }
}

/** Says which entry a failure is about. */
const within = <Value>(name: string, parsed: Parsed<Value>): Parsed<Value> =>
  parsed.ok
    ? parsed
    : {
        ...parsed,
        error: { ...parsed.error, message: `The bundle's ${name}: ${parsed.error.message}` },
      }

function readText(zip: Zip, name: string, most: number): Parsed<string> {
  const bytes = zip.read(name, most)
  return bytes.ok ? decodeText(bytes.value) : bytes
}

function readJson<Schema extends z.ZodType>(
  zip: Zip,
  name: string,
  schema: Schema,
): Parsed<z.output<Schema>> {
  const text = readText(zip, name, mostManifest)
  const json = text.ok ? parseJson(text.value, bounds.bundle) : text
  if (!json.ok) return json
  const parsed = schema.safeParse(json.value)
  return parsed.success
    ? { ok: true, value: parsed.data }
    : invalid(title, problemsOf(parsed.error, json.value))
}

function readManifest(zip: Zip): Parsed<Manifest> {
  if (!zip.names.includes(entryNames.manifest))
    return refused(
      'file-foreign',
      `The file is not a ${title} of Syncwright.`,
      'Nothing was changed. Choose another file.',
    )
  const text = readText(zip, entryNames.manifest, mostManifest)
  const json = text.ok ? parseJson(text.value, bounds.bundle) : text
  // The version comes first: a newer one may hold what this one does not know.
  const document = json.ok ? openDocument(bundleKind, json.value) : json
  return document.ok ? readJson(zip, entryNames.manifest, manifestSchema) : document
}

/** Every entry is one that belongs there, and what the manifest lists is what is there. */
function checkNames(zip: Zip, { files }: Manifest): Parsed<null> {
  const isKnown = (name: string): boolean =>
    fixedNames.includes(name) || referenceName.test(name) || sampleName.test(name)
  if (!zip.names.every(isKnown))
    return refused('file-invalid', 'The bundle holds something that does not belong in one.', askAgain)
  const others = zip.names.filter((name) => name !== entryNames.manifest)
  const listed = new Set(files?.map(({ path }) => path))
  const fits =
    !files ||
    (listed.size === files.length &&
      others.length === files.length &&
      others.every((name) => listed.has(name)))
  return fits
    ? { ok: true, value: null }
    : refused('file-damaged', 'The bundle does not hold what its list says.', askAgain)
}

function checkHashes(zip: Zip, { files = [] }: Manifest): Parsed<null[]> {
  return each(files, ({ path, sha256 }): Parsed<null> => {
    const bytes = zip.read(path, limits.bytes)
    if (!bytes.ok) return bytes
    return createHash('sha256').update(bytes.value).digest('hex') === sha256
      ? { ok: true, value: null }
      : refused('file-damaged', 'The bundle was changed after it was written.', askAgain)
  })
}

function readSample(zip: Zip, path: string, { samples = [] }: Manifest): Parsed<BundledSample> {
  const text = readText(zip, path, largestSample)
  const tickets = text.ok ? readOwnTickets(text.value) : text
  if (!tickets.ok) return within(path, tickets)
  const described = samples.find((sample) => sample.path === path)
  const name = described?.name ?? path.slice('samples/'.length, -'.json'.length)
  return { ok: true, value: { name, connection: described?.connection ?? null, tickets: tickets.value } }
}

function readCredentials(zip: Zip, wasSealed: boolean): Parsed<BundleCredentials | null> {
  if (!zip.names.includes(entryNames.credentials)) return { ok: true, value: null }
  return wasSealed
    ? readJson(zip, entryNames.credentials, bundleCredentialsSchema)
    : refused(
        'file-invalid',
        'The bundle carries credentials that are not locked with a passphrase, so it is refused.',
        'Change these keys in ConnectWise: whoever has the file can read them.',
      )
}

function readContent(zip: Zip, wasSealed: boolean): Parsed<OpenedBundle> {
  const manifest = readManifest(zip)
  if (!manifest.ok) return manifest
  for (const check of [checkNames, checkHashes]) {
    const checked = check(zip, manifest.value)
    if (!checked.ok) return checked
  }
  const { relationships } = entryNames
  if (!zip.names.includes(relationships))
    return refused('file-damaged', 'The bundle holds no relationships file.', askAgain)
  const text = readText(zip, relationships, fileKinds['syncwright.relationships'].bounds.bytes)
  const file = within(relationships, text.ok ? parseRelationshipsFile(text.value) : text)
  if (!file.ok) return file
  const snapshots = each(
    zip.names.filter((name) => referenceName.test(name)),
    (name) => {
      const snapshot = readText(zip, name, fileKinds['syncwright.reference'].bounds.bytes)
      return within(name, snapshot.ok ? parseSnapshotFile(snapshot.value) : snapshot)
    },
  )
  if (!snapshots.ok) return snapshots
  const samples = each(
    zip.names.filter((name) => sampleName.test(name)),
    (name) => readSample(zip, name, manifest.value),
  )
  if (!samples.ok) return samples
  const credentials = readCredentials(zip, wasSealed)
  if (!credentials.ok) return credentials
  return {
    ok: true,
    value: {
      exportedAt: file.value.exportedAt,
      relationships: file.value.relationships,
      snapshots: snapshots.value,
      samples: samples.value,
      credentials: credentials.value,
    },
  }
}

/** Reads the bytes of a `*.syncwright-bundle`. Errors: `passphrase-needed`, `passphrase-wrong` and those of files. */
export async function openBundle(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<Parsed<OpenedBundle>> {
  if (bytes.length > bounds.bundle.bytes) return tooLarge(bundleKind)
  const wasSealed = isSealed(bytes)
  if (wasSealed && passphrase === null)
    return refused(
      'passphrase-needed',
      'The bundle is locked with a passphrase.',
      'Enter the passphrase it was made with.',
    )
  const opened: Parsed<Uint8Array> =
    wasSealed && passphrase !== null ? await unseal(bytes, passphrase) : { ok: true, value: bytes }
  if (!opened.ok) return opened
  const zip = openZip(opened.value, limits)
  return zip.ok ? readContent(zip.value, wasSealed) : zip
}
