// `preview`: what a relationship's settings would do to each ticket of a sample.
import { Command, Option } from 'commander'
import type { Sample } from '../../../shared/files/sample/readSample.ts'
import {
  largestSample,
  parseInboundSample,
  parseOutboundSample,
} from '../../../shared/files/sample/readSample.ts'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import { defaultFlow, previewSample } from '../../../shared/preview/preview.ts'
import type { Flow, PreviewResult, PreviewRow } from '../../../shared/preview/previewResult.ts'
import { parseTime } from '../../../shared/preview/rules/time.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { Input } from '../inputs.ts'
import { fileName, readInput, readReference, readRelationships, unusable } from '../inputs.ts'
import type { Io, Outcome } from '../io.ts'
import { table } from '../table.ts'

type Options = {
  reference?: string
  tickets: string
  flow?: Flow
  relationship?: string
  since?: string
  json?: boolean
}

async function run(io: Io, file: string, options: Options): Promise<Outcome> {
  if (options.since !== undefined && parseTime(options.since) === null)
    return unusable(`--since is not a date such as 2026-11-23 or 2026-11-23T10:00:00Z.`).outcome
  const relationships = await readRelationships(io, file)
  if (!relationships.ok) return relationships.outcome
  const relationship = choose(relationships.value, options.relationship, fileName(file))
  if (!relationship.ok) return relationship.outcome
  const reference = await readReference(io, options.reference)
  if (!reference.ok) return reference.outcome
  const fitting = fittingReference(relationship.value, reference.value)
  if (reference.value && !fitting)
    io.say('The snapshot is of another site or company than the relationship, so it is not used.')
  const result = await previewOf(io, relationship.value, fitting, options)
  if (!result.ok) return result.outcome
  const hasFailures = result.value.rows.some(({ verdict }) => verdict === 'fail')
  const exitCode = hasFailures ? 1 : 0
  // A large sample is put into words only for whoever reads them.
  return options.json
    ? { exitCode, json: published(result.value) }
    : { exitCode, text: described(result.value) }
}

function choose(
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

async function previewOf(
  io: Io,
  relationship: Relationship,
  reference: Reference | null,
  { tickets: path, flow = defaultFlow(relationship.role), since }: Options,
): Promise<Input<PreviewResult>> {
  const name = fileName(path)
  if (flow === 'inbound') {
    if (since !== undefined) io.say('--since has no meaning for the inbound flow.')
    const sample = await readInput(io, path, largestSample, parseInboundSample)
    return sample.ok
      ? {
          ok: true,
          value: previewSample({ relationship, reference, flow, tickets: usable(io, name, sample.value) }),
        }
      : sample
  }
  const sample = await readInput(io, path, largestSample, parseOutboundSample)
  return sample.ok
    ? {
        ok: true,
        value: previewSample({
          relationship,
          reference,
          flow,
          tickets: usable(io, name, sample.value),
          since: since ?? null,
        }),
      }
    : sample
}

/** The tickets that could be read; rows that could not are named. */
function usable<Ticket>(io: Io, name: string, { tickets, problems }: Sample<Ticket>): Ticket[] {
  for (const { row, message } of problems) io.say(`${name}, row ${row}: ${message}`)
  return tickets
}

/** Exactly the published members. */
const published = ({ flow, summary, rows }: PreviewResult) => ({
  flow,
  summary,
  rows: rows.map(({ key, verdict, reasons, warnings, requests, items }) => ({
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
  })),
})

const described = ({ flow, summary, rows }: PreviewResult): string =>
  [
    `${flow === 'inbound' ? 'Inbound' : 'Outbound'}: ${Object.entries(summary)
      .map(([verdict, number]) => `${number} ${verdict}`)
      .join(', ')}`,
    table(rows.map(asRow)),
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
  new Command('preview')
    .description('Show what the settings would do to the tickets of a sample; nothing is sent')
    .argument('<file>', 'relationships export (*.syncwright.json), - for standard input')
    .requiredOption('--tickets <file>', 'sample: partner tickets (JSON or CSV) or ConnectWise tickets (JSON)')
    .option('--reference <file>', 'reference snapshot (*.reference.json) of the same ConnectWise')
    .addOption(
      new Option('--flow <flow>', 'default: outbound for role source, inbound for role target').choices([
        'inbound',
        'outbound',
      ]),
    )
    .option('--relationship <id>', 'which one, when the file holds several')
    .option('--since <date>', 'outbound: skip tickets last updated before this date')
    .option('--json', 'write the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  syncwright preview contoso.syncwright.json --reference acme.reference.json --tickets incidents.csv
  syncwright preview contoso.syncwright.json --reference acme.reference.json --tickets tickets.json \\
    --flow outbound --since 2026-11-01 --json | jq '.summary'

Exit code: 0 no row fails, 1 at least one, 2 unusable arguments or files.`,
    )
    .action(async (file: string, options: Options) => io.finish(await run(io, file, options), options))
