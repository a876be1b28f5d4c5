// Clears away what a write leaves behind when the computer stops in the middle of it.
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { placesOfOurs } from './privacy.ts'

/** What is being written at this moment is younger. */
const oldEnough = 60 * 60_000

/** Files beside a file while it is written: of a last good copy, of the store library, of the journal, of `writeWhole`. */
const temporary = /(\.(json|sum)\.tmp(-[0-9a-f]+)?|^syncwright-[0-9a-f]+\.tmp)$/

/** Removes them from the data folder; what cannot be removed stays. Never throws. */
export async function clearLeftovers(dataFolder: string, now: Date): Promise<void> {
  for (const folder of placesOfOurs(dataFolder)) {
    const names = await readdir(folder).catch(() => [])
    for (const path of names.filter((name) => temporary.test(name)).map((name) => join(folder, name))) {
      const found = await stat(path).catch(() => undefined)
      if (found?.isFile() && now.getTime() - found.mtimeMs > oldEnough)
        await rm(path, { force: true }).catch(() => undefined)
    }
  }
}
