// `export`: takes the relationships out of a field bundle as the file every other command reads.
import { Command } from 'commander'
import { exportRelationships } from '../../../shared/files/exportRelationships.ts'
import { fileKinds } from '../../../shared/files/fileKind.ts'
import { isBundle } from '../../files/openBundle.ts'
import { fileName, unusableFile, sayNotices, parseBundle } from '../input/inputs.ts'
import { unusableInput, type CommandOutcome } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'
import { writeOut } from '../terminal/output.ts'
import { countOf } from '../../../shared/text/counts.ts'

type Options = { out?: string; json?: boolean }

async function run(io: Io, path: string, { out }: Options): Promise<CommandOutcome> {
  const bytes = await io.readBytes(path, fileKinds['syncwright.bundle'].bounds.bytes)
  if (!bytes.ok) return unusableFile(path, bytes).outcome
  if (!isBundle(bytes.value))
    return unusableInput(`${fileName(path)}: The file is not a field bundle.`).outcome
  const bundle = await parseBundle(io, bytes.value)
  if (!bundle.ok) return unusableFile(path, bundle).outcome
  const { relationships, exportedAt } = sayNotices(io, path, bundle)
  const file = exportRelationships(relationships, new Date(exportedAt))
  if (out === undefined) return { exitCode: 0, json: JSON.parse(file) }
  const written = await writeOut(out, file, [path])
  if (!written.ok) return written.outcome
  return {
    exitCode: 0,
    json: { file: out, relationships: relationships.map(({ id }) => id) },
    text: `${countOf(relationships.length, 'relationship')} written to ${out}.`,
  }
}

export const exportCommand = (io: Io): Command =>
  new Command('export')
    .description('Take the relationships out of a field bundle, as a relationships export')
    .argument('<bundle>', 'field bundle (*.syncwright-bundle), - for standard input')
    .option('--out <file>', 'write the export there instead of to standard output')
    .option('--json', 'with --out: write the summary as JSON')
    .addHelpText(
      'after',
      `
The passphrase of a locked bundle is read from SYNCWRIGHT_PASSPHRASE. Credentials never come out.

Examples:
  syncwright export office.syncwright-bundle --out office.syncwright.json
  syncwright export office.syncwright-bundle | syncwright diff - contoso.syncwright.json

Exit code: 0 written, 2 unusable arguments or files.`,
    )
    // Without a file the result is the export itself, which has one form only.
    .action(async (path: string, options: Options) =>
      io.finish(await run(io, path, options), { json: options.json === true || options.out === undefined }),
    )
