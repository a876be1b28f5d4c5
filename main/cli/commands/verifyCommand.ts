// `verify`: what the first sync made, beside what the preview of the same sample said.
import { Command } from 'commander'
import { enteredSince, verifySample } from '../../../shared/preview/verify/verify.ts'
import {
  unexpectedCount,
  type VerifyResult,
  type VerifyRow,
} from '../../../shared/preview/verify/verifyResult.ts'
import { differenceWords, sidesInWords } from '../../../shared/preview/verify/verifyWords.ts'
import { assertNever } from '../../../shared/result.ts'
import type { TestCase } from '../formats/annotation.ts'
import { type FormatOptions, formatOf, withFormats } from '../formats/format.ts'
import { junitReport } from '../formats/junit.ts'
import { fileLabel } from '../input/inputs.ts'
import { type JudgedOptions, readJudgedSample, withJudgedSample } from '../input/judgedSample.ts'
import { readSample } from '../input/sampleInput.ts'
import type { Io } from '../terminal/io.ts'
import type { CommandOutcome } from '../terminal/outcome.ts'
import { tableText } from '../terminal/table.ts'

const formats = ['text', 'json', 'junit'] as const
type Format = (typeof formats)[number]
type Options = FormatOptions<Format> & JudgedOptions & { actual: string }

async function run(io: Io, file: string, options: Options): Promise<CommandOutcome> {
  const format = formatOf(options)
  if (!format.ok) return format.outcome
  const judged = await readJudgedSample(io, file, options)
  if (!judged.ok) return judged.outcome
  const actual = await readSample(io, options.actual, { flow: 'arrived' })
  if (!actual.ok) return actual.outcome
  const tickets = actual.value.flow === 'outbound' ? actual.value.tickets : []
  const { sample, since } = judged.value
  const before = sample.flow === 'inbound' ? tickets.length - enteredSince(tickets, since).length : 0
  if (before > 0)
    io.say(
      `${fileLabel(options.actual)}: entered before --since, so not compared: ${before} of ${tickets.length} tickets.`,
    )
  const result = verifySample({ ...judged.value, actual: tickets })
  const wrong = unexpectedCount(result.summary)
  const unread = sample.notRead.length + actual.value.notRead.length
  return { exitCode: wrong + unread > 0 ? 1 : 0, ...written(format.value, result, options.tickets, wrong) }
}

function written(
  format: Format,
  result: VerifyResult,
  tickets: string,
  failures: number,
): Omit<CommandOutcome, 'exitCode'> {
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
  differences.map((difference) => {
    const { code, item } = difference
    const { expected, actual } = sidesInWords(difference)
    return `${code}: ${differenceWords[code]}${item === null ? '' : ` (${item})`}, expected ${expected}, actual ${actual}`
  })

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
    tableText(rows.map(asRow)),
    extra.length > 0 ? `Tickets that no row of the sample matches: ${extra.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')

export const verifyCommand = (io: Io): Command =>
  withJudgedSample(withFormats(new Command('verify'), formats), {
    tickets: 'the sample that was previewed',
    since: 'start of the first sync: tickets entered before are none of it',
  })
    .description('Compare the tickets of the first sync with what the preview of the same sample said')
    .requiredOption('--actual <file>', 'the tickets that are in ConnectWise now (JSON)')
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
