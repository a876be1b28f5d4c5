// Writes a result where `--out` says, whole or not at all.
import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { writeReason } from '../disk/writeFailure.ts'
import { writeWhole } from '../disk/writeWhole.ts'
import { type Input, unusable } from './inputs.ts'

const unwritable = (path: string) =>
  unusable(`${path} could not be written. Check that the folder exists and may be written to.`)

/** Finds out before long work whether its result can be written at all. */
export async function checkOut(path: string): Promise<Input<null>> {
  const there = await stat(path).catch(() => null)
  const folder = await access(dirname(resolve(path)), constants.W_OK).catch(() => unwritable(path))
  return folder ?? (there?.isDirectory() ? unwritable(path) : { ok: true, value: null })
}

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
