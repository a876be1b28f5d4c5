// `replace`: one record by another in every relationship of a file that belongs to the snapshot's ConnectWise.
import { Command } from 'commander'
import { exportRelationships } from '../../../shared/files/exportRelationships.ts'
import { fileKinds } from '../../../shared/files/fileKind.ts'
import { recordsOf } from '../../../shared/files/recordIndex.ts'
import { parseRelationshipsFile } from '../../../shared/files/relationshipsFile.ts'
import { collectionWords } from '../../../shared/reference/collectionNames.ts'
import { readRecordId, readRecordKey, recordKindList } from '../../../shared/fleet/recordKey.ts'
import { lostStatusWords, replaceRecord } from '../../../shared/fleet/replaceRecord.ts'
import { belongsTo } from '../../../shared/fleet/whereUsed.ts'
import { fileName, readInput, readSnapshot } from '../input/inputs.ts'
import { unusableInput, type CommandOutcome } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'
import { writeOut } from '../terminal/output.ts'
import { countOf } from '../../../shared/text/counts.ts'

type Options = { record: string; with: string; reference: string; out?: string; json?: boolean }

async function run(io: Io, path: string, options: Options): Promise<CommandOutcome> {
  const record = readRecordKey(options.record)
  if (!record) return unusableInput(`--record takes a collection and an id: ${recordKindList}.`).outcome
  const withId = readRecordId(options.with)
  if (withId === null) return unusableInput('--with takes the id of the record that takes its place.').outcome
  const most = fileKinds['syncwright.relationships'].bounds.bytes
  const file = await readInput(io, path, most, parseRelationshipsFile)
  if (!file.ok) return file.outcome
  const snapshot = await readSnapshot(io, options.reference)
  if (!snapshot.ok) return snapshot.outcome

  const records = recordsOf(snapshot.value)
  if (!records(record.collection).byId.has(withId)) {
    const kind = collectionWords[record.collection].record
    return unusableInput(
      `${fileName(options.reference)}: The snapshot holds no ${kind} with the id ${withId}.`,
    ).outcome
  }
  const replaced = file.value.relationships.map((relationship) =>
    belongsTo(relationship, snapshot.value.connection)
      ? replaceRecord(relationship, { record, withId, records })
      : { relationship, changes: [], lost: [] },
  )
  const changes = replaced.flatMap(({ relationship, changes: found }) =>
    found.map((change) => ({ relationship: relationship.id, ...change })),
  )
  const relationships = replaced.map(({ relationship }) => relationship)
  const exportedAt = changes.length > 0 ? io.now() : new Date(file.value.exportedAt)
  const text = exportRelationships(relationships, exportedAt)
  if (options.out !== undefined) {
    const written = await writeOut(options.out, text, [path, options.reference])
    if (!written.ok) return written.outcome
  }
  const touched = new Set(changes.map(({ relationship }) => relationship)).size
  io.say(`${countOf(changes.length, 'change')} in ${countOf(touched, 'relationship')}.`)
  for (const { relationship, lost } of replaced)
    for (const status of lost)
      io.say(`${relationship.contractName}: ${lostStatusWords(status, status.field)}`)
  return {
    exitCode: 0,
    json: options.json ? { changes } : JSON.parse(text),
    text: `Written to ${options.out}.`,
  }
}

export const replaceCommand = (io: Io): Command =>
  new Command('replace')
    .description('Replace one record by another of its kind, in every relationship of the same ConnectWise')
    .argument('<file>', 'relationships export (*.syncwright.json), - for standard input')
    .requiredOption('--record <collection:id>', 'the record to replace, for example members:42')
    .requiredOption('--with <id>', 'the record that takes its place')
    .requiredOption('--reference <file>', 'reference snapshot (*.reference.json) that holds the new record')
    .option('--out <file>', 'write the export there instead of to standard output')
    .option('--json', 'write the changes as JSON, in place of the export')
    .addHelpText(
      'after',
      `
A board brings its status along by name; a status without a namesake on the new board is cleared.
Relationships of another site or company stay as they are.

Examples:
  syncwright replace contoso.syncwright.json --record members:42 --with 45 --reference acme.reference.json
  syncwright replace all.syncwright.json --record boards:4 --with 9 --reference acme.reference.json --json

Exit code: 0 done, also when nothing uses the record; 2 unusable arguments or files.`,
    )
    // Without a file the result is the export itself, which has one form only.
    .action(async (path: string, options: Options) =>
      io.finish(await run(io, path, options), { json: options.json === true || options.out === undefined }),
    )
