// `schema`: the JSON Schema of a file format, or the list of formats.
import { Argument, Command } from 'commander'
import { formatNamed, formatTitles, jsonSchemaOf } from '../../../shared/files/jsonSchema.ts'
import type { Io } from '../terminal/io.ts'
import type { CommandOutcome } from '../terminal/outcome.ts'
import { tableText } from '../terminal/table.ts'

function run(name: string | undefined): CommandOutcome {
  if (name === undefined)
    return {
      exitCode: 0,
      json: { kinds: formatTitles },
      text: tableText(formatTitles.map(({ kind, title }) => [kind, title])),
    }
  const kind = formatNamed(name)
  if (kind === undefined) {
    const known = formatTitles.map((format) => format.kind).join(', ')
    return { exitCode: 2, error: `There is no such kind; known kinds are ${known}.` }
  }
  const schema = jsonSchemaOf(kind)
  return { exitCode: 0, json: schema, text: JSON.stringify(schema, null, 2) }
}

/** Names the kinds to help and completion; short names are taken too, so that it is not commander that refuses the others. */
const kindArgument = (): Argument => {
  const argument = new Argument('[kind]', 'file kind')
  argument.argChoices = formatTitles.map(({ kind }) => kind)
  return argument
}

export const schemaCommand = (io: Io): Command =>
  new Command('schema')
    .description('Print the JSON Schema of a file kind; without a kind, list them')
    .addArgument(kindArgument())
    .option('--json', 'write the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  syncwright schema
  syncwright schema syncwright.relationships > relationships.schema.json

Exit code: 0 printed, 2 unusable arguments.`,
    )
    .action((kind: string | undefined, options: { json?: boolean }) => io.finish(run(kind), options))
