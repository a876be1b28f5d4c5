// The files this run has written where a person said: these, and no others, can be shown in their folder or opened.
import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/result.ts'

export type WrittenFiles = {
  readonly note: (path: string) => void
  /** Errors: `unknown-item` for a file that was not written here or is there no more, or that the system cannot open. */
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

/** The desktop says nothing of a file that was moved meanwhile, or takes the blame on itself. */
const gone = fail('unknown-item', 'The file is not where it was saved any more.', {
  next: 'Look for it where it was moved, or save it again.',
})

/** Over the desktop of the system. */
export function createWrittenFiles({ showFile, openFile, remember }: Desktop): WrittenFiles {
  const written = new Set<string>()
  const missing = (path: string): Result<never> | undefined => {
    if (!written.has(path)) return unknown
    return existsSync(path) ? undefined : gone
  }
  return {
    note: (path) => {
      written.add(path)
      if (ownFile.test(path)) remember(path)
    },
    show: (path) => {
      const refused = missing(path)
      if (refused) return refused
      showFile(path)
      return ok(null)
    },
    open: async (path) => {
      const refused = missing(path)
      if (refused) return refused
      return (await openFile(path)) === ''
        ? ok(null)
        : fail('unknown-item', 'The system has no program that opens this file.', {
            next: 'Show it in its folder and open it from there.',
          })
    },
  }
}
