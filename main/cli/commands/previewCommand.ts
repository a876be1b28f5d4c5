// `preview`: what a relationship's settings would do to each ticket of a sample.
import { Command } from 'commander'
import { openPreview, type OpenPreview } from '../../../shared/preview/preview.ts'
import type { PreviewRow } from '../../../shared/preview/result/previewResult.ts'
import { assertNever } from '../../../shared/result.ts'
import type { TestCase } from '../formats/annotation.ts'
import { type FormatOptions, formatOf, withFormats } from '../formats/format.ts'
import { junitReport } from '../formats/junit.ts'
import { fileLabel } from '../input/inputs.ts'
import {
  type JudgedOptions,
  type JudgedSample,
  readJudgedSample,
  withJudgedSample,
} from '../input/judgedSample.ts'
import type { Io } from '../terminal/io.ts'
import { jsonPieces } from '../terminal/jsonText.ts'
import type { CommandOutcome } from '../terminal/outcome.ts'
import { tableText } from '../terminal/table.ts'

const formats = ['text', 'json', 'junit'] as const
type Format = (typeof formats)[number]
type Options = FormatOptions<Format> & JudgedOptions

async function run(io: Io, file: string, options: Options): Promise<CommandOutcome> {
  const format = formatOf(options)
  if (!format.ok) return format.outcome
  const judged = await readJudgedSample(io, file, options, (flow) => {
    if (flow === 'inbound' && options.since !== undefined)
      io.say('--since has no meaning for the inbound flow.')
  })
  if (!judged.ok) return judged.outcome
  const preview = previewOf(judged.value)
  const fails = 'fail' in preview.summary ? preview.summary.fail : 0
  const exitCode = fails > 0 || preview.notRead.length > 0 ? 1 : 0
  return { exitCode, ...written(format.value, preview, fileLabel(options.tickets), fails) }
}

const previewOf = ({ relationship, reference, sample, since }: JudgedSample): OpenPreview =>
  sample.flow === 'inbound'
    ? openPreview({ relationship, reference, ...sample })
    : openPreview({ relationship, reference, since, ...sample })

function written(
  format: Format,
  preview: OpenPreview,
  file: string,
  failures: number,
): Omit<CommandOutcome, 'exitCode'> {
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
    tableText([...mapped(rows(), asRow)]),
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
  withJudgedSample(withFormats(new Command('preview'), formats), {
    tickets: 'sample: partner tickets (JSON or CSV of any system) or ConnectWise tickets (JSON)',
    since: 'outbound: skip tickets last updated before this date',
  })
    .description('Show what the settings would do to the tickets of a sample; nothing is sent')
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
