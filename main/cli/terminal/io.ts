// The command line's edge: files and standard input in, results on standard output, everything else on standard error.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { once } from 'node:events'
import { sayMegabytes } from '../../../shared/bounds.ts'
import { decodeText } from '../../../shared/files/text/decodeText.ts'
import { type Parsed, refusedFile } from '../../../shared/files/reading/parsed.ts'
import { systemCode, writeReason } from '../../disk/writeFailure.ts'
import { jsonText } from './jsonText.ts'
import type { CommandOutcome } from './outcome.ts'
import { printable } from './printable.ts'

export type Io = {
  env: Readonly<Record<string, string | undefined>>
  now: () => Date
  /** Reads a file of any kind, or standard input for `-`. */
  readBytes: (path: string, maxBytes: number) => Promise<Parsed<Uint8Array>>
  /** Reads a UTF-8 file, or standard input for `-`. */
  readText: (path: string, maxBytes: number) => Promise<Parsed<string>>
  /** Standard input to its end; where a person types, one line that is not shown. */
  readSecret: (prompt: string, maxBytes: number) => Promise<Parsed<string>>
  /** Writes a line for people to standard error. */
  say: (line: string) => void
  /** Shows a passing line to whoever watches standard error; the next one takes its place. Nobody watches a file. */
  show: (line: string) => void
  /** Whether people watch standard error. */
  isWatched: boolean
  /** Aborted by Ctrl+C, so that what was read so far is not lost; pressed twice it ends the command. */
  interruptible: () => AbortSignal
  /** Writes a command's result and sets the exit code. Called once per run. */
  finish: (outcome: CommandOutcome, options: { json?: boolean | undefined }) => Promise<void>
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'The file may not be read by this user.',
  EPERM: 'The file may not be read by this user.',
}

const unreadable = (error: unknown): Parsed<never> =>
  refusedFile('file-unreadable', reasons[systemCode(error)] ?? 'The file cannot be read.', 'Check the path.')

/** Reads a stream to its end, or until it is too long. */
async function readBytes(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Parsed<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > maxBytes)
        return refusedFile(
          'file-too-large',
          `The file is larger than the ${sayMegabytes(maxBytes)} such a file may have.`,
          'Choose another file.',
        )
    }
  } catch (error) {
    return unreadable(error)
  }
  return { ok: true, value: Buffer.concat(chunks) }
}

/** What goes to standard output. */
function resultOf({ pieces, json, text }: CommandOutcome, wantsJson: boolean): Iterable<string> {
  if (pieces) return pieces
  if (wantsJson) return json === undefined ? [] : [jsonText(json)]
  return text === undefined ? [] : [printable(text)]
}

/** As large as a pipe takes at once. */
const chunkLength = 65_536

/** Writes pieces and a last line end, no faster than they are taken. */
async function writePieces(stream: Writable, pieces: Iterable<string>): Promise<void> {
  let waiting = ''
  const flush = async () => {
    // A reader that is gone is told of elsewhere.
    if (!stream.write(waiting)) await once(stream, 'drain').catch(() => {})
    waiting = ''
  }
  let isEmpty = true
  for (const piece of pieces) {
    if (stream.destroyed) return
    isEmpty = false
    waiting += piece
    if (waiting.length >= chunkLength) await flush()
  }
  if (isEmpty) return
  waiting += '\n'
  await flush()
}

/** One line typed at a terminal, which does not show it. */
async function typedSecret({ stdin, stderr }: NodeJS.Process, prompt: string): Promise<Parsed<string>> {
  stderr.write(prompt)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const line = createInterface({ input: stdin, output: unseen, terminal: true })
  const stop = new AbortController()
  for (const end of ['SIGINT', 'close'] as const) line.once(end, () => stop.abort())
  const typed = await line.question('', { signal: stop.signal }).catch(() => '')
  line.close()
  stderr.write('\n')
  return { ok: true, value: typed }
}

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
      return refusedFile('file-unreadable', 'It can be read once only.', 'Name a file for one of the two.')
    isRead = true
    return readBytes(process.stdin, maxBytes)
  }
}

/** The command line of a real process. */
export function createIo(process: NodeJS.Process): Io {
  const { stdin, stdout, stderr } = process
  const isWatched = stderr.isTTY
  /** Wipes the passing line. */
  const clear = () => (isWatched ? '\r\x1b[K' : '')
  watchOutput(process)
  return {
    env: process.env,
    now: () => new Date(),
    readBytes: createReader(process),
    async readText(path, maxBytes) {
      const bytes = await this.readBytes(path, maxBytes)
      return bytes.ok ? decodeText(bytes.value) : bytes
    },
    readSecret(prompt, maxBytes) {
      return stdin.isTTY ? typedSecret(process, prompt) : this.readText('-', maxBytes)
    },
    say: (line) => void stderr.write(`${clear()}${printable(line)}\n`),
    show: (line) => {
      if (isWatched) stderr.write(`${clear()}${printable(line).slice(0, (stderr.columns || 80) - 1)}`)
    },
    isWatched,
    interruptible: () => {
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      return stop.signal
    },
    async finish({ error, ...outcome }, options) {
      process.exitCode = outcome.exitCode
      stderr.write(clear())
      await writePieces(stdout, resultOf(outcome, options.json === true))
      if (error !== undefined) stderr.write(`${printable(error).replaceAll('\n', ' ')}\n`)
    },
  }
}
