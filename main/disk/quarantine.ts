// Moves a damaged or unreadable file aside under a telling name, so that nothing is ever overwritten.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { renameFile } from './rename.ts'

/** The name a damaged `<name>.json` gets; colons are not allowed in file names on Windows. */
const corruptName = (name: string, now: Date, count: number): string =>
  `${name}.corrupt-${now.toISOString().replaceAll(/[:.]+/g, '-')}${count > 1 ? `-${count}` : ''}.json`

/** A name nobody has yet: two may be damaged at once, and clocks are set back. */
function freeName(folder: string, name: string, now: Date): string {
  for (let count = 1; ; count += 1) {
    const aside = corruptName(name, now, count)
    if (!existsSync(join(folder, aside))) return aside
  }
}

/** Renames `<folder>/<name>.json`; answers with the new name, or undefined when the system refuses. */
export function setAside(folder: string, name: string, now: Date): string | undefined {
  const aside = freeName(folder, name, now)
  try {
    renameFile(join(folder, `${name}.json`), join(folder, aside))
    // The sum beside it belongs to what it was.
    rmSync(join(folder, `${name}.sum`), { force: true })
    return aside
  } catch {
    return undefined
  }
}
