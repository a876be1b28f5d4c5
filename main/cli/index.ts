#!/usr/bin/env node
// The command line: the same pure code as the app, without Electron. One file per command, listed here.
import { Command, CommanderError } from 'commander'
import product from '../../package.json' with { type: 'json' }
import { checkCommand } from './commands/checkCommand.ts'
import { diffCommand } from './commands/diffCommand.ts'
import { exportCommand } from './commands/exportCommand.ts'
import { fetchReferenceCommand } from './commands/fetchReferenceCommand.ts'
import { handoverCommand } from './commands/handoverCommand.ts'
import { createIo } from './terminal/io.ts'
import { restartForNetwork } from './terminal/cliNetwork.ts'
import { previewCommand } from './commands/previewCommand.ts'
import { replaceCommand } from './commands/replaceCommand.ts'
import { schemaCommand } from './commands/schemaCommand.ts'
import { testCommand } from './commands/testCommand.ts'
import { usesCommand } from './commands/usesCommand.ts'
import { validateCommand } from './commands/validateCommand.ts'
import { verifyCommand } from './commands/verifyCommand.ts'

const io = createIo(process)
const commands = [
  validateCommand,
  checkCommand,
  previewCommand,
  verifyCommand,
  diffCommand,
  testCommand,
  fetchReferenceCommand,
  exportCommand,
  handoverCommand,
  usesCommand,
  replaceCommand,
  schemaCommand,
]

const program = new Command('syncwright')
  .description(
    'Check, preview and compare ConnectWise ticket-sync configurations. Reads only; nothing is sent.',
  )
  .version(product.version)
  .addHelpText(
    'after',
    `
Examples:
  syncwright validate contoso.syncwright.json
  syncwright check contoso.syncwright.json --reference acme.reference.json
  syncwright preview contoso.syncwright.json --reference acme.reference.json --tickets sample.json --json

Exit code: 0 fine, 1 something was found, 2 unusable arguments or files.`,
  )
for (const command of commands) program.addCommand(command(io))

/** A name that nobody glued anything to: short, and not longer than an option it begins with. */
function plainName(option: string): string {
  const name = /^(?:--[a-z-]{1,20}(?=$|=)|-[a-z](?!-))/i.exec(option)?.[0] ?? ''
  const known = program.commands.flatMap(({ options }) => options.map(({ long }) => long ?? ''))
  const isGlued = known.some((each) => each !== '' && name.startsWith(each) && name !== each)
  return name === '' || isGlued ? '' : ` '${name}'`
}

/** What the library repeats of a command: any of it may be a secret in the wrong place. */
const repeated: readonly [pattern: RegExp, instead: string | ((all: string, option: string) => string)][] = [
  [/unknown option '([^]*)'/i, (_all, option) => `unknown option${plainName(option)}`],
  [/unknown command '[^]*'/, 'unknown command'],
  [/(argument|value) '[^]*' is invalid/, '$1 is invalid'],
  [/(but got \d+): [^]*/, '$1'],
]

/** `error: unknown option '--x'` as a sentence, without any value that was given. */
const sentence = (text: string): string => {
  const words = repeated
    .reduce(
      (words, [pattern, instead]) =>
        typeof instead === 'string' ? words.replace(pattern, instead) : words.replace(pattern, instead),
      text.replace(/^error: /, ''),
    )
    .trim()
    .replaceAll(/\s+/g, ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`
}

/** Unusable arguments are thrown, so that one place decides the exit code. */
for (const command of [program, ...program.commands]) {
  command.exitOverride()
  command.configureOutput({ outputError: (text) => io.say(sentence(text)) })
}

/** The commands that reach ConnectWise. */
const online = [testCommand, fetchReferenceCommand]

const oldestNode = 22

try {
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    const error = `Syncwright needs Node.js ${oldestNode} or newer; this is ${process.versions.node}.`
    await io.finish({ exitCode: 2, error }, {})
    process.exit()
  }
  if (online.some((command) => command(io).name() === process.argv[2]) && (await restartForNetwork(process)))
    process.exit()
  if (process.argv.length > 2) await program.parseAsync()
  else await io.finish({ exitCode: 2, error: 'Name a command; `syncwright --help` lists them.' }, {})
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    const reason = error instanceof Error ? error.message : 'unknown reason'
    await io.finish({ exitCode: 2, error: `The command stopped: ${reason}.` }, {})
  }
}
