// A relationship and the sample its settings are judged on: the options that name them, read and checked in one order.
import { type Command, Option } from 'commander'
import type { FlowSample } from '../../../shared/files/sample/readSample.ts'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import { defaultFlow } from '../../../shared/preview/preview.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { parseTime } from '../../../shared/preview/rules/parseTime.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { Io } from '../terminal/io.ts'
import { type CommandInput, unusableInput } from '../terminal/outcome.ts'
import { fileName, idsOf, readReference, readRelationships, relationshipsNamed } from './inputs.ts'
import { readSample } from './sampleInput.ts'

export type JudgedOptions = {
  tickets: string
  columns?: string
  reference?: string
  flow?: Flow
  relationship?: string
  since?: string
}

/** Adds the options to a command; `--tickets` and `--since` mean something of their own to each. */
export const withJudgedSample = (command: Command, words: { tickets: string; since: string }): Command =>
  command
    .argument('<file>', 'relationships export (*.syncwright.json), - for standard input')
    .requiredOption('--tickets <file>', words.tickets)
    .option('--columns <columns>', 'which column gives a field, for example key="Ticket #",summary=Title')
    .option('--reference <file>', 'reference snapshot (*.reference.json) of the same ConnectWise')
    .addOption(
      new Option('--flow <flow>', 'default: outbound for role source, inbound for role target').choices([
        'inbound',
        'outbound',
      ]),
    )
    .option('--relationship <id>', 'which one, when the file holds several')
    .option('--since <date>', words.since)

export type JudgedSample = {
  relationship: Relationship
  /** Null where none is given or it is of another ConnectWise, which is said. */
  reference: Reference | null
  sample: FlowSample
  since: string | null
}

/** `before` runs when the flow is known and the sample is not read yet. */
export async function readJudgedSample(
  io: Io,
  file: string,
  { since, ...options }: JudgedOptions,
  before: (flow: Flow) => void = () => {},
): Promise<CommandInput<JudgedSample>> {
  if (since !== undefined && parseTime(since) === null)
    return unusableInput('--since is not a date such as 2026-11-23 or 2026-11-23T10:00:00Z.')
  const relationships = await readRelationships(io, file)
  if (!relationships.ok) return relationships
  const relationship = chooseRelationship(relationships.value, options.relationship, file)
  if (!relationship.ok) return relationship
  const reference = await readReference(io, options.reference)
  if (!reference.ok) return reference
  const fitting = fittingReference(relationship.value, reference.value)
  if (reference.value && !fitting)
    io.say('The snapshot is of another site or company than the relationship, so it is not used.')
  const flow = options.flow ?? defaultFlow(relationship.value.role)
  before(flow)
  const sample = await readSample(io, options.tickets, { flow, columns: options.columns })
  return sample.ok
    ? {
        ok: true,
        value: {
          relationship: relationship.value,
          reference: fitting,
          sample: sample.value,
          since: since ?? null,
        },
      }
    : sample
}

/** The one relationship of a file, or the one that is named. */
function chooseRelationship(
  relationships: readonly Relationship[],
  id: string | undefined,
  path: string,
): CommandInput<Relationship> {
  const named = relationshipsNamed(relationships, id, path)
  if (!named.ok) return named
  const [first, ...others] = named.value
  return first && others.length === 0
    ? { ok: true, value: first }
    : unusableInput(
        `${fileName(path)} holds several relationships; name one with --relationship: ${idsOf(named.value)}.`,
      )
}
