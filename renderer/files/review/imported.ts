// An import from its file to its result: what is looked at before it, and what is said of it afterwards.
import type { Output } from '../../../shared/ipc/contract.ts'

/** A file that was read, and what it would change. */
export type ReviewedFile = { fileName: string } & Output<'files:readImport'>

export type Imported = {
  importId: string
  message: string
  /** What a bundle brought beside them, in words; empty for nothing. */
  carried: string
  /** The relationships that were stored. */
  stored: readonly { id: string; name: string }[]
  /** Names of the connections that were created without keys. */
  connections: readonly string[]
}
