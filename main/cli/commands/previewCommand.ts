// `preview`: what a relationship's settings would do to each ticket of a sample.
import { Command, Option } from 'commander'
import type { FlowSample } from '../../../shared/files/sample/readSample.ts'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import { defaultFlow, openPreview, type OpenPreview } from '../../../shared/preview/preview.ts'
import type { Flow, PreviewRow } from '../../../shared/preview/result/previewResult.ts'
import { parseTime } from '../../../shared/preview/rules/parseTime.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { assertNever } from '../../../shared/result.ts'
import type { TestCase } from '../formats/annotation.ts'
import { type FormatOptions, formatOf, withFormats } from '../formats/format.ts'
import { jsonPieces } from '../terminal/jsonText.ts'
import { junitReport } from '../formats/junit.ts'
import { fileLabel, fileName, readReference, readRelationships } from '../input/inputs.ts'
import { type Input, unusable } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'
import type { Outcome } from '../terminal/outcome.ts'
import { readSample } from '../input/sampleInput.ts'
import { table } from '../terminal/table.ts'

const formats = ['text', 'json', 'junit'] as const
type Format = (typeof formats)[number]
type Options = FormatOptions<Format> & {
  reference?: string
  tickets: string
  columns?: string
  flow?: Flow
  relationship?: string
  since?: string
}

async function run(io: Io, file: string, options: Options): Promise<Outcome> {
  const format = formatOf(options)
  if (!format.ok) return format.outcome
  if (options.since !== undefined && parseTime(options.since) === null)
    return unusable('--since is not a date such as 2026-11-23 or 2026-11-23T10:00:00Z.').outcome
  const relationships = await readRelationships(io, file)
  if (!relationships.ok) return relationships.outcome
  const relationship = chooseRelationship(relationships.value, options.relationship, fileName(file))
  if (!relationship.ok) return relationship.outcome
  const reference = await readReference(io, options.reference)
  if (!reference.ok) return reference.outcome
  const fitting = fittingReference(relationship.value, reference.value)
  if (reference.value && !fitting)
    io.say('The snapshot is of another site or company than the relationship, so it is not used.')
  const flow = options.flow ?? defaultFlow(relationship.value.role)
  if (flow === 'inbound' && options.since !== undefined)
    io.say('--since has no meaning for the inbound flow.')
  const sample = await readSample(io, options.tickets, { flow, columns: options.columns })
  if (!sample.ok) return sample.outcome
  const preview = previewOf(relationship.value, fitting, sample.value, options.since ?? null)
  const fails = 'fail' in preview.summary ? preview.summary.fail : 0
  const exitCode = fails > 0 || preview.notRead.length > 0 ? 1 : 0
  return { exitCode, ...written(format.value, preview, fileLabel(options.tickets), fails) }
}

const previewOf = (
  relationship: Relationship,
  reference: Reference | null,
  sample: FlowSample,
  since: string | null,
): OpenPreview =>
  sample.flow === 'inbound'
    ? openPreview({ relationship, reference, ...sample })
    : openPreview({ relationship, reference, since, ...sample })

/** The one relationship of a file, or the one that is named. */
export function chooseRelationship(
  relationships: readonly Relationship[],
  id: string | undefined,
  name: string,
): Input<Relationship> {
  const [first, ...others] = id === undefined ? relationships : relationships.filter((one) => one.id === id)
  if (first && others.length === 0) return { ok: true, value: first }
  const ids = relationships.map((relationship) => relationship.id).join(', ')
  if (relationships.length === 0) return unusable(`${name} holds no relationship.`)
  return id === undefined
    ? unusable(`${name} holds several relationships; name one with --relationship: ${ids}.`)
    : unusable(`${name} holds no such relationship; it holds ${ids}.`)
}

function written(
  format: Format,
  preview: OpenPreview,
  file: string,
  failures: number,
): Omit<Outcome, 'exitCode'> {
  const { flow, summary, notRead, rows } = preview
  switch (format) {
    case 'text':
      return { text: described(preview) }
    case 'json':
      return { pieces: jsonPieces({ flow, summary, notRead }, 'rows', mapped(rows(), published)) }
    case 'junit': {
      const tests = Object.values(summary).reduce((sum, count) => sum + count, 0)
      const cases = mapped(rows(), (row) => testCase(file, row))
      return { pieces: junitReport({ name: 'syncwright preview', tests, failures }, cases) }
    }
    default:
      return assertNever(format)
  }
}

function* mapped<Item, Value>(items: Iterable<Item>, map: (item: Item) => Value): Generator<Value> {
  for (const item of items) yield map(item)
}

const testCase = (file: string, { key, verdict, reasons, warnings }: PreviewRow): TestCase => ({
  name: key,
  group: file,
  failure: verdict === 'fail' ? { message: reasons.join(', '), text: reasons.join('\n') } : null,
  output: warnings.join('\n'),
})

/** Exactly the published members. */
const published = ({ key, verdict, reasons, warnings, requests, items }: PreviewRow) => ({
  key,
  verdict,
  reasons,
  warnings,
  requests,
  items: items.map((item) => ({
    kind: item.kind,
    label: item.label,
    verdict: item.verdict,
    reasons: item.reasons,
    warnings: item.warnings,
    audience: item.audience,
  })),
})

const described = ({ flow, summary, notRead, rows }: OpenPreview): string =>
  [
    `${flow === 'inbound' ? 'Inbound' : 'Outbound'}: ${Object.entries(summary)
      .map(([verdict, number]) => `${number} ${verdict}`)
      .join(', ')}${notRead.length > 0 ? `, ${notRead.length} not read` : ''}`,
    table([...mapped(rows(), asRow)]),
    "This is what the settings mean, computed here; it is not the sync service's own engine.",
  ]
    .filter((part) => part !== '')
    .join('\n\n')

const asRow = ({ verdict, key, reasons, warnings, requests }: PreviewRow): string[] => [
  verdict,
  key,
  requests.map(({ method, path }) => `${method} ${path}`).join(', '),
  [...reasons, ...warnings.map((warning) => `(${warning})`)].join(', '),
]

export const previewCommand = (io: Io): Command =>
  withFormats(new Command('preview'), formats)
    .description('Show what the settings would do to the tickets of a sample; nothing is sent')
    .argument('<file>', 'relationships export (*.syncwright.json), - for standard input')
    .requiredOption(
      '--tickets <file>',
      'sample: partner tickets (JSON or CSV of any system) or ConnectWise tickets (JSON)',
    )
    .option('--columns <columns>', 'which column gives a field, for example key="Ticket #",summary=Title')
    .option('--reference <file>', 'reference snapshot (*.reference.json) of the same ConnectWise')
    .addOption(
      new Option('--flow <flow>', 'default: outbound for role source, inbound for role target').choices([
        'inbound',
        'outbound',
      ]),
    )
    .option('--relationship <id>', 'which one, when the file holds several')
    .option('--since <date>', 'outbound: skip tickets last updated before this date')
    .addHelpText(
      'after',
      `
Examples:
  syncwright preview contoso.syncwright.json --reference acme.reference.json --tickets incidents.csv
  syncwright preview contoso.syncwright.json --reference acme.reference.json --tickets autotask.csv \\
    --columns key="Ticket Number",summary=Title
  syncwright preview contoso.syncwright.json --reference acme.reference.json --tickets tickets.json \\
    --flow outbound --since 2026-11-01 --json | jq '.summary'

Exit code: 0 every row was read and none fails, 1 some fail or were not read, 2 unusable arguments or files.`,
    )
    .action(async (file: string, options: Options) => io.finish(await run(io, file, options), {}))
