// `verify`: what the first sync made, beside what the preview of the same sample said.
import { Command, Option } from 'commander'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import { defaultFlow } from '../../../shared/preview/preview.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { parseTime } from '../../../shared/preview/rules/parseTime.ts'
import { verifySample } from '../../../shared/preview/verify/verify.ts'
import type { VerifyResult, VerifyRow } from '../../../shared/preview/verify/verifyResult.ts'
import { differenceWords } from '../../../shared/preview/verify/verifyWords.ts'
import { assertNever } from '../../../shared/result.ts'
import type { TestCase } from '../formats/annotation.ts'
import { type FormatOptions, formatOf, withFormats } from '../formats/format.ts'
import { junitReport } from '../formats/junit.ts'
import { fileLabel, fileName, readReference, readRelationships } from '../input/inputs.ts'
import { unusable } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'
import type { Outcome } from '../terminal/outcome.ts'
import { readSample } from '../input/sampleInput.ts'
import { table } from '../terminal/table.ts'
import { chooseRelationship } from './previewCommand.ts'

const formats = ['text', 'json', 'junit'] as const
type Format = (typeof formats)[number]
type Options = FormatOptions<Format> & {
  reference?: string
  tickets: string
  actual: string
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
  const sample = await readSample(io, options.tickets, { flow, columns: options.columns })
  if (!sample.ok) return sample.outcome
  const actual = await readSample(io, options.actual, { flow: 'outbound' })
  if (!actual.ok) return actual.outcome
  const result = verifySample({
    relationship: relationship.value,
    reference: fitting,
    sample: sample.value,
    actual: actual.value.flow === 'outbound' ? actual.value.tickets : [],
    since: options.since ?? null,
  })
  const { differs, missing, ambiguous } = result.summary
  const wrong = differs + missing + ambiguous
  const unread = sample.value.notRead.length + actual.value.notRead.length
  return { exitCode: wrong + unread > 0 ? 1 : 0, ...written(format.value, result, options.tickets, wrong) }
}

function written(
  format: Format,
  result: VerifyResult,
  tickets: string,
  failures: number,
): Omit<Outcome, 'exitCode'> {
  switch (format) {
    case 'text':
      return { text: described(result) }
    case 'json':
      return { json: result }
    case 'junit': {
      const cases = result.rows.map((row) => testCase(fileLabel(tickets), row))
      return { pieces: junitReport({ name: 'syncwright verify', tests: cases.length, failures }, cases) }
    }
    default:
      return assertNever(format)
  }
}

/** Each difference as a line: its code, the part, and what was expected. */
const lines = ({ differences }: VerifyRow): string[] =>
  differences.map(
    ({ code, item, expected, actual }) =>
      `${code}: ${differenceWords[code]}${item === null ? '' : ` (${item})`}, expected ${expected ?? 'nothing'}, actual ${actual ?? 'nothing'}`,
  )

const testCase = (file: string, row: VerifyRow): TestCase => ({
  name: row.key,
  group: file,
  failure:
    row.state === 'as-expected'
      ? null
      : {
          message: [row.state, ...row.differences.map(({ code }) => code)].join(', '),
          text: lines(row).join('\n'),
        },
  output: row.remarks.join('\n'),
})

const asRow = ({ state, key, ticket, differences, remarks }: VerifyRow): string[] => [
  state,
  key,
  ticket === null ? '' : String(ticket),
  [...differences.map(({ code }) => code), ...remarks.map((remark) => `(${remark})`)].join(', '),
]

const described = ({ summary, rows, extra }: VerifyResult): string =>
  [
    Object.entries(summary)
      .map(([state, count]) => `${count} ${state}`)
      .join(', '),
    table(rows.map(asRow)),
    extra.length > 0 ? `Tickets that no row of the sample matches: ${extra.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')

export const verifyCommand = (io: Io): Command =>
  withFormats(
    new Command('verify')
      .description('Compare the tickets of the first sync with what the preview of the same sample said')
      .argument('<file>', 'relationships export (*.syncwright.json), - for standard input')
      .requiredOption('--tickets <file>', 'the sample that was previewed')
      .requiredOption('--actual <file>', 'the tickets that are in ConnectWise now (JSON)')
      .option('--reference <file>', 'reference snapshot (*.reference.json) of the same ConnectWise')
      .addOption(
        new Option('--flow <flow>', 'default: outbound for role source, inbound for role target').choices([
          'inbound',
          'outbound',
        ]),
      )
      .option('--relationship <id>', 'which one, when the file holds several')
      .option('--columns <fields>', 'which column is which field, such as key="Ticket #",summary=Title')
      .option('--since <date>', 'start of the first sync: tickets entered before are none of it'),
    formats,
  )
    .addHelpText(
      'after',
      `
Examples:
  syncwright verify contoso.syncwright.json --reference acme.reference.json --tickets incidents.csv \\
    --actual arrived.json --since 2026-11-23T10:00:00Z
  syncwright verify contoso.syncwright.json --reference acme.reference.json --tickets sample.json \\
    --actual arrived.json --json | jq '.rows[] | select(.state != "as-expected")'

Exit code: 0 every row is as expected, 1 one differs, is missing or may be several, 2 unusable arguments or files.`,
    )
    .action(async (file: string, options: Options) => io.finish(await run(io, file, options), options))
