// Reads a chosen file in the page: size and encoding are checked before anything travels to main.
import { decodeText } from '../../shared/files/document.ts'
import { fail, type Result } from '../../shared/ipc/result.ts'

/** The contract of `files:readImport` takes no more text than this (bytes). */
export const largestImport = 64 * 1024 * 1024

/** A file that is too large to be read at all. */
export const tooLarge = (fileName: string): Result<never> =>
  fail('file-too-large', `${fileName} is larger than 64 MB, more than any file of Syncwright.`, {
    next: 'Nothing was changed. Choose another file.',
  })

/** The text of a file. Errors: `file-too-large`, `file-unreadable`, `file-damaged`. */
export async function readText(file: File): Promise<Result<string>> {
  if (file.size > largestImport) return tooLarge(file.name)
  try {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()))
    return text.ok ? text : { ok: false, error: text.error }
  } catch {
    return fail('file-unreadable', `${file.name} cannot be read.`, {
      next: 'Nothing was changed. Check that it still exists and may be opened.',
    })
  }
}
