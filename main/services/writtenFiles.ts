// The files this run has written where a person said: these, and no others, can be shown in their folder or opened.
import { fail, ok, type Result } from '../../shared/result.ts'

export type WrittenFiles = {
  readonly note: (path: string) => void
  /** Errors: `unknown-item` for a file that was not written here, or that the system cannot open. */
  readonly show: (path: string) => Result<null>
  readonly open: (path: string) => Promise<Result<null>>
}

type Desktop = {
  readonly showFile: (path: string) => void
  /** Answers with the system's words where it cannot be opened, else with nothing. */
  readonly openFile: (path: string) => Promise<string>
  /** Puts it on the system's list of recent files. */
  readonly remember: (path: string) => void
}

/** Only what Syncwright opens: for a sheet it is not the program. */
const ownFile = /\.(syncwright-bundle|json)$/i

const unknown = fail('unknown-item', 'Syncwright has not written this file since it was started.', {
  next: 'Look for it where it was saved.',
})

/** Over the desktop of the system. */
export function createWrittenFiles({ showFile, openFile, remember }: Desktop): WrittenFiles {
  const written = new Set<string>()
  return {
    note: (path) => {
      written.add(path)
      if (ownFile.test(path)) remember(path)
    },
    show: (path) => {
      if (!written.has(path)) return unknown
      showFile(path)
      return ok(null)
    },
    open: async (path) => {
      if (!written.has(path)) return unknown
      const refused = await openFile(path)
      return refused === ''
        ? ok(null)
        : fail('unknown-item', 'The system has no program that opens this file.', {
            next: 'Show it in its folder and open it from there.',
          })
    },
  }
}
