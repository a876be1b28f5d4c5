// Writes an export where the person said, whole or not at all.
import { ok, type Result } from '../../shared/result.ts'
import { writeFailed } from '../disk/writeFailure.ts'
import { writeWhole } from '../disk/writeWhole.ts'

/** `write-failed` with the reason; a file that was there before is then unchanged. */
export async function writeExport(path: string, content: string | Uint8Array): Promise<Result<null>> {
  try {
    await writeWhole(path, content)
    return ok(null)
  } catch (error) {
    return writeFailed('The file', error)
  }
}
