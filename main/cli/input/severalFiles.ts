// Commands that take several files: a folder means the exports that lie in it.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { byText } from '../../../shared/files/stableJson.ts'
import { type CommandOutcome, unusableInput } from '../terminal/outcome.ts'

const ending = '.syncwright.json'

export type Several = {
  paths: readonly string[]
  /** Whether what is said has to name its file. */
  named: boolean
}

/** The files, or the argument that leads to none. */
type FilesBehind = { ok: true; value: Several } | { ok: false; outcome: CommandOutcome; path: string }

const isFolder = (path: string): Promise<boolean> =>
  path === '-'
    ? Promise.resolve(false)
    : stat(path).then(
        (there) => there.isDirectory(),
        () => false,
      )

/** The files behind the arguments, in their order; those of a folder by name. Exit 2 for a folder without any. */
export async function filesBehind(paths: readonly string[]): Promise<FilesBehind> {
  const files: string[] = []
  let named = paths.length > 1
  for (const path of paths) {
    if (!(await isFolder(path))) {
      files.push(path)
      continue
    }
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
    // A pipe that is named is read; one that lies in a folder would keep the command waiting.
    const own = entries.filter(
      (entry) => (entry.isFile() || entry.isSymbolicLink()) && entry.name.endsWith(ending),
    )
    if (own.length === 0) return { ...unusableInput(`${path} holds no file that ends in ${ending}.`), path }
    files.push(...own.map(({ name }) => join(path, name)).sort(byText))
    named = true
  }
  return { ok: true, value: { paths: files, named } }
}
