// Large files in a published format: their checksum lies beside them, so that they stay what their format says.
import { rm } from 'node:fs/promises'
import { hashOf } from './checksum.ts'
import { noteBefore } from './journal.ts'
import { readPlainFile } from './plainFile.ts'
import { privateModes } from './privacy.ts'
import { writeWhole } from './writeWhole.ts'

const sumsOf = (path: string): string => path.replace(/\.json$/, '.sum')

/** The sums beside a file: of its content and, while it was written, of the former one. None in folders of before sums. */
async function readSums(path: string): Promise<string[]> {
  const text = await readPlainFile(sumsOf(path)).catch(() => '')
  return text.split('\n').filter((line) => line !== '')
}

/** For the running journal; a thread beside main that writes the file knows none. */
export function noteSummed(path: string): void {
  noteBefore(path, sumsOf(path))
}

/** Writes a file of the data folder whole or not at all, its sum first. Throws the file system's error. */
export async function writeSummed(path: string, content: string): Promise<void> {
  noteSummed(path)
  const [former = ''] = await readSums(path)
  await writeWhole(sumsOf(path), `${hashOf(content)}\n${former}\n`, privateModes)
  await writeWhole(path, content, privateModes)
}

/** Whether the content of a file is what was written. */
export async function fitsSum(path: string, content: string): Promise<boolean> {
  const sums = await readSums(path)
  return sums.length === 0 || sums.includes(hashOf(content))
}

/** Removes a file and its sum; one that is not there is none. Throws the file system's error. */
export async function removeSummed(path: string): Promise<void> {
  noteSummed(path)
  await rm(path, { force: true })
  await rm(sumsOf(path), { force: true })
}
