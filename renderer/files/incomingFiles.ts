// Files on their way in: they wait here until the page `Files` reads them, and what came of it stays until it was looked at.
import { createSharedValue } from '../state/sharedValue.ts'
import type { ReviewedFile, UnreadableFile } from './review/imported.ts'

export type Intake = {
  waiting: readonly File[]
  reading: boolean
  /** Of the files that came together, those that could not be taken. */
  problems: readonly UnreadableFile[]
  /** A locked bundle that waits for its passphrase. */
  locked: { fileName: string; bytes: Uint8Array } | null
  /** Exports that came together: read one by one, looked at as one. */
  gathered: ReviewedFile | null
  /** What came with them and does not join them: it has its turn after them. */
  later: readonly File[]
  /** What is looked at; nothing of it is stored yet. */
  review: ReviewedFile | null
}

export const fileIntake = createSharedValue<Intake>({
  waiting: [],
  reading: false,
  problems: [],
  locked: null,
  gathered: null,
  later: [],
  review: null,
})

/** What was wrong with the files before is over when others come. */
export const addIncomingFiles = (files: readonly File[]): void =>
  fileIntake.set((before) => {
    const { waiting, reading, problems } = before
    const isMore = reading || waiting.length > 0
    return { ...before, problems: isMore ? problems : [], waiting: [...waiting, ...files] }
  })

/** A browser hands a folder over as a file that cannot be read. */
const folders = new WeakSet<File>()
export const isFolder = (file: File): boolean => folders.has(file)

/** The files that were dropped or pasted; only while it happens can a folder be told from a file. */
export function filesOf(transfer: DataTransfer | null): File[] {
  return [...(transfer?.items ?? [])].flatMap((item) => {
    const file = item.getAsFile()
    if (!file) return []
    if (item.webkitGetAsEntry()?.isDirectory) folders.add(file)
    return [file]
  })
}
