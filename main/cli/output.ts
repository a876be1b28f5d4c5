// Writes a result where `--out` says, whole or not at all.
import { writeReason } from '../files/writeFailure.ts'
import { writeWhole } from '../files/writeWhole.ts'
import { type Input, unusable } from './inputs.ts'

/** Exit 2 with a sentence when the file cannot be written. */
export async function writeOut(path: string, content: string): Promise<Input<null>> {
  try {
    await writeWhole(path, content)
    return { ok: true, value: null }
  } catch (error) {
    const [reason] = writeReason(error)
    return unusable(`${path} could not be written: ${reason}.`)
  }
}
