// Moves a damaged or unreadable file aside under a telling name, so that nothing is ever overwritten.
import { renameSync } from 'node:fs'
import { join } from 'node:path'

/** The name a damaged `<name>.json` gets; colons are not allowed in file names on Windows. */
export const corruptName = (name: string, now: Date): string =>
  `${name}.corrupt-${now.toISOString().replaceAll(/[:.]/g, '-')}.json`

/** Renames `<folder>/<name>.json`; answers with the new name, or undefined when the system refuses. */
export function setAside(folder: string, name: string, now: Date): string | undefined {
  const aside = corruptName(name, now)
  try {
    renameSync(join(folder, `${name}.json`), join(folder, aside))
    return aside
  } catch {
    return undefined
  }
}
