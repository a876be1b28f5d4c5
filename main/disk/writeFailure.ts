// Why a file could not be written, as one sentence with what to do about it.
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, type Result } from '../../shared/result.ts'

const reasons: Record<string, readonly [string, string]> = {
  ENOSPC: ['the disk is full', 'Free some space and try again.'],
  EDQUOT: ['the disk quota is used up', 'Free some space and try again.'],
  EACCES: ['this user may not write there', 'Choose another folder, or ask for the right to write there.'],
  EPERM: ['this user may not write there', 'Choose another folder, or ask for the right to write there.'],
  EROFS: ['the folder is read-only', 'Choose another folder.'],
  ENOENT: ['the folder is not there', 'Choose another folder.'],
  EPROTECTED: [
    'the system protects that folder',
    'Choose another folder, or allow Syncwright there (Windows Security, controlled folder access).',
  ],
  ENOTDIR: ['the folder is not a folder', 'Choose another folder.'],
  EEXIST: ['a file is where the folder should be', 'Choose another folder, or move that file.'],
  EISDIR: ['a folder of that name is in the way', 'Choose another name, or move that folder.'],
  EBUSY: ['another program holds the file', 'Close that program and try again.'],
  EBUSYSTORE: ['another Syncwright is writing in the same data folder', 'Try again in a moment.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter name.'],
}

/** The error code of the file system, such as `ENOSPC`; empty when it is none. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Of a folder that is there Windows says that it is not, where controlled folder access protects it (dotnet/winforms#7228). */
const isProtected = (error: unknown): boolean =>
  systemCode(error) === 'ENOENT' &&
  error instanceof Error &&
  'path' in error &&
  typeof error.path === 'string' &&
  existsSync(dirname(error.path))

/** Why the system did not write, as a clause, and what to do about it. */
export const writeReason = (error: unknown): readonly [reason: string, next: string] =>
  reasons[isProtected(error) ? 'EPROTECTED' : systemCode(error)] ?? ['the system refused it', 'Try again.']

/** `write-failed` for what was to be written, e.g. "The relationship". Nothing on disk has changed then. */
export function writeFailed(what: string, error: unknown): Result<never> {
  const [reason, next] = writeReason(error)
  return fail(
    'write-failed',
    `${what} could not be written: ${reason}. What was saved before is unchanged.`,
    { next },
  )
}
