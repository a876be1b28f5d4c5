// Writes an export where the person said, whole or not at all wherever the system lets it.
import { writeFile } from 'node:fs/promises'
import { ok, type Result } from '../../shared/result.ts'
import { systemCode, writeFailed } from '../disk/writeFailure.ts'
import { writeWhole } from '../disk/writeWhole.ts'

/** What macOS and the document portals of Linux say to a file beside the one that was chosen in the dialog. */
const onlyTheChosen = new Set(['EPERM', 'EACCES'])

/** `write-failed` with the reason; a file that was there before is then unchanged, save where only the chosen name may be written. */
export async function writeExport(path: string, content: string | Uint8Array): Promise<Result<null>> {
  try {
    await writeWhole(path, content).catch((error: unknown) => {
      if (!onlyTheChosen.has(systemCode(error))) throw error
      return writeFile(path, content, { flush: true })
    })
    return ok(null)
  } catch (error) {
    return writeFailed('The file', error)
  }
}
