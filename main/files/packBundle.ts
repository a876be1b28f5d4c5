// Packs a field bundle: relationships, snapshots, samples and, locked with a passphrase, credentials. Same content, same bytes.
import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import {
  type BundleCredentials,
  bundleKind,
  bundleVersion,
  entryNames,
  type Manifest,
} from '../../shared/files/bundle.ts'
import { exportRelationships, utcSeconds } from '../../shared/files/exportRelationships.ts'
import { exportSnapshot } from '../../shared/files/snapshotFile.ts'
import { byText, stableJson } from '../../shared/files/stableJson.ts'
import type { Tickets } from '../../shared/preview/sample/tickets.ts'
import type { Snapshot } from '../../shared/reference/collections.ts'
import { fold } from '../../shared/text/fold.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import type { ConnectionRef } from '../../shared/connection/connectionRef.ts'
import { sealBundle } from './seal.ts'

export type BundledSample = {
  name: string
  /** Which organisation it is of; null in a bundle made by hand that does not say. */
  connection: Pick<ConnectionRef, 'site' | 'companyId'> | null
  tickets: Tickets
}

export type BundleContent = {
  relationships: readonly Relationship[]
  snapshots: readonly Snapshot[]
  samples: readonly BundledSample[]
  credentials: BundleCredentials | null
}

/** The first moment a zip can name, so that no clock and no time zone shows in the bytes. */
const noTime = new Date(1980, 0, 1)

/** File names from names, each once: `acme-production`, `acme-production-2`. */
function fileNames<Item>(items: readonly Item[], nameOf: (item: Item) => string): [string, Item][] {
  const used = new Set<string>()
  return items.map((item) => {
    const plain = fold(nameOf(item))
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
    const base = plain || 'unnamed'
    let name = base
    for (let number = 2; used.has(name); number += 1) name = `${base}-${number}`
    used.add(name)
    return [name, item]
  })
}

/** In an order that depends on what they are, not on where they were found. */
const inOrder = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  items.toSorted((one, other) => byText(keyOf(one), keyOf(other)))

const snapshotKey = ({ connection: { name, site, companyId }, fetchedAt }: Snapshot): string =>
  [name, site, companyId, fetchedAt].join('\n')

const sampleKey = ({ name, connection, tickets }: BundledSample): string =>
  [name, connection?.site, connection?.companyId, tickets.flow, JSON.stringify(tickets.tickets)].join('\n')

/** The bytes of a `*.syncwright-bundle`; encrypted exactly when there is a passphrase. Credentials without one are left out. */
export async function packBundle(
  { relationships, snapshots, samples, credentials }: BundleContent,
  exportedAt: Date,
  passphrase: string | null,
): Promise<Uint8Array> {
  const named = fileNames(inOrder(samples, sampleKey), ({ name }) => name).map(
    ([name, sample]) => [`samples/${name}.json`, sample] as const,
  )
  const entries: [path: string, text: string][] = [
    [entryNames.relationships, exportRelationships(relationships, exportedAt)],
    ...fileNames(inOrder(snapshots, snapshotKey), ({ connection }) => connection.name).map(
      ([name, snapshot]): [string, string] => [`references/${name}.reference.json`, exportSnapshot(snapshot)],
    ),
    ...named.map(([path, { tickets }]): [string, string] => [path, stableJson(tickets.tickets)]),
  ]
  if (credentials && passphrase !== null) entries.push([entryNames.credentials, stableJson(credentials)])
  const contents = entries.map(([path, text]) => ({ path, bytes: strToU8(text) }))
  const manifest: Manifest = {
    kind: bundleKind,
    version: bundleVersion,
    exportedAt: utcSeconds(exportedAt),
    files: contents.map(({ path, bytes }) => ({
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    samples: named.flatMap(([path, { name, connection }]) =>
      connection
        ? [{ path, name, connection: { site: connection.site, companyId: connection.companyId } }]
        : [],
    ),
  }
  const zippable: Zippable = { [entryNames.manifest]: strToU8(stableJson(manifest)) }
  for (const { path, bytes } of contents) zippable[path] = bytes
  const zip = zipSync(zippable, { mtime: noTime, level: 6 })
  return passphrase === null ? zip : sealBundle(zip, passphrase)
}
