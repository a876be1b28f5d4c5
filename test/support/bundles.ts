// Field bundles for tests: a complete one, and zips built by hand to be wrong in one place.
import { type Zippable, zipSync } from 'fflate'
import type { BundleContent } from '../../main/files/packBundle.ts'
import { exportedAt, exportText, snapshotText } from './files.ts'
import { snapshot, sourceRelationship, targetRelationship } from './relationships.ts'

export const bundleAt = exportedAt

/** Two relationships, their reference data and a sample of each flow; no credentials. */
export const content = (more: Partial<BundleContent> = {}): BundleContent => ({
  relationships: [targetRelationship(), sourceRelationship({}, { id: 'second' })],
  snapshots: [snapshot()],
  samples: [
    {
      name: 'Monday’s tickets',
      connection: snapshot().connection,
      tickets: { flow: 'inbound', tickets: [{ key: 'A', summary: 'Printer' }] },
    },
    {
      name: 'Monday’s tickets',
      connection: snapshot().connection,
      tickets: { flow: 'outbound', tickets: [{ id: 7, summary: 'Ours' }] },
    },
  ],
  credentials: null,
  ...more,
})

export const credentials: NonNullable<BundleContent['credentials']> = {
  kind: 'syncwright.credentials',
  version: 1,
  connections: [
    {
      site: 'na.myconnectwise.net',
      companyId: 'acme',
      publicKey: 'public-abc',
      clientId: 'client-abc',
      privateKey: 'private-planted-4711',
    },
  ],
  overrides: [],
}

type Files = Record<string, string | Uint8Array>

/** The entries of the smallest bundle; `more` adds and replaces, undefined takes one out. */
export const entries = (more: Record<string, string | Uint8Array | undefined> = {}): Files => {
  const all: Record<string, string | Uint8Array | undefined> = {
    'manifest.json': '{"kind":"syncwright.bundle","version":1}',
    'relationships.syncwright.json': exportText(),
    'references/acme.reference.json': snapshotText(),
    'samples/one.json': '[{"key":"A","summary":"Printer"}]',
    ...more,
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes]])),
  )
}

/** A zip of these entries, as any tool would pack them. */
export const zipOf = (files: Files): Uint8Array => {
  const zippable: Zippable = {}
  for (const [name, bytes] of Object.entries(files))
    zippable[name] = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return zipSync(zippable)
}

/** The bytes with one text replaced by another of the same length, wherever it stands. */
export function replaced(bytes: Uint8Array, before: string, after: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  if (before.length !== after.length) throw new Error('The lengths differ.')
  return new Uint8Array(Buffer.from(text.replaceAll(before, after), 'latin1'))
}
