// What the command line asks of a start: another data folder, the demo organisation, files to open.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type StartArguments = {
  /** `--user-data`; an empty name is the mistake of whoever wrote the shortcut, and is told. */
  readonly userData: string | undefined
  readonly demo: boolean
  readonly selfTest: boolean
  /** Files to look at, as the desktop hands them over: absolute. */
  readonly files: readonly string[]
}

/** The endings of files that are opened; other words are left to Chromium. */
const opened = /\.(syncwright-bundle|json)$/i

/** Reads `process.argv`. Unpackaged, the first argument is the folder of the checkout. */
export function readStartArguments(
  argv: readonly string[],
  { isPackaged, folder }: { isPackaged: boolean; folder: string },
): StartArguments {
  const { values, positionals } = parseArgs({
    args: argv.slice(isPackaged ? 1 : 2),
    options: {
      'user-data': { type: 'string' },
      demo: { type: 'boolean' },
      'self-test': { type: 'boolean' },
    },
    // Chromium and the desktops add switches of their own.
    strict: false,
    allowPositionals: true,
  })
  const named = values['user-data']
  return {
    userData: named === true ? '' : typeof named === 'string' ? named : undefined,
    demo: values.demo === true,
    selfTest: values['self-test'] === true,
    files: positionals.filter((word) => opened.test(word)).map((word) => resolve(folder, word)),
  }
}
