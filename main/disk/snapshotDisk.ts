// A snapshot file whole, as it is read and written beside main: parsing and writing to text take a second for a large organisation.
import { openDocument } from '../../shared/files/fileKind.ts'
import { exportSnapshot } from '../../shared/files/snapshotFile.ts'
import { type Snapshot, snapshotKind, snapshotSchema } from '../../shared/reference/collections.ts'
import { readPlainFile } from './plainFile.ts'
import { fitsSum, writeSummed } from './summedFile.ts'

export type ReadSnapshot =
  | { kind: 'snapshot'; snapshot: Snapshot }
  | { kind: 'too-new' }
  | { kind: 'damaged' }

/** Never throws: what cannot be read is damaged. */
export async function loadSnapshotFile(path: string): Promise<ReadSnapshot> {
  try {
    const text = await readPlainFile(path)
    const opened = openDocument(snapshotKind, JSON.parse(text))
    if (!opened.ok) return { kind: opened.error.code === 'file-too-new' ? 'too-new' : 'damaged' }
    if (!(await fitsSum(path, text))) return { kind: 'damaged' }
    return { kind: 'snapshot', snapshot: snapshotSchema.parse(opened.value) }
  } catch {
    return { kind: 'damaged' }
  }
}

/** Throws the file system's error; and reading it back later is what proves it, so nothing that does not parse is written. */
export async function writeSnapshotFile(path: string, snapshot: Snapshot): Promise<void> {
  await writeSummed(path, exportSnapshot(snapshotSchema.parse(snapshot)))
}
