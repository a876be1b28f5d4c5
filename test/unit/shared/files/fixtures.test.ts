// Files that version 1 wrote, kept in the repository: they open for ever, and come out as they went in.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openBundle } from '../../../../main/files/openBundle.ts'
import { packBundle } from '../../../../main/files/packBundle.ts'
import { fileKinds } from '../../../../shared/files/fileKind.ts'
import { exportSnapshot, parseSnapshotFile } from '../../../../shared/files/snapshotFile.ts'
import { reexport } from '../../../support/files.ts'
import { relationshipDraftSchema } from '../../../../shared/relationship/draft.ts'

const folder = resolve(import.meta.dirname, '../../../fixtures/v1')
const bytesOf = (name: string) => new Uint8Array(readFileSync(resolve(folder, name)))
const textOf = (name: string) => readFileSync(resolve(folder, name), 'utf8')

describe('version 1', () => {
  test('relationships come out byte for byte', () => {
    const text = textOf('full.syncwright.json')
    expect(reexport(text)).toBe(text)
  })

  test('reference data comes out byte for byte', () => {
    const text = textOf('acme.reference.json')
    const snapshot = parseSnapshotFile(text)
    expect(snapshot.ok && exportSnapshot(snapshot.value)).toBe(text)
  })

  test('a bundle comes out with everything in it', async () => {
    const bundle = await openBundle(bytesOf('office.syncwright-bundle'), null)
    if (!bundle.ok) throw new Error(bundle.error.message)
    const again = await openBundle(
      await packBundle(bundle.value, new Date(bundle.value.exportedAt), null),
      null,
    )
    expect(again).toEqual(bundle)
    expect(bundle.value.samples.map(({ tickets }) => tickets.flow).toSorted()).toEqual([
      'inbound',
      'outbound',
    ])
  })

  test('a locked bundle opens with its passphrase', async () => {
    const bundle = await openBundle(bytesOf('locked.syncwright-bundle'), 'correct horse battery')
    expect(bundle.ok && bundle.value.credentials?.connections).toHaveLength(1)
  })
})

test('a draft stored in a data folder opens, whatever settings came since', () => {
  const stored: unknown = JSON.parse(textOf('stored-draft.json'))
  expect(relationshipDraftSchema.parse(stored)).toMatchObject({ ...Object(stored) })
})

test('every kind has a step from each older version to the next', () => {
  for (const { version, migrations } of Object.values(fileKinds)) expect(migrations).toHaveLength(version - 1)
})
