// Runs the built command line as a child process on files of a folder of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
/** Builds its bundle when that is missing or old, then runs it. */
export const cliScript = resolve(root, 'scripts/cli.mjs')

export type Run = { status: number | null; stdout: string; stderr: string }

/** A folder with these files; answers a runner whose arguments may name them. */
export function cliFolder(files: Record<string, string | Uint8Array>) {
  const folder = mkdtempSync(join(tmpdir(), 'syncwright-cli-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const run = (args: readonly string[], input?: string): Run => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cliScript, ...args], {
      cwd: folder,
      input: input ?? '',
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }
  return { folder, run }
}
