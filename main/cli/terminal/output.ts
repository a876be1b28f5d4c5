// Writes a result where `--out` says, whole or not at all: links are followed, folders are not made, inputs not overwritten.
import { access, constants, readlink, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { writeReason } from '../../disk/writeFailure.ts'
import { writeWhole } from '../../disk/writeWhole.ts'
import { type CommandInput, unusableInput } from './outcome.ts'

const mostLinks = 40

/** Where a link leads in the end, also when nothing is there yet. */
async function targetOf(path: string): Promise<string> {
  let target = resolve(path)
  for (let links = 0; links < mostLinks; links += 1) {
    const link = await readlink(target).catch(() => null)
    if (link === null) return target
    target = resolve(dirname(target), link)
  }
  return target
}

/** The same file under another name or link counts as the same. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)))
  return first && second
    ? first.dev === second.dev && first.ino === second.ino
    : (await targetOf(one)) === (await targetOf(other))
}

/** Finds out before long work whether its result can be written at all; `inputs` are the files the command reads. */
export async function checkOut(path: string, inputs: readonly string[]): Promise<CommandInput<null>> {
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory()) return unusableInput(`${path} is a folder; name a file in it.`)
  for (const input of inputs)
    if (input !== '-' && there?.isFile() && (await isSameFile(path, input)))
      return unusableInput(`${path} is one of the files that are read; name another one.`)
  // A device or a pipe has no folder to look into.
  if (there && !there.isFile()) return { ok: true, value: null }
  const folder = dirname(await targetOf(path))
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return unusableInput(`${path} could not be written: there is no such folder.`)
  return access(folder, constants.W_OK).then(
    () => ({ ok: true, value: null }),
    () => unusableInput(`${path} could not be written: its folder may not be written to.`),
  )
}

/** Exit 2 with a sentence when the file cannot be written. */
export async function writeOut(
  path: string,
  content: string,
  inputs: readonly string[],
): Promise<CommandInput<null>> {
  const place = await checkOut(path, inputs)
  if (!place.ok) return place
  try {
    const there = await stat(path).catch(() => null)
    await writeWhole(there ? path : await targetOf(path), content)
    return { ok: true, value: null }
  } catch (error) {
    const [reason] = writeReason(error)
    return unusableInput(`${path} could not be written: ${reason}.`)
  }
}
