// Reads ConnectWise's own table of the caller's rights to its end: there is a row for each function, and servers cut pages.
import { rowId } from '../lists/rowCollector.ts'
import { readAll } from '../lists/readAll.ts'
import type { Client } from '../transport/client.ts'
import type { ReadOptions } from '../transport/reading.ts'

/** The rows as they came; null where none may be read. A right that stands in none of them is judged otherwise. */
export async function readRightsTable(client: Client, read: ReadOptions): Promise<unknown[] | null> {
  const rows: unknown[] = []
  const readRow = (raw: unknown) => {
    rows.push(raw)
    const id = rowId(raw)
    return id === null ? null : { id }
  }
  const { error } = await readAll({ client, path: '/system/mySecurity', unordered: true, readRow, read })
  return error && rows.length === 0 ? null : rows
}
