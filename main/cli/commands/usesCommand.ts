// `uses`: every relationship and setting of the files that points at one record.
import { Command } from 'commander'
import { readRecordKey, recordKindList } from '../../../shared/fleet/recordKey.ts'
import { belongsTo, fieldsUsing } from '../../../shared/fleet/whereUsed.ts'
import { fileLabel, readReference, readRelationships } from '../input/inputs.ts'
import { unusableInput, type CommandOutcome } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'
import { filesBehind } from '../input/severalFiles.ts'
import { tableText } from '../terminal/table.ts'
import { countOf } from '../../../shared/text/counts.ts'

type Options = { record: string; reference?: string; json?: boolean }

async function run(io: Io, paths: readonly string[], options: Options): Promise<CommandOutcome> {
  const record = readRecordKey(options.record)
  if (!record) return unusableInput(`--record takes a collection and an id: ${recordKindList}.`).outcome
  const files = await filesBehind(paths)
  if (!files.ok) return files.outcome
  const reference = await readReference(io, options.reference)
  if (!reference.ok) return reference.outcome
  const connection = reference.value?.connection
  const uses: { file: string; relationship: string; field: string }[] = []
  for (const path of files.value.paths) {
    const relationships = await readRelationships(io, path)
    if (!relationships.ok) return relationships.outcome
    for (const relationship of relationships.value)
      if (!connection || belongsTo(relationship, connection))
        for (const field of fieldsUsing(relationship, record))
          uses.push({ file: fileLabel(path), relationship: relationship.id, field })
  }
  const rows = uses.map(({ file, relationship, field }) =>
    files.value.named ? [file, relationship, field] : [relationship, field],
  )
  return {
    exitCode: 0,
    json: { uses },
    text: uses.length === 0 ? 'Nothing uses it.' : `${tableText(rows)}\n${countOf(uses.length, 'use')}.`,
  }
}

export const usesCommand = (io: Io): Command =>
  new Command('uses')
    .description('Find every relationship and setting that points at one record')
    .argument(
      '<file...>',
      'relationships exports (*.syncwright.json) or folders of them, - for standard input',
    )
    .requiredOption('--record <collection:id>', 'the record, for example members:42')
    .option('--reference <file>', 'count only relationships of the site and company of this snapshot')
    .option('--json', 'write the result as JSON')
    .addHelpText(
      'after',
      `
The collections are those of a snapshot: ${recordKindList}.

Examples:
  syncwright uses contoso.syncwright.json --record members:42
  syncwright uses configurations/ --record boards:4 --json | jq '.uses[].relationship'

Exit code: 0 also when nothing uses it; 2 unusable arguments or files.`,
    )
    .action(async (paths: string[], options: Options) => io.finish(await run(io, paths, options), options))
