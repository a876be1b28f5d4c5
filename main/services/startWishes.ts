// What comes from outside while the window is open: files opened on the desktop, the wishes of a second start, a proxy that asks for a login. The page asks for the next.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { sayMegabytes } from '../../shared/bounds.ts'
import { fileKinds } from '../../shared/files/fileKind.ts'
import type { ProxyQuestion } from '../../shared/connection/proxyLogin.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A file is looked at like a dropped one: nothing of it is stored. */
export type Wish =
  | { kind: 'demo' }
  | { kind: 'file'; fileName: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'proxy'; question: ProxyQuestion }

export type StartWishes = {
  readonly openFile: (path: string) => void
  readonly openDemo: () => void
  readonly askLogin: (question: ProxyQuestion) => void
  /** The next wish, as soon as there is one; null when the call is stopped. */
  readonly next: (signal: AbortSignal) => Promise<Result<Wish | null>>
}

const largest = fileKinds['syncwright.bundle'].bounds.bytes

/** Reads a file only after looking at it: a pipe never ends, a device is endless. */
async function readOpened(path: string): Promise<Result<Wish>> {
  const fileName = basename(path)
  try {
    const found = await stat(path)
    if (!found.isFile())
      return fail('file-unreadable', `${fileName} is no file.`, { next: 'Nothing was changed.' })
    if (found.size > largest)
      return fail(
        'file-too-large',
        `${fileName} is larger than the ${sayMegabytes(largest)} such a file may have.`,
        { next: 'Nothing was changed. Choose another file.' },
      )
    return ok({ kind: 'file', fileName, bytes: new Uint8Array(await readFile(path)) })
  } catch {
    return fail('file-unreadable', `${fileName} cannot be read.`, {
      next: 'Nothing was changed. Check that it still exists and may be opened.',
    })
  }
}

/** Keeps wishes in their order until the page asks. */
export function createStartWishes(): StartWishes {
  const waiting: (() => Promise<Result<Wish>>)[] = []
  let tell: (() => void) | undefined
  const add = (wish: () => Promise<Result<Wish>>): void => {
    waiting.push(wish)
    tell?.()
  }
  return {
    openFile: (path) => add(() => readOpened(path)),
    openDemo: () => add(async () => ok({ kind: 'demo' })),
    askLogin: (question) => add(async () => ok({ kind: 'proxy', question })),
    next: async (signal) => {
      while (waiting.length === 0 && !signal.aborted)
        await new Promise<void>((resolve) => {
          tell = resolve
          signal.addEventListener('abort', () => resolve(), { once: true })
        })
      return signal.aborted ? ok(null) : ((await waiting.shift()?.()) ?? ok(null))
    },
  }
}
