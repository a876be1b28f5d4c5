// What the command line asks of a start: another data folder, the demo organisation, files to open, a certificate to show.
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export type StartArguments = {
  /** `--user-data`, as an absolute path; an empty name is the mistake of whoever wrote the shortcut, and is told. */
  readonly userData: string | undefined
  readonly demo: boolean
  readonly selfTest: boolean
  /**
   * `--show-certificate-to=`: servers that may see a certificate of the person, each named by whoever wrote the shortcut.
   * People are told to write it in one word: a word such as `host:8443` is an address to Electron on Windows, and where
   * another follows it nothing starts (shell/app/command_line_args.cc).
   */
  readonly certificateFor: readonly string[]
  /** Files to look at: absolute paths. */
  readonly files: readonly string[]
  /** What a start of the same kind without those files is given. */
  readonly own: readonly string[]
}

/** Where relative names begin. A terminal may be in a folder that is gone, and then Node throws. */
export function workingFolder(): string {
  try {
    return process.cwd()
  } catch {
    return homedir()
  }
}

/** The endings of files that are opened; other words are left to Chromium. */
const opened = /\.(syncwright-bundle|json)$/i

/** The desktops of Linux hand a file over as an address (Desktop Entry Specification, `%U`), the others as a path. */
function pathOf(word: string, folder: string): string {
  const address = URL.parse(word)
  try {
    // No other computer is asked for a file; that it cannot be read is told like that of any file.
    if (address?.protocol === 'file:' && address.host === '') return fileURLToPath(address)
  } catch {
    // Not the address of a path.
  }
  return resolve(folder, word)
}

/** Reads `process.argv`. Unpackaged, the first argument is the folder of the checkout. */
export function readStartArguments(
  argv: readonly string[],
  { isPackaged, folder }: { isPackaged: boolean; folder: string },
): StartArguments {
  const first = isPackaged ? 1 : 2
  const { values, tokens } = parseArgs({
    args: argv.slice(first),
    options: {
      'user-data': { type: 'string' },
      demo: { type: 'boolean' },
      'self-test': { type: 'boolean' },
      'show-certificate-to': { type: 'string', multiple: true },
    },
    // Chromium and the desktops add switches of their own.
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token] : []))
  const files = words.flatMap(({ index, value }) => {
    const path = pathOf(value, folder)
    return opened.test(path) ? [{ index: index + first, path }] : []
  })
  const named = values['user-data']
  return {
    userData:
      typeof named === 'string' && named !== ''
        ? resolve(folder, named)
        : named === undefined
          ? undefined
          : '',
    demo: values.demo === true,
    selfTest: values['self-test'] === true,
    certificateFor: (values['show-certificate-to'] ?? []).filter((server) => typeof server === 'string'),
    files: files.map(({ path }) => path),
    own: argv.filter((_, index) => index > 0 && !files.some((file) => file.index === index)),
  }
}
