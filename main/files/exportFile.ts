// Writes an export where the person said, whole or not at all.
import { writeFile } from 'atomically'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { writeFailed } from './writeFailure.ts'

/** `write-failed` with the reason; a file that was there before is then unchanged. */
export async function writeExport(path: string, content: string): Promise<Result<null>> {
  try {
    await writeFile(path, content)
    return ok(null)
  } catch (error) {
    return writeFailed('The file', error)
  }
}
