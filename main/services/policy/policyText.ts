// Reads a policy file from disk, bounded, with what tells whose it is.
import { readFileSync, statSync } from 'node:fs'
import { bounds } from '../../../shared/bounds.ts'
import { systemCode } from '../../disk/writeFailure.ts'

export type PolicyText = {
  /** Empty where it cannot be read, is too large or is no file: no policy. */
  readonly text: string
  /** The number of its owner; null where nobody tells. */
  readonly owner: number | null
  /** Whether others than administrators may write to it. */
  readonly isOpenToOthers: boolean
}

/** Groups of administrators alone: root's, and macOS's own; every user of a Mac is in `staff`. */
const administrators = process.platform === 'darwin' ? [0, 80] : [0]

/** Undefined when there is none. */
export function readPolicyText(path: string): PolicyText | undefined {
  try {
    const found = statSync(path)
    const isOpenToGroup = (found.mode & 0o020) !== 0 && !administrators.includes(found.gid)
    const owned = { owner: found.uid, isOpenToOthers: (found.mode & 0o002) !== 0 || isOpenToGroup }
    // A pipe would keep whoever reads it waiting.
    if (!found.isFile() || found.size > bounds.policy.bytes) return { ...owned, text: '' }
    return { ...owned, text: readFileSync(path, 'utf8') }
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(systemCode(error))
      ? undefined
      : { text: '', owner: null, isOpenToOthers: false }
  }
}
