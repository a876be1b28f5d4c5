// The log file in the data folder: what happened and where, never a secret.
import { lstatSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
// The Node entry: the Electron one would register an IPC channel that takes messages from any page.
import logger from 'electron-log/node'
import type { Redactor } from './redaction.ts'
import { replaceEachBy } from '../../shared/text/replaceEach.ts'

export type Log = {
  readonly info: (message: string, detail?: unknown) => void
  readonly warn: (message: string, detail?: unknown) => void
  readonly error: (message: string, detail?: unknown) => void
}

type LogFile = Log & {
  /** The last lines of the file, redacted once more: they may be of a run that did not know a key of today. */
  readonly recent: () => string[]
}

/** Far more than anybody reads, far less than anybody minds in a message. */
const recentLines = 60

/** Only an entry begins at the beginning of a line, and nothing in it is a key to a terminal. */
const asEntry = (text: string): string =>
  replaceEachBy(
    text.replaceAll('\r\n', '\n'),
    /[[\p{Cc}\p{Bidi_Control}\u2028\u2029]--[\n\t]]+/gv,
    '\uFFFD',
  ).replaceAll('\n', '\n    ')

/** Somebody may have put a link there, which would lead every line elsewhere, or a pipe, which would keep the app waiting. */
function makeRoom(path: string): void {
  try {
    const found = lstatSync(path)
    if (!found.isFile() && !found.isDirectory()) rmSync(path, { force: true })
  } catch {
    // Nothing is there yet; a folder that cannot be made is told by whoever makes it.
  }
}

/** Writes to `<folder>/logs/main.log`; warnings and errors also go to standard error. Everything is redacted first. */
export function createLog({ folder, redactor }: { folder: string; redactor: Redactor }): LogFile {
  const path = join(folder, 'logs', 'main.log')
  makeRoom(path)
  logger.transports.file.resolvePathFn = () => path
  logger.transports.file.level = 'info'
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  // Standard output belongs to whoever started the app; `warn` and above go to standard error.
  logger.transports.console.level = 'warn'
  logger.hooks = [
    (message) => ({ ...message, data: message.data.map((part) => asEntry(redactor.redact(part))) }),
  ]
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, detail?: unknown): void =>
      detail === undefined ? logger[level](message) : logger[level](message, detail)
  const recent = (): string[] => {
    try {
      // The file starts anew at a megabyte.
      return redactor.redact(readFileSync(path, 'utf8')).trimEnd().split('\n').slice(-recentLines)
    } catch {
      return []
    }
  }
  return { info: write('info'), warn: write('warn'), error: write('error'), recent }
}

/**
 * Logs what nobody caught and keeps the app running: saved settings are on disk, the window can go on. Tells it once.
 * That nobody reads standard error any more, such as a terminal that was closed, is no fault: its line in the log would
 * be written there as well, and be the next one.
 */
export function logUnhandled(log: Log, tell: () => void): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  let told = false
  const note =
    (what: string) =>
    (error: unknown): void => {
      log.error(what, error)
      if (told) return
      told = true
      tell()
    }
  process.on('uncaughtException', note('Uncaught error'))
  process.on('unhandledRejection', note('Unhandled rejection'))
}
