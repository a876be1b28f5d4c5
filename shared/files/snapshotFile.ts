// Reads and writes a reference snapshot file; rows are checked one by one, so that a bad file cannot flood the memory.
import {
  collectionNameSchema,
  type Collections,
  rowKeysOf,
  rowSchemaOf,
  type Snapshot,
  snapshotKind,
  snapshotSchema,
} from '../reference/collections.ts'
import { type CollectionName, collectionNames } from '../reference/collectionNames.ts'
import { z } from '../zod.ts'
import { fileKinds, openDocument, openFile } from './fileKind.ts'
import { type FileProblem, type Parsed, invalidFile, withNotices } from './reading/parsed.ts'
import { mostProblems, problemsOf } from './reading/problems.ts'
import { orderKeys, stableJson } from './stableJson.ts'

const { title } = fileKinds[snapshotKind]

const rows = z.array(z.unknown()).optional()
const shellSchema = snapshotSchema.extend({
  collections: z.partialRecord(collectionNameSchema, rows),
  partial: rows,
})

/** Reads rows until too many are bad; each bad one is noted with its place. */
function readRows<Row>(
  schema: z.ZodType<Row>,
  path: readonly string[],
  values: readonly unknown[] | undefined,
  problems: FileProblem[],
): Row[] | undefined {
  if (!values) return undefined
  const read: Row[] = []
  for (const [index, value] of values.entries()) {
    if (problems.length >= mostProblems) break
    const row = schema.safeParse(value)
    if (row.success) read.push(row.data)
    else problems.push(...problemsOf(row.error, value, [...path, index]))
  }
  return read
}

/** Reads the parsed JSON of a `*.reference.json` file. Members the product does not use are left out. */
export function readSnapshotFile(json: unknown): Parsed<Snapshot> {
  const document = openDocument(snapshotKind, json)
  if (!document.ok) return document
  const shell = shellSchema.safeParse(document.value)
  if (!shell.success) return invalidFile(title, problemsOf(shell.error, document.value))
  const { collections: raw, partial: names, ...head } = shell.data
  const problems: FileProblem[] = []
  const collections: Collections = {}
  const readInto = <Name extends CollectionName>(name: Name): void => {
    collections[name] = readRows(rowSchemaOf[name], ['collections', name], raw[name], problems)
  }
  for (const name of collectionNames) readInto(name)
  const partial = readRows(collectionNameSchema, ['partial'], names, problems)
  return problems.length > 0
    ? invalidFile(title, problems.slice(0, mostProblems))
    : withNotices(
        { ok: true, value: { ...head, collections, ...(partial ? { partial } : {}) } },
        document.notices,
      )
}

/** Reads the text of a `*.reference.json` file. */
export const parseSnapshotFile = (text: string): Parsed<Snapshot> =>
  openFile(snapshotKind, text, readSnapshotFile)

/** The text of a `*.reference.json` file: rows by id, members in the published order. */
export function exportSnapshot({
  kind,
  version,
  connection,
  fetchedAt,
  collections,
  partial,
  unreadBoards,
}: Snapshot): string {
  const sorted = collectionNames.flatMap((name) => {
    const unsorted: readonly { id: number }[] | undefined = collections[name]
    const keys = rowKeysOf(name)
    return unsorted
      ? [
          [
            name,
            [...unsorted].sort((one, other) => one.id - other.id).map((row) => orderKeys(row, keys)),
          ] as const,
        ]
      : []
  })
  const { name, environment, site, companyId } = connection
  return stableJson({
    kind,
    version,
    connection: { name, environment, site, companyId },
    fetchedAt,
    collections: Object.fromEntries(sorted),
    partial,
    unreadBoards: unreadBoards && [...unreadBoards].sort((one, other) => one - other),
  })
}
