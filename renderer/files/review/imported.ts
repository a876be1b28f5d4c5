// An import from its file to its result: what is looked at before it, and what is said of it afterwards.
import type { LeftOpen } from '../../../shared/relationship/leftOpen.ts'
import type { AppError } from '../../../shared/result.ts'
import { createSharedValue } from '../../state/sharedValue.ts'
import type { Output } from '../../../shared/ipc/contract.ts'

/** What was read and what it would change: one file, or several exports that came together. */
export type ReviewedFile = { fileNames: readonly [string, ...string[]] } & Output<'files:readImport'>

/** A file that could not be taken, and why. */
export type UnreadableFile = AppError & { fileName: string }

export type Imported = {
  importId: string
  message: string
  /** What a bundle brought beside them, in words; empty for nothing. */
  carried: string
  /** The relationships that were stored. */
  stored: readonly { id: string; name: string; connection: string; leftOpen: LeftOpen }[]
  /** Names of the connections that were created without keys. */
  connections: readonly string[]
  /** Whether it was taken back. */
  undone: boolean
}

/** What was imported since the window was opened, the last one first. */
export const importedFiles = createSharedValue<readonly Imported[]>([])
