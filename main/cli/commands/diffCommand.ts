// `diff`: what differs between two relationships exports, setting by setting.
import { Command } from 'commander'
import { exportedRelationship } from '../../../shared/files/exportRelationships.ts'
import { byText } from '../../../shared/files/stableJson.ts'
import { type Change, diffRelationships } from '../../../shared/relationship/diffRelationships.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { readRelationships } from '../input/inputs.ts'
import type { Io } from '../terminal/io.ts'
import type { CommandOutcome } from '../terminal/outcome.ts'
import { tableText } from '../terminal/table.ts'
import { countOf } from '../../../shared/text/counts.ts'

type Difference = Change & { relationship: string }

async function run(io: Io, before: string, after: string): Promise<CommandOutcome> {
  const older = await readRelationships(io, before)
  if (!older.ok) return older.outcome
  const newer = await readRelationships(io, after)
  if (!newer.ok) return newer.outcome
  const changes = compare(older.value, newer.value)
  return {
    exitCode: changes.length === 0 ? 0 : 1,
    json: { changes },
    text:
      changes.length === 0
        ? 'No differences.'
        : `${tableText(changes.map(asRow))}\n${countOf(changes.length, 'difference')}.`,
  }
}

/** Relationships are matched by id; one on one side only is a single change of the whole. */
function compare(older: readonly Relationship[], newer: readonly Relationship[]): Difference[] {
  const before = new Map(older.map((relationship) => [relationship.id, relationship]))
  const after = new Map(newer.map((relationship) => [relationship.id, relationship]))
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(byText)
  return ids.flatMap((id) =>
    changesOf(before.get(id), after.get(id)).map((change) => ({ relationship: id, ...change })),
  )
}

const changesOf = (before: Relationship | undefined, after: Relationship | undefined): Change[] =>
  before && after
    ? diffRelationships(before, after)
    : [
        {
          field: '',
          before: before ? exportedRelationship(before) : null,
          after: after ? exportedRelationship(after) : null,
        },
      ]

const asRow = ({ relationship, field, before, after }: Difference): string[] =>
  field === ''
    ? [relationship, before === null ? 'added' : 'removed', inWords(before ?? after)]
    : [relationship, field, `${inWords(before)} -> ${inWords(after)}`]

/** A value for people: names with their ids, a relationship by its contract, the parts of lists and addresses separated by commas. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return '(none)'
  if (Array.isArray(value)) return value.map(inWords).join(', ') || '(none)'
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value)
  if ('contractName' in value) return inWords(value.contractName)
  if (!('id' in value)) return Object.values(value).map(inWords).join(', ')
  const name = 'name' in value ? value.name : 'caption' in value ? value.caption : ''
  return `${String(name)} (${String(value.id)})`
}

export const diffCommand = (io: Io): Command =>
  new Command('diff')
    .description('Compare two relationships exports, setting by setting')
    .argument('<a>', 'relationships export (*.syncwright.json), - for standard input')
    .argument('<b>', 'the one to compare it with')
    .option('--json', 'write the result as JSON')
    .addHelpText(
      'after',
      `
Relationships are matched by id, values that come from ConnectWise by their id. The time of export does not count.

Examples:
  syncwright diff contoso.syncwright.json contoso-today.syncwright.json
  git show HEAD~1:contoso.syncwright.json | syncwright diff - contoso.syncwright.json --json

Exit code: 0 no differences, 1 differences, 2 unusable arguments or files.`,
    )
    .action(async (before: string, after: string, options: { json?: boolean }) =>
      io.finish(await run(io, before, after), options),
    )
