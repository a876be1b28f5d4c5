// The command line's edge: files and standard input in, results on standard output, everything else on standard error.
import { createReadStream } from 'node:fs'
import { decodeText } from '../../shared/files/document.ts'
import type { Parsed } from '../../shared/files/parsed.ts'
import { refused } from '../../shared/files/parsed.ts'
import { systemCode, writeReason } from '../files/writeFailure.ts'

/** How a command ends. Exit 0 fine, 1 found something, 2 unusable arguments or files. */
export type Outcome = {
  exitCode: 0 | 1 | 2
  /** The result for `--json`. */
  json?: unknown
  /** The same result for people. */
  text?: string
  /** One sentence for standard error. */
  error?: string
}

export type Io = {
  env: Readonly<Record<string, string | undefined>>
  now: () => Date
  /** Reads a file of any kind, or standard input for `-`. */
  readBytes: (path: string, maxBytes: number) => Promise<Parsed<Uint8Array>>
  /** Reads a UTF-8 file, or standard input for `-`. */
  readText: (path: string, maxBytes: number) => Promise<Parsed<string>>
  /** Writes a line for people to standard error. */
  say: (line: string) => void
  /** Whether people watch standard error, so that progress makes sense. */
  isWatched: boolean
  /** Writes a command's result and sets the exit code. Called once per run. */
  finish: (outcome: Outcome, options: { json?: boolean | undefined }) => void
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'The file may not be read by this user.',
  EPERM: 'The file may not be read by this user.',
}

const unreadable = (error: unknown): Parsed<never> =>
  refused('file-unreadable', reasons[systemCode(error)] ?? 'The file cannot be read.', 'Check the path.')

/** Reads a stream to its end, or until it is too long. */
async function readBytes(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Parsed<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > maxBytes)
        return refused(
          'file-too-large',
          `The file is larger than the ${Math.floor(maxBytes / 1_000_000)} MB such a file may have.`,
          'Choose another file.',
        )
    }
  } catch (error) {
    return unreadable(error)
  }
  return { ok: true, value: Buffer.concat(chunks) }
}

/** Control characters of a hostile file must not reach a terminal; line breaks and tabs may. */
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : '\uFFFD'))

/** A reader that stops early, such as `head`, ends the output and nothing else; any other failure means there is no result. */
function watchOutput(process: NodeJS.Process): void {
  const { stdout, stderr } = process
  stdout.on('error', (error) => {
    if (systemCode(error) === 'EPIPE') process.exit()
    process.exitCode = 2
    stderr.write(`The result could not be written: ${writeReason(error)[0]}.\n`)
  })
  // Nobody is left to be told; the exit code still says how the command went.
  stderr.on('error', () => {})
}

/** Standard input is gone once it was read. */
function createReader(process: NodeJS.Process): Io['readBytes'] {
  let isRead = false
  return async (path, maxBytes) => {
    if (path !== '-') return readBytes(createReadStream(path), maxBytes)
    if (isRead)
      return refused('file-unreadable', 'It can be read once only.', 'Name a file for one of the two.')
    isRead = true
    return readBytes(process.stdin, maxBytes)
  }
}

/** The command line of a real process. */
export function createIo(process: NodeJS.Process): Io {
  watchOutput(process)
  return {
    env: process.env,
    now: () => new Date(),
    readBytes: createReader(process),
    async readText(path, maxBytes) {
      const bytes = await this.readBytes(path, maxBytes)
      return bytes.ok ? decodeText(bytes.value) : bytes
    },
    say: (line) => void process.stderr.write(`${printable(line)}\n`),
    isWatched: process.stderr.isTTY,
    finish({ exitCode, json, text, error }, options) {
      process.exitCode = exitCode
      if (options.json === true && json !== undefined)
        process.stdout.write(`${JSON.stringify(json, null, 2)}\n`)
      if (options.json !== true && text !== undefined) process.stdout.write(`${printable(text)}\n`)
      if (error !== undefined) process.stderr.write(`${printable(error).replaceAll('\n', ' ')}\n`)
    },
  }
}
